import type { StandardsInForce } from '../../domain/standards/Standards'
import { chinaTime } from '../texts/chinaTime'
import type { Texts, TermOf } from '../texts/Texts'
import type { FullIds } from '../workbook/fullIds'
import { MISSING, type DataRow, type DataTable, type Missing } from './Dataset'
import { bothOf } from './DataTerms'

/** What is said of files of data as a whole. */
export interface DataAbout {
  /** What the project is called; null where it has no name. */
  readonly title: string | null
  /** Whose data they are: see `projectMark`. */
  readonly project: string
  readonly standards: StandardsInForce
  /** `csv`, `dta` or `sav`. */
  readonly format: string
  /** Instant of the writing. */
  readonly at: string
  readonly households: number
  /** Households or villages that were asked for; empty: all. */
  readonly scope: readonly string[]
  /** Everybody who asked for ID numbers in full; null: they are masked. */
  readonly fullIds: readonly FullIds[] | null
}

/** What stands in numbers of SPSS in place of a value. */
export type MissingNumbers = Readonly<Record<Missing['missing'], number>>

/** One row a statement: what the files are, whose, and how to read them. */
export function aboutTable(about: DataAbout, numbers: MissingNumbers, texts: Texts): DataTable {
  return {
    key: 'about',
    variables: (['item', 'value', 'text'] as const).map((name) => ({
      name,
      label: bothOf(texts, 'variables', name),
      type: 'text',
      origin: 'key',
    })),
    rows: () => [...factsOf(about, texts), ...readingOf(numbers, texts)],
  }
}

function factsOf(about: DataAbout, texts: Texts): readonly DataRow[] {
  const { title, project, standards, format, at, households, scope, fullIds } = about
  const fact = (name: TermOf<'about'>, value: string | null): DataRow => [
    texts.term('about', name),
    value,
    null,
  ]
  return [
    ...(title === null ? [] : [fact('title', title)]),
    fact('project', project),
    fact('asOf', standards.asOf),
    fact('region', standards.region),
    fact('written', `${chinaTime(at)} +08:00`),
    fact('format', format),
    fact('language', texts.language),
    fact('households', String(households)),
    ...(scope.length === 0 ? [fact('scope', texts.term('about', 'whole'))] : []),
    ...scope.map((each) => fact('scope', each)),
    ...(fullIds === null ? [fact('masked', null)] : []),
    ...(fullIds ?? []).map(({ by, at: when, why }): DataRow => [
      texts.term('about', 'fullIds'),
      `${by}, ${chinaTime(when)} +08:00`,
      why,
    ]),
  ]
}

function readingOf(numbers: MissingNumbers, texts: Texts): readonly DataRow[] {
  const reasons = ['not_applicable', 'unanswered', 'conflict', 'hidden'] as const
  const meaning = (reason: (typeof reasons)[number]): string =>
    `${texts.term('writings', reason)}: ${texts.term('writingMeanings', reason)}`
  return [
    ...reasons.map((reason): DataRow => [texts.term('about', 'marker'), MISSING[reason], meaning(reason)]),
    ...reasons.map((reason): DataRow => [
      texts.term('about', 'spss'),
      numbers[reason],
      texts.term('writings', reason),
    ]),
    [texts.term('about', 'empty'), null, texts.term('about', 'emptyMeaning')],
    [texts.term('about', 'apostrophe'), null, texts.term('about', 'apostropheMeaning')],
  ]
}
