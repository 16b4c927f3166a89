import { shownInterval, shownShare } from '../application/census/shownShare'
import type { Language, Texts } from '../application/texts/Texts'
import type { ComparedTable } from '../domain/programmes/census/compare/compareFigures'
import type { TableHead } from '../domain/programmes/census/tables/CompiledTable'
import type { CellCount } from '../domain/programmes/census/tables/TableCounts'
import type { Population } from '../domain/programmes/census/tables/TableData'
import type { CountedTable } from '../domain/programmes/census/tables/tableOf'
import { comparedText, goneLines } from './comparisonReport'

/** How a table is told. */
export interface TableTelling {
  /** Words for its area; empty where it needs none. */
  readonly place: string
  readonly head: TableHead | undefined
  /** With the earlier count; undefined where it lacks the table. */
  readonly compared: ComparedTable | undefined
  readonly texts: Texts
}

const WORDS: Readonly<
  Record<Language, Readonly<Record<'base' | 'unanswered' | 'interval' | 'tooFew', string>>>
> = {
  'zh-CN': {
    base: '有回答',
    unanswered: '没有回答',
    interval: '95%区间',
    tooFew: '抽中的太少，无法估计区间',
  },
  en: {
    base: 'answered',
    unanswered: 'unanswered',
    interval: '95 % interval',
    tooFew: 'too few drawn for an interval',
  },
}

/** Whether a table has a case: others are not told for the eye. */
export function isOfAnybody({ base, unanswered }: CountedTable): boolean {
  return base > 0 || (unanswered ?? 0) > 0
}

/** A table for the eye, with labels and rounded shares. */
export function tableLines(table: CountedTable, telling: TableTelling): readonly string[] {
  const { place, head, compared, texts } = telling
  const { language } = texts
  const words = WORDS[language]
  const { base, unanswered, population } = table
  const beside = unanswered === null ? '' : `  ${words.unanswered} ${countText(unanswered)}`
  const title = `${head?.label[language] ?? table.id}${place === '' ? '' : `  ${place}`}  ${words.base} ${countText(base)}${beside}`
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
