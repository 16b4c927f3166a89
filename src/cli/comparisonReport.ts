import { shownPoints, shownPointsInterval, shownShare } from '../application/census/shownShare'
import { areaWords } from '../application/census/areaWords'
import type { Language, Texts } from '../application/texts/Texts'
import type {
  ComparedRow,
  ComparedTable,
  Comparison,
} from '../domain/programmes/census/compare/compareFigures'
import type { TableHead } from '../domain/programmes/census/tables/CompiledTable'
import type { Population } from '../domain/programmes/census/tables/TableData'

type Word =
  'earlier' | 'difference' | 'interval' | 'rowNew' | 'rowGone' | 'tables' | 'areas' | 'now' | 'before'

const WORDS: Readonly<Record<Language, Readonly<Record<Word, string>>>> = {
  'zh-CN': {
    earlier: '早先',
    difference: '相差百分点',
    interval: '95%区间',
    rowNew: '早先没有这一项',
    rowGone: '这次没有这一项',
    tables: '表',
    areas: '地区',
    now: '只有这次有',
    before: '只有早先有',
  },
  en: {
    earlier: 'earlier',
    difference: 'difference in points',
    interval: '95 % interval',
    rowNew: 'no such row earlier',
    rowGone: 'no such row now',
    tables: 'tables',
    areas: 'areas',
    now: 'Now alone',
    before: 'Earlier alone',
  },
}

/** What stands behind a row: its earlier share and the difference; nothing where the table is not compared. */
export function comparedText(
  row: Pick<ComparedRow, 'code' | 'column'>,
  compared: ComparedTable | undefined,
  population: Population,
  language: Language,
): string {
  const own = compared?.rows.find(({ code, column }) => code === row.code && column === row.column)
  if (own === undefined) return ''
  const words = WORDS[language]
  if (own.standing === 'now') return `  ${words.rowNew}`
  const interval = shownPointsInterval(own.interval, population)
  const beside = interval === null ? '' : ` (${words.interval} ${interval})`
  return `  ${words.earlier} ${shownShare(own.earlier, population)}  ${words.difference} ${shownPoints(own.difference, population)}${beside}`
}

/** The rows of a table that only the earlier count has. */
export function goneLines(
  compared: ComparedTable | undefined,
  labelOf: (row: ComparedRow) => string,
  population: Population,
  language: Language,
): readonly string[] {
  const words = WORDS[language]
  const gone = compared?.rows.filter(({ standing }) => standing === 'earlier') ?? []
  return gone.map(
    (row) => `  ${labelOf(row)}  ${words.rowGone}  ${words.earlier} ${shownShare(row.earlier, population)}`,
  )
}

/** Tables and areas that one count has alone. */
export function oneSidedLines(
  compare: Comparison | null,
  heads: readonly TableHead[],
  texts: Texts,
): readonly string[] {
  if (compare === null) return []
  const { language } = texts
  const words = WORDS[language]
  const { onlyIn, areas } = compare
  const named = (ids: readonly string[]): readonly string[] =>
    ids.map((id) => heads.find((head) => head.id === id)?.label[language] ?? id)
  const placed = (areas: readonly string[]): readonly string[] => areas.map((area) => areaWords(area, texts))
  const lines = [
    [words.now, words.tables, named(onlyIn.now)],
    [words.before, words.tables, named(onlyIn.earlier)],
    [words.now, words.areas, placed(areas.now)],
    [words.before, words.areas, placed(areas.earlier)],
  ] as const
  const told = lines.flatMap(([side, what, names]) =>
    names.length === 0 ? [] : [`${side} (${what}): ${names.join(', ')}`],
  )
  return told.length === 0 ? [] : ['', ...told]
}
