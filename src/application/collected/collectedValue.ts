import type { Question } from '../../domain/instrument/loadInstrument'
import type { Instrument } from '../../domain/instrument/loadInstrument'
import { cellText } from '../../domain/roster/cellText'
import type { Json } from '../../domain/shared/Json'
import type { ProblemCode } from '../../domain/shared/ProblemCode'
import { otherOf } from '../xlsform/formNames'
import { textIn, type CollectedRow } from './collectedTables'

/** An answer as the answers file has it, null where the cells are blank; or what is wrong with it. */
export type CollectedValue = { readonly value: Json | null } | CollectedFault

export interface CollectedFault {
  readonly fault: ProblemCode
  /** Where it is not the question's own. */
  readonly column?: number
}

/** The answer to a question in a row. `memberOf`: the key of the member that a choice of the form means. */
export function collectedValue(
  row: CollectedRow,
  { data }: Question,
  memberOf: (choice: string) => string,
): CollectedValue {
  const text = textIn(row, data.name)
  switch (data.type) {
    case 'integer':
    case 'decimal':
      return text === null ? { value: null } : numberIn(text)
    case 'date':
      return { value: text === null ? null : (DATE.exec(text)?.[1] ?? text) }
    case 'select_multiple':
      return severalIn(row, data.name, text)
    case 'select_one_member':
      return { value: text === null ? textIn(row, otherOf(data.name)) : memberOf(text) }
    case 'select_multiple_members':
      return { value: text === null ? null : text.split(' ').map(memberOf) }
    default:
      return { value: text }
  }
}

/** Programs may add a clock time to a day. */
const DATE = /^(\d{4}-\d{2}-\d{2})(?:[T ].*)?$/

function numberIn(text: string): CollectedValue {
  const value = NUMBER.test(text) ? Number(text) : Number.NaN
  return Number.isFinite(value) ? { value } : { fault: 'collected_value_unreadable' }
}

const NUMBER = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/

/** Chosen by a column of codes, by columns of 0 and 1, or by both: then they must say the same. */
function severalIn(row: CollectedRow, question: string, text: string | null): CollectedValue {
  const listed = text === null ? null : text.split(' ')
  const columns = [...(row.choices.get(question) ?? [])].map(([choice, column]) => ({
    choice,
    column,
    chosen: isChosen(cellText(row.table.cell(row.row, column))),
  }))
  const odd = columns.find(({ chosen }) => chosen === null)
  if (odd !== undefined) return { fault: 'collected_value_unreadable', column: odd.column }
  const marked = columns.flatMap(({ choice, chosen }) => (chosen === true ? [choice] : []))
  if (columns.length === 0) return { value: listed }
  if (listed === null) return { value: marked.length === 0 ? null : marked }
  const known = columns.map(({ choice }) => choice)
  const shown = listed.filter((choice) => known.includes(choice))
  return shown.toSorted().join(' ') === marked.toSorted().join(' ')
    ? { value: listed }
    : { fault: 'collected_choices_differ' }
}

/** Null: neither yes nor no. Blank: the question was not asked. */
function isChosen(text: string | null): boolean | null {
  if (text === null || /^(0(\.0)?|false)$/i.test(text)) return false
  return /^(1(\.0)?|true)$/i.test(text) ? true : null
}

/** Whether a text is what choices of a question are called, in any language, in place of their codes. */
export function isLabel(text: string, { data }: Question, { data: { choices } }: Instrument): boolean {
  const called = (choices[data.choices ?? ''] ?? []).flatMap(({ label, plain }) => [
    ...Object.values(label),
    ...Object.values(plain ?? {}),
  ])
  return text.split(' ').some((part) => called.includes(part)) || called.includes(text)
}
