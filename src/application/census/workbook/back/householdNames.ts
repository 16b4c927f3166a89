import { groupBy } from '../../../../domain/shared/groupBy'
import {
  plainValue,
  textIn,
  type ReturnedCell,
  type ReturnedCensus,
} from '../../../workbook/review/ReturnedWorkbook'

/** Which household of the workbook a cell names; null where none does. */
export type NamesHousehold = (cell: ReturnedCell) => string | null

/**
 * Finds households by their keys as people type them: a key of digits may have become a number, which names its household as long as
 * no other key is that number.
 */
export function householdNames({ writtenKeys }: Pick<ReturnedCensus, 'writtenKeys'>): NamesHousehold {
  const keys = new Set(writtenKeys)
  const asNumbers = groupBy(keys, Number)
  return (cell) => {
    const text = textIn(cell)
    if (text !== null && keys.has(text)) return text
    const number = plainValue(cell.value)
    const [only, ...more] = (typeof number === 'number' && asNumbers.get(number)) || []
    return only === undefined || more.length > 0 ? null : only
  }
}

/** The households that corrections are proposed of, each once. */
export function proposedHouseholds(returned: ReturnedCensus): ReadonlySet<string> {
  const nameOf = householdNames(returned)
  return new Set(returned.proposals.flatMap(({ household }) => nameOf(household) ?? []))
}
