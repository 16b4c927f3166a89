import { areaWords } from '../application/census/areaWords'
import { percentText } from '../application/texts/percentText'
import { shownInterval, shownShare } from '../application/census/shownShare'
import type { Language, Texts } from '../application/texts/Texts'
import { coverageRate } from '../domain/programmes/census/coverage/Coverage'
import type { CoverageReport } from '../domain/programmes/census/coverage/coverageOf'
import type { ComparedTable, Comparison } from '../domain/programmes/census/compare/compareFigures'
import type { TableHead } from '../domain/programmes/census/tables/CompiledTable'
import type { AreaTable, CellCount } from '../domain/programmes/census/tables/TableCounts'
import type { Population } from '../domain/programmes/census/tables/TableData'
import { comparedText, goneLines, oneSidedLines } from './comparisonReport'

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
    Readonly<
      Record<
        | 'listed'
        | 'found'
        | 'duplicates'
        | 'enumerated'
        | 'rate'
        | 'base'
        | 'unanswered'
        | 'shares'
        | 'interval'
        | 'tooFew',
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
    interval: '95%区间',
    tooFew: '抽中的太少，无法估计区间',
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
    interval: '95 % interval',
    tooFew: 'too few drawn for an interval',
  },
}

/** Coverage and the tables, with labels and rounded shares; a table of nobody is left out. */
export function censusReport(
  { coverage, tables, heads, compare }: ReportedCensus,
  texts: Texts,
): string {
  const { language } = texts
  const words = WORDS[language]
  const { county } = coverage
  const { listed, found, states } = county
  const head =
    `${words.listed} ${listed}  ${words.found} ${found}  ${words.duplicates} ${states.duplicate}  ` +
    `${words.enumerated} ${states.enumerated}  ${words.rate} ${percentText(coverageRate(county))}`
  const shown = tables.filter(({ base, unanswered }) => base > 0 || (unanswered ?? 0) > 0)
  const lines = shown.flatMap((table) =>
    tableLines(table, {
      head: heads.find(({ id }) => id === table.id),
      compared: comparedOf(table, compare),
      texts,
    }),
  )
  return [head, words.shares, ...lines, ...oneSidedLines(compare, heads, texts)].join('\n')
}

interface Telling {
  readonly head: TableHead | undefined
  /** With the earlier count; undefined where it lacks the table. */
  readonly compared: ComparedTable | undefined
  readonly texts: Texts
}

function comparedOf({ id, area }: AreaTable, compare: Comparison | null): ComparedTable | undefined {
  return compare?.tables.find((each) => each.id === id && each.area === (area.key ?? 'county'))
}

function tableLines(table: AreaTable, telling: Telling): readonly string[] {
  const { head, compared, texts } = telling
  const { language } = texts
  const words = WORDS[language]
  const { area, base, unanswered, population } = table
  const place = area.key === null ? '' : `  ${areaWords(area.key, texts)}`
  const beside = unanswered === null ? '' : `  ${words.unanswered} ${countText(unanswered)}`
  const title = `${head?.label[language] ?? table.id}${place}  ${words.base} ${countText(base)}${beside}`
  const rows = table.rows.map((row) => {
    const own = row.base === undefined ? '' : `  (${words.base} ${countText(row.base)})`
    const told = `  ${cellLabel(row, head, language)}  ${countText(row.count)}  ${shownShare(row.share, population)}${own}`
    return `${told}${intervalText(row, population, language)}${comparedText(row, compared, population, language)}`
  })
  return [
    '',
    title,
    ...rows,
    ...goneLines(compared, (row) => cellLabel(row, head, language), population, language),
  ]
}

/** Of a sampled county: the interval of the share, or that there is none. */
function intervalText({ interval, share }: CellCount, population: Population, language: Language): string {
  const words = WORDS[language]
  if (interval === undefined || share === null) return ''
  const shown = shownInterval(interval, population)
  return shown === null ? `  (${words.tooFew})` : `  (${words.interval} ${shown})`
}

function cellLabel(
  { code, column }: Pick<CellCount, 'code'> & { readonly column?: string | undefined },
  head: TableHead | undefined,
  language: Language,
): string {
  const row = head?.rows.find((each) => each.code === code)?.label[language] ?? code
  if (column === undefined) return row
  return `${row} · ${head?.columns?.find((each) => each.code === column)?.label[language] ?? column}`
}

/** Weighted counts are no whole numbers: two decimals are enough to look at. */
function countText(count: number | null): string {
  if (count === null) return '–'
  return Number.isInteger(count) ? String(count) : count.toFixed(2)
}
