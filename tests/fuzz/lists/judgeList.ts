import { previewOf } from '../../../src/application/roster/rosterPreview'
import type { ImportedRoster } from '../../../src/application/roster/importRoster'
import type { Problem } from '../../../src/domain/shared/Problem'
import { importFiles } from '../../fixtures/roster/importFiles'
import { brokenPromises, type Judgement } from '../judgeFile'
import { compareRoster, type Deviation } from './compareRoster'
import type { OddList } from './oddLists'
import { rowPlaces, type RowPlaces } from './rowPlaces'

/**
 * Reads an odd list and compares the roster with the content of the list: the same people and values, or a problem at the
 * place that was touched. The outcome is `same`, `told`, `refused` or `FOUND`.
 */
export function judgeList({ mutations, draft, files }: OddList): Judgement {
  let roster: ImportedRoster
  try {
    roster = importFiles(...files.map(({ name, bytes }) => [name, bytes] as const))
    previewOf(roster)
  } catch (error) {
    const thrown = error instanceof Error ? error.stack : String(error)
    return { outcome: 'FOUND', mutations, findings: [`throws ${thrown}`] }
  }
  const promises = brokenPromises(
    roster,
    files.map(({ name }) => name),
  )
  if (roster.refused) {
    const errors = roster.problems.filter(({ severity }) => severity === 'error')
    if (draft.mayRefuse && errors.length > 0) return { outcome: 'refused', mutations, findings: promises }
    const codes = errors.map(({ code, place }) => `${code} ${place.cell ?? place.line ?? ''}`)
    return {
      outcome: 'FOUND',
      mutations,
      findings: [...promises, `is refused: ${codes.slice(0, 5).join(', ')}`],
    }
  }
  const places = rowPlaces(draft)
  const { deviations, strangers } = compareRoster(roster, draft.list, places)
  const explain = explanations(roster.problems, draft, places)
  const silent = deviations.filter((deviation) => !explain(deviation))
  const findings = [...promises, ...strangers, ...silent.map(({ what }) => what)]
  if (roster.rows.read !== places.count)
    findings.push(`rows read are ${roster.rows.read}, not ${places.count}`)
  if (mutations[0] === 'nothing') findings.push(...falseAlarms(roster))
  if (findings.length > 0) return { outcome: 'FOUND', mutations, findings }
  return { outcome: deviations.length === 0 ? 'same' : 'told', mutations, findings: [] }
}

/** Whether a problem at a touched row (or, for changes of a whole sheet, about the sheet) reports a deviation. */
function explanations(
  problems: readonly Problem[],
  { touched, isWide }: OddList['draft'],
  places: RowPlaces,
): (deviation: Deviation) => boolean {
  const telling = problems.filter(({ code }) => !CONSEQUENCES.has(code))
  const told = new Set(telling.flatMap((problem) => places.of(problem)))
  const refused = new Set(
    telling.filter(({ severity }) => severity === 'error').flatMap((problem) => places.of(problem)),
  )
  const toldOfSheet = telling.some((problem) => places.of(problem).every(({ person }) => person === null))
  return ({ rows, lostFrom }) => {
    if (lostFrom !== undefined)
      return [...rows, ...lostFrom].some((row) => touched.has(row)) && rows.some((row) => refused.has(row))
    return rows.some((row) => touched.has(row) && told.has(row)) || (isWide && toldOfSheet)
  }
}

function falseAlarms({ problems }: ImportedRoster): readonly string[] {
  const alarms = problems.filter(({ code, severity }) => severity !== 'note' && !CONSEQUENCES.has(code))
  return alarms.map(({ code, place }) => `${code} is told of a correct list, at ${place.cell ?? '?'}`)
}

/** They say that the sum does not fit, or that a form has no column for it; never which cell is at fault. */
const CONSEQUENCES: ReadonlySet<string> = new Set([
  'stated_size_differs', 'several_spouses', 'no_head', 'head_assumed', 'weak_key', 'head_and_spouse_same_sex',
  'status_unknown',
]) // prettier-ignore
