import type { CellValue, ChangedCell } from '../../domain/roster/compare/RosterComparison'
import type { CodeDefinition, RosterCodes } from '../../domain/roster/RosterVocabulary'
import type { Texts, TermOf } from './Texts'

/** A difference between two lists in words: the column as the lists head it, and both values. */
export interface DescribedCell {
  readonly column: string
  readonly before: string
  readonly after: string
}

const KEPT = 'kept/'

/** Fields of a read roster whose column has another name. */
const COLUMN_OF: Readonly<Record<string, string>> = { status: 'exitState', povertyCauses: 'povertyCause' }

const CODES_OF: Readonly<Record<string, keyof RosterCodes>> = {
  status: 'register_status',
  category: 'household_category',
  povertyCauses: 'poverty_cause',
  relation: 'relation',
  sex: 'sex',
  educationLevel: 'education_level',
  studentStatus: 'student_status',
  health: 'health',
  laborAbility: 'labor_ability',
  workPlace: 'work_place',
}

export function describeCell(cell: ChangedCell, codes: RosterCodes, texts: Texts): DescribedCell {
  const { field, person } = cell
  const list = codes[CODES_OF[field] ?? 'yes_no']
  const valueOf = (value: CellValue): string => valueText(value, list, texts)
  return { column: columnOf(field, person, texts), before: valueOf(cell.before), after: valueOf(cell.after) }
}

function columnOf(field: string, person: string | null, texts: Texts): string {
  if (field.startsWith(KEPT)) return field.slice(KEPT.length)
  if (field === 'member') return texts.term('history', 'member')
  if (field === 'phone' && person !== null) return texts.term('rosterFields', 'memberPhone')
  return texts.term('rosterFields', (COLUMN_OF[field] ?? field) as TermOf<'rosterFields'>)
}

function valueText(value: CellValue, codes: readonly CodeDefinition[], texts: Texts): string {
  if (value === null) return '—'
  if (typeof value === 'boolean') return wordOf(value ? 'yes' : 'no', codes, texts)
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return wordOf(value, codes, texts)
  return value.length === 0 ? '—' : value.map((each) => wordOf(each, codes, texts)).join('、')
}

function wordOf(value: string, codes: readonly CodeDefinition[], { language }: Texts): string {
  const code = codes.find((each) => each.code === value)
  return (language === 'en' ? code?.en : code?.labels[0]) ?? value
}
