import type { CheckLine } from '../application/census/checks/checkLines'
import { FIGURES_VERSION, tableFigures } from '../application/census/figures'
import type { Texts } from '../application/texts/Texts'
import { coverageRate, openIn, type Coverage } from '../domain/programmes/census/coverage/Coverage'
import type { CoverageReport } from '../domain/programmes/census/coverage/coverageOf'
import type { Comparison } from '../domain/programmes/census/compare/compareFigures'
import type { AreaTable } from '../domain/programmes/census/tables/TableCounts'
import type { Problem } from '../domain/shared/Problem'
import { checkJson } from './censusChecks'
import { problem as problemJson } from './rosterJson'

/** What `yihu census` found. */
export interface ToldCensus {
  /** Null where the census was refused. */
  readonly coverage: CoverageReport | null
  readonly tables: readonly AreaTable[]
  readonly isByArea: boolean
  /** With an earlier count; null where none was given. */
  readonly compare: Comparison | null
  /** What the checks found. */
  readonly checks: readonly CheckLine[]
  readonly problems: readonly Problem[]
}

/** The document that `yihu census --json` prints. */
export function censusJson(
  { coverage, tables, isByArea, compare, checks, problems }: ToldCensus,
  texts: Texts,
): string {
  // Table by table: one string of a whole county is made once, at the end.
  const rows = tables.map((table) => JSON.stringify(tableFigures(table)))
  const found = checks.map((line) => JSON.stringify(checkJson(line, texts)))
  const parts = [
    `"version":${FIGURES_VERSION}`,
    `"coverage":${JSON.stringify(coverage && coverageJson(coverage, isByArea))}`,
    `"tables":[${rows.join(',\n')}]`,
    ...(compare === null ? [] : [`"compare":${JSON.stringify(compare)}`]),
    `"checks":[${found.join(',\n')}]`,
    `"problems":${JSON.stringify(problems.map((each) => problemJson(each, texts)))}`,
  ]
  return `{${parts.join(',\n')}}`
}

function coverageJson({ county, townships, villages, shared }: CoverageReport, isByArea: boolean): object {
  const areas = [...townships, ...villages].map(([area, own]) => ({ area, ...countsJson(own) }))
  return {
    ...countsJson(county),
    // The households alone: an ID number is nobody's business here.
    sharedIds: shared.map(({ households }) => households.map(({ household }) => household)),
    ...(isByArea && { areas }),
  }
}

function countsJson(coverage: Coverage): object {
  const { listed, found, states } = coverage
  return {
    listed,
    found,
    duplicates: states.duplicate,
    enumerated: states.enumerated,
    open: openIn(coverage),
    rate: coverageRate(coverage),
    byOutcome: states,
  }
}
