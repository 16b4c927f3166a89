import { areaWords } from '../application/census/areaWords'
import { percentText } from '../application/texts/percentText'
import type { Language, Texts } from '../application/texts/Texts'
import { coverageRate } from '../domain/programmes/census/coverage/Coverage'
import type { CoverageReport } from '../domain/programmes/census/coverage/coverageOf'
import type { ComparedTable, Comparison } from '../domain/programmes/census/compare/compareFigures'
import type { TableHead } from '../domain/programmes/census/tables/CompiledTable'
import type { AreaTable } from '../domain/programmes/census/tables/TableCounts'
import { oneSidedLines } from './comparisonReport'
import { isOfAnybody, tableLines } from './tableLines'

/** What is told for the eye. */
export interface ReportedCensus {
  readonly coverage: CoverageReport
  readonly tables: readonly AreaTable[]
  /** Labels of the tables. */
  readonly heads: readonly TableHead[]
  /** With an earlier count; null where none was given. */
  readonly compare: Comparison | null
}

const WORDS: Readonly<
  Record<
    Language,
    Readonly<Record<'listed' | 'found' | 'duplicates' | 'enumerated' | 'rate' | 'shares', string>>
  >
> = {
  'zh-CN': {
    listed: '名单户数',
    found: '新增户',
    duplicates: '重复户',
    enumerated: '已登记',
    rate: '登记率',
    shares: '占比是占有回答的比例，四舍五入后不一定加总为100。',
  },
  en: {
    listed: 'Listed households',
    found: 'Found',
    duplicates: 'Duplicates',
    enumerated: 'Enumerated',
    rate: 'Rate of coverage',
    shares: 'Shares are of those who answered; rounded, they need not add to 100.',
  },
}

/** Coverage and the tables, with labels and rounded shares; a table of nobody is left out. */
export function censusReport({ coverage, tables, heads, compare }: ReportedCensus, texts: Texts): string {
  const { language } = texts
  const words = WORDS[language]
  const { county } = coverage
  const { listed, found, states } = county
  const head =
    `${words.listed} ${listed}  ${words.found} ${found}  ${words.duplicates} ${states.duplicate}  ` +
    `${words.enumerated} ${states.enumerated}  ${words.rate} ${percentText(coverageRate(county))}`
  const shown = tables.filter(isOfAnybody)
  const lines = shown.flatMap((table) =>
    tableLines(table, {
      place: table.area.key === null ? '' : areaWords(table.area.key, texts),
      head: heads.find(({ id }) => id === table.id),
      compared: comparedOf(table, compare),
      texts,
    }),
  )
  return [head, words.shares, ...lines, ...oneSidedLines(compare, heads, texts)].join('\n')
}

function comparedOf({ id, area }: AreaTable, compare: Comparison | null): ComparedTable | undefined {
  return compare?.tables.find((each) => each.id === id && each.area === (area.key ?? 'county'))
}
