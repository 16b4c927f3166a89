import { sampleMembers } from '../application/sampling/sampleMembers'
import type { SampleLog } from '../application/sampling/SampleLog'
import type { Language, Texts, TermOf } from '../application/texts/Texts'
import type { Problem } from '../domain/shared/Problem'
import { problem as problemJson } from './rosterJson'
import type { SampleUsage } from './sampleUsage'

/** The document that `yihu sample --json` prints: how it was drawn, and every household drawn or standing by. */
export function sampleJson(log: SampleLog | null, problems: readonly Problem[], texts: Texts): string {
  const households =
    log === null
      ? []
      : [...sampleMembers(log)].map(([id, { role, order, stratum }]) => ({
          id,
          role,
          order,
          stratum: log.result.strata.indexOf(stratum),
          inclusionProbability: stratum.inclusionProbability,
          weight: stratum.weight,
          cluster: stratum.cluster,
        }))
  const strata = log?.result.strata.map(({ drawn, reserves, ...stratum }) => {
    return { ...stratum, drawn: drawn.length, reserves: reserves.length }
  })
  return JSON.stringify(
    {
      frame: log?.frame ?? null,
      size: log?.result.size ?? 0,
      population: log?.result.population ?? 0,
      leftOut: log?.result.leftOut ?? 0,
      rejectedRows: log?.rejected?.rows ?? 0,
      strata: strata ?? [],
      households,
      problems: problems.map((each) => problemJson(each, texts)),
    },
    null,
    2,
  )
}

/** The same for the eye: strata with their counts, and where the log lies. */
export function sampleReport(
  { frame, rejected, result }: SampleLog,
  usage: SampleUsage,
  texts: Texts,
): string {
  const word = (name: TermOf<'sampleWords'>): string => texts.term('sampleWords', name)
  const reserves = result.strata.reduce((sum, stratum) => sum + stratum.reserves.length, 0)
  const rows = result.strata.map((stratum) => {
    const place = placeText(stratum.village ?? stratum.township)
    const group = stratum.group === 'ordinary' ? '' : ` ${texts.term('sampleGroups', stratum.group)}`
    const type = texts.term('statuses', stratum.type)
    const counts = `${stratum.drawn.length}/${stratum.households} + ${stratum.reserves.length}`
    return `  ${place}  ${type}${group}  ${counts}  ${word('weight')} ${stratum.weight.toFixed(4)}`
  })
  return [
    usage.kind === 'replay' ? word('replayed') : word('drawn'),
    `${word('sample')} ${result.size}  ${word('reserve')} ${reserves}  ${word('population')} ${result.population}` +
      `  ${word('leftOut')} ${result.leftOut}`,
    ...(rejected === undefined ? [] : [`${word('rejected')} ${rejected.rows}`]),
    `${word('frame')} ${frame.hash.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 ')}`,
    ...(usage.isVerbose ? rows : rows.slice(0, FIRST_STRATA)),
    ...(usage.isVerbose || rows.length <= FIRST_STRATA
      ? []
      : [MORE[texts.language](rows.length - FIRST_STRATA)]),
    ...(usage.kind === 'draw' ? [`${word('log')} ${usage.log}`] : []),
    ...(usage.out === null ? [] : [`${word('written')} ${usage.out}`]),
  ].join('\n')
}

/** Strata that are told unless all are. */
const FIRST_STRATA = 20

const MORE: Readonly<Record<Language, (count: number) => string>> = {
  'zh-CN': (count) => `  ……另有 ${count} 层，加 --verbose 全部列出`,
  en: (count) => `  … and ${count} more strata; --verbose lists them all`,
}

/** A place of the list, whose parts may all be missing. */
function placeText(place: string): string {
  return place.split('/').some((part) => part !== '') ? place : '—'
}
