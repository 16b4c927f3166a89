import { percentText } from '../application/texts/percentText'
import { shownShare } from '../application/census/shownShare'
import type { Language, Texts } from '../application/texts/Texts'
import { coverageRate } from '../domain/programmes/census/coverage/Coverage'
import type { CoverageReport } from '../domain/programmes/census/coverage/coverageOf'
import type { TableHead } from '../domain/programmes/census/tables/CompiledTable'
import type { AreaTable, CellCount } from '../domain/programmes/census/tables/TableCounts'

/** What is told for the eye. */
export interface ReportedCensus {
  readonly coverage: CoverageReport
  readonly tables: readonly AreaTable[]
  /** Labels of the tables. */
  readonly heads: readonly TableHead[]
}

const WORDS: Readonly<
  Record<
    Language,
    Readonly<
      Record<
        'listed' | 'found' | 'duplicates' | 'enumerated' | 'rate' | 'base' | 'unanswered' | 'shares',
        string
      >
    >
  >
> = {
  'zh-CN': {
    listed: '名单户数',
    found: '新增户',
    duplicates: '重复户',
    enumerated: '已登记',
    rate: '登记率',
    base: '有回答',
    unanswered: '没有回答',
    shares: '占比是占有回答的比例，四舍五入后不一定加总为100。',
  },
  en: {
    listed: 'Listed households',
    found: 'Found',
    duplicates: 'Duplicates',
    enumerated: 'Enumerated',
    rate: 'Rate of coverage',
    base: 'answered',
    unanswered: 'unanswered',
    shares: 'Shares are of those who answered; rounded, they need not add to 100.',
  },
}

/** Coverage and the tables, with labels and rounded shares; a table of nobody is left out. */
export function censusReport({ coverage, tables, heads }: ReportedCensus, { language }: Texts): string {
  const words = WORDS[language]
  const { county } = coverage
  const { listed, found, states } = county
  const head =
    `${words.listed} ${listed}  ${words.found} ${found}  ${words.duplicates} ${states.duplicate}  ` +
    `${words.enumerated} ${states.enumerated}  ${words.rate} ${percentText(coverageRate(county))}`
  const shown = tables.filter(({ base, unanswered }) => base > 0 || (unanswered ?? 0) > 0)
  return [head, words.shares, ...shown.flatMap((table) => tableLines(table, heads, language))].join('\n')
}

function tableLines(table: AreaTable, heads: readonly TableHead[], language: Language): readonly string[] {
  const head = heads.find(({ id }) => id === table.id)
  const words = WORDS[language]
  const { area, base, unanswered, population } = table
  const place = area.key === null ? '' : `  ${area.key}`
  const beside = unanswered === null ? '' : `  ${words.unanswered} ${countText(unanswered)}`
  const title = `${head?.label[language] ?? table.id}${place}  ${words.base} ${countText(base)}${beside}`
  const rows = table.rows.map((row) => {
    const own = row.base === undefined ? '' : `  (${words.base} ${countText(row.base)})`
    return `  ${cellLabel(row, head, language)}  ${countText(row.count)}  ${shownShare(row.share, population)}${own}`
  })
  return ['', title, ...rows]
}

function cellLabel({ code, column }: CellCount, head: TableHead | undefined, language: Language): string {
  const row = head?.rows.find((each) => each.code === code)?.label[language] ?? code
  if (column === undefined) return row
  return `${row} · ${head?.columns?.find((each) => each.code === column)?.label[language] ?? column}`
}

/** Weighted counts are no whole numbers: two decimals are enough to look at. */
function countText(count: number | null): string {
  if (count === null) return '–'
  return Number.isInteger(count) ? String(count) : count.toFixed(2)
}
