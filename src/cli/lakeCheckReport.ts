import { areaText } from '../application/lake/areaText'
import type { CountyFunnel } from '../application/lake/checks/countyFunnels'
import { standingOf } from '../application/lake/checks/standing'
import { percentText } from '../application/texts/percentText'
import type { Texts } from '../application/texts/Texts'
import { groupBy } from '../domain/shared/groupBy'
import type { LakeFindings } from './lakeCheck'
import { problem as problemJson } from './rosterJson'

/** What two counties share, and who stands out, for the eye. */
export function lakeCheckText({ shared, funnels }: LakeFindings, texts: Texts): string {
  const word = (name: Parameters<typeof texts.term<'lakeChecks'>>[1]) => texts.term('lakeChecks', name)
  const groups = [...groupBy(shared, ({ kind, shared: key }) => `${kind} ${key}`).values()]
  const lines = groups.flatMap((group) =>
    group.flatMap(({ kind, area, household }, at) => [
      ...(at === 0 ? [`  ${texts.term('lakeShared', kind)}`] : []),
      `    ${areaText(area, texts)}  ${household}`,
    ]),
  )
  return [
    `${word('shared')}  ${groups.length}`,
    ...lines,
    ...funnels.flatMap((funnel) => funnelLines(funnel, texts)),
  ].join('\n')
}

function funnelLines({ rate, counties, funnel }: CountyFunnel, texts: Texts): readonly string[] {
  const title = texts.term('lakeRates', rate)
  if (funnel === null) return ['', `${title}  ${texts.term('lakeChecks', 'noFunnel')}`]
  const spread = funnel.isOverdispersed ? `  ${texts.term('lakeChecks', 'overdispersed')}` : ''
  const outside = counties.flatMap(({ county }, at) => {
    const point = funnel.points[at] ?? null
    const standing = standingOf(point)
    if (point === null || standing === null || standing === 'inside') return []
    return [
      `  ${county.name ?? county.key}  ${percentText(point.rate)}  ${texts.term('lakeStanding', standing)}`,
    ]
  })
  return ['', `${title}  ${percentText(funnel.rate)}${spread}`, ...outside]
}

/** The document that `yihu lake-check --json` prints. */
export function lakeCheckJson({ shared, funnels, problems }: LakeFindings, texts: Texts): string {
  const told = funnels.map(({ rate, counties, funnel }) => ({
    rate,
    whole: funnel?.rate ?? null,
    dispersion: funnel?.dispersion ?? null,
    isOverdispersed: funnel?.isOverdispersed ?? null,
    counties: counties.map(({ county, successes, trials }, at) => {
      const point = funnel?.points[at] ?? null
      return {
        county: county.key,
        countyName: county.name,
        successes,
        trials,
        ...point,
        standing: standingOf(point),
      }
    }),
  }))
  const households = shared.map(({ kind, shared: key, area, household }) => {
    return {
      kind,
      shared: key,
      county: area.county,
      countyName: area.countyName,
      village: area.key,
      household,
    }
  })
  const parts = { version: 1, shared: households, funnels: told }
  return JSON.stringify({ ...parts, problems: problems.map((each) => problemJson(each, texts)) })
}
