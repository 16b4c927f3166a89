import type { Problem } from '../shared/Problem'
import { cellText } from './cellText'
import type { MappedSheet } from './RosterRow'
import type { RosterField } from './RosterField'
import { rowProblem } from './rowProblem'

/**
 * Finds rows below the people that are not of the list. Where everybody before has a number of the register or an ID
 * number, a row behind a blank one without either is of a small table or a note, and so is a row that has words or
 * counts in place of register numbers and gives no relation. It is not read, and reported.
 */
export function listEnd(sheet: MappedSheet): { passBlank(): void; fault(row: number): Problem | null } {
  const columns = NUMBER_FIELDS.flatMap((field) => sheet.columnOf.get(field) ?? [])
  const registerColumns = REGISTER_FIELDS.flatMap((field) => sheet.columnOf.get(field) ?? [])
  const lengths = columns.map(() => new Set<number>())
  const relation = sheet.columnOf.get('relation')
  const textAt = (row: number, column: number) => cellText(sheet.table.cell(row, column))
  // Where each row is a household, none can do without its number.
  const asked = registerColumns.length > 0 && !sheet.columnOf.has('name') ? columns : registerColumns
  const saysOtherThings = (row: number): boolean =>
    asked.some((column) => WORD_OR_COUNT.test(textAt(row, column) ?? '')) &&
    (relation === undefined || textAt(row, relation) === null)
  let numbered = 0
  let isEveryoneNumbered = columns.length > 0
  let isBehindBlank = false
  return {
    passBlank() {
      isBehindBlank = true
    },
    fault(row) {
      const digits = columns.map((column) => digitsOf(textAt(row, column)))
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
      const isEnough = isEveryoneNumbered && numbered >= ENOUGH
      isBehindBlank ||= isEnough && saysOtherThings(row)
      if (isBehindBlank && isEnough)
        return rowProblem('row_after_list', 'error', sheet, row, ['name', 'headName'], { row: row + 1 })
      isEveryoneNumbered = false
      return null
    },
  }
}

function digitsOf(text: string | null): number {
  return text === null ? 0 : text.replace(/\D/g, '').length
}

const REGISTER_FIELDS: readonly RosterField[] = ['householdNumber', 'memberNumber', 'headNumber']
const NUMBER_FIELDS: readonly RosterField[] = [...REGISTER_FIELDS, 'idNumber', 'headIdNumber']
/** `低保`, `3户`; not what is left of a number, nor an error. */
const WORD_OR_COUNT = /^(?!.*\d{6})\d*[\p{Script=Han}（()）]+|^\d{1,5}$/u
/** Fewer are a count or an amount. */
const FEWEST_DIGITS = 6
/** One does not show how a list goes on. */
const ENOUGH = 2
