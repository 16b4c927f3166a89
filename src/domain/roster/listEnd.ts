import type { Problem } from '../shared/Problem'
import { cellText } from './cellText'
import type { MappedSheet } from './RosterRow'
import type { RosterField } from './RosterField'
import { rowProblem } from './rowProblem'

/**
 * Tells rows behind a blank one that are not of the list: where everybody before has a number of the register or an ID
 * number, a row without either is of a small table or a note below. It is not read, and told.
 */
export function listEnd(sheet: MappedSheet): { passBlank(): void; fault(row: number): Problem | null } {
  const columns = NUMBER_FIELDS.flatMap((field) => sheet.columnOf.get(field) ?? [])
  const lengths = columns.map(() => new Set<number>())
  let numbered = 0
  let isEveryoneNumbered = columns.length > 0
  let isBehindBlank = false
  return {
    passBlank() {
      isBehindBlank = true
    },
    fault(row) {
      const digits = columns.map((column) => digitsOf(cellText(sheet.table.cell(row, column))))
      // A telephone number in such a column has not the length of the list's numbers.
      const hasNumber = digits.some(
        (count, index) => count >= FEWEST_DIGITS && (!isBehindBlank || lengths[index]?.has(count) === true),
      )
      if (hasNumber) {
        digits.forEach((count, index) => lengths[index]?.add(count))
        numbered++
        isBehindBlank = false
        return null
      }
      if (isBehindBlank && isEveryoneNumbered && numbered >= ENOUGH)
        return rowProblem('row_after_list', 'error', sheet, row, ['name', 'headName'], { row: row + 1 })
      isEveryoneNumbered = false
      return null
    },
  }
}

function digitsOf(text: string | null): number {
  return text === null ? 0 : text.replace(/\D/g, '').length
}

const NUMBER_FIELDS: readonly RosterField[] = [
  'householdNumber',
  'memberNumber',
  'headNumber',
  'idNumber',
  'headIdNumber',
]
/** Fewer are a count or an amount. */
const FEWEST_DIGITS = 6
/** One says nothing of how a list goes on. */
const ENOUGH = 2
