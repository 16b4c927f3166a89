import { lakeCodedTables } from '../adapters/resources/censusTables'
import { STANDARDS } from '../adapters/resources/standards'
import type { CountyInLake, LakeLevel } from '../application/lake/LakeArea'
import type { LakeSource } from '../application/lake/LakeEngine'
import { censusTables } from '../application/lake/tables/censusTables'
import { lakeMeasures } from '../application/lake/tables/measures'
import { parseStandardsVersion } from '../application/project/parseStandardsVersion'
import type { Problem } from '../domain/shared/Problem'
import { refusals, success, type Result } from '../domain/shared/Result'
import { resolveStandards } from '../domain/standards/resolveStandards'
import type { StandardsInForce } from '../domain/standards/Standards'
import type { LakeTeller } from './lakeTeller'

type Counties = ReadonlyMap<string, CountyInLake>

/** Counts the censuses of a lake. */
export async function tellCensus(
  source: LakeSource,
  counties: Counties,
  level: LakeLevel,
  teller: Pick<LakeTeller, 'table'>,
): Promise<readonly Problem[]> {
  const tables = lakeCodedTables()
  for await (const table of censusTables(source, { counties, tables, level })) teller.table(table)
  return []
}

/** Measures the assessments of a lake. Refused: `lake_standards_unknown`. */
export async function tellMeasures(
  source: LakeSource,
  counties: Counties,
  level: LakeLevel,
  teller: Pick<LakeTeller, 'measures'>,
): Promise<Result<readonly Problem[]>> {
  const standards = standardsIn(counties)
  if (!standards.ok) return standards
  const standardsOf = (county: CountyInLake): StandardsInForce =>
    standards.value.get(county.standards) as StandardsInForce
  for await (const measured of lakeMeasures(source, { counties, level, standardsOf }))
    teller.measures(measured)
  const missing = [...counties.values()].filter(({ totals }) => totals === null)
  return success(missing.length === 0 ? [] : [totalsMissing(missing)])
}

/** What each county is judged by, by the text of it. */
function standardsIn(counties: Counties): Result<ReadonlyMap<string, StandardsInForce>> {
  const known = new Map<string, StandardsInForce>()
  const problems: Problem[] = []
  for (const county of counties.values()) {
    if (known.has(county.standards)) continue
    const version = parseStandardsVersion(county.standards)
    const isOther = version === null || version.edition !== STANDARDS.standards.edition
    const resolved = isOther ? null : resolveStandards(STANDARDS, version.choice)
    if (resolved?.ok === true) known.set(county.standards, resolved.value)
    else
      problems.push({ code: 'lake_standards_unknown', severity: 'error', place: {}, value: nameOf(county) })
  }
  return problems.length === 0 ? success(known) : refusals(problems)
}

function totalsMissing(counties: readonly CountyInLake[]): Problem {
  const value = counties.map(nameOf).join('、')
  return { code: 'lake_totals_missing', severity: 'warning', place: {}, value }
}

function nameOf({ name, key }: CountyInLake): string {
  return name ?? key
}
