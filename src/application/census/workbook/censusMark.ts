import type { CaseBook } from '../../../domain/programmes/census/tables/CaseBook'
import { digest } from '../../../domain/shared/digest'
import type { StandardsInForce } from '../../../domain/standards/Standards'
import type { ReviewMark } from '../../workbook/review/reviewMark'
import type { CensusCount } from '../CensusTally'
import { CENSUS_FORMAT } from './censusFormat'

/** What a census workbook says of itself; its state is a hash of everything that the figures come from. */
export function censusMark(
  { book, rows, samplings }: CensusCount,
  { asOf, edition, region, parameters }: StandardsInForce,
  project: string,
): ReviewMark {
  const values = [...parameters.values()].map(({ name, value }) => [name, value])
  const weights = samplings?.map(({ weight }) => weight) ?? null
  const households = rows.map(({ household, isFound, outcome }) => [household, isFound, outcome])
  const parts = [[asOf, edition, region, values, weights, households, [...book.amounts]], ...codesIn(book)]
  const state = digest(parts.map((part) => digest(JSON.stringify(part))).join(' '))
  return { format: CENSUS_FORMAT, project, state, asOf }
}

/** The codes of every table, with those whose codes they are. */
function* codesIn(book: CaseBook): Generator<readonly unknown[]> {
  for (const units of [book.households, book.persons, book.villageForms, book.county]) {
    yield units.ids
    for (const { id } of book.tables) {
      const own = units.of(id)
      if (own !== undefined) yield [id, [...own.codes], own.known && [...own.known]]
    }
  }
}
