import type { RawCell } from '../../domain/roster/SheetTable'
import type { AttributeOf } from '../xml/OpenElements'
import { dayCell } from './dayCell'
import { isoDateCell } from './isoDateCell'

/** What the content of an OpenDocument cell depends on besides its own attributes. */
export interface CellSurroundings {
  /** Its paragraphs; `null` when it has none. A formula that comes to an empty text has an empty one. */
  readonly text: string | null
  /** Its style shows numbers as dates or times. */
  readonly isDay: () => boolean
  readonly epochShift: number
}

/** The value of a cell of an OpenDocument table (ODF 1.3, 19.389); `null` for an empty one, or a formula without a result. */
export function openDocumentCell(
  attribute: AttributeOf,
  { text, isDay, epochShift }: CellSurroundings,
): RawCell {
  const hasFormula = attribute('table:formula') !== undefined
  // LibreOffice keeps an error as an empty text or a 0 that looks like an error.
  if (attribute('calcext:value-type') === 'error' || (hasFormula && ERROR.test(text ?? '')))
    return { kind: 'error', text: text || '#ERROR' }
  switch (attribute('office:value-type')) {
    case 'float':
    case 'percentage':
    case 'currency':
      return numberCell(attribute('office:value'), { text, isDay, epochShift })
    case 'date':
      return isoDateCell(attribute('office:date-value') ?? text ?? '')
    case 'time':
      return timeCell(attribute('office:time-value') ?? text ?? '')
    case 'boolean':
      return attribute('office:boolean-value') === 'true'
    case 'string':
      return attribute('office:string-value') ?? text ?? ''
    default:
      return text
  }
}

function numberCell(value: string | undefined, { text, isDay, epochShift }: CellSurroundings): RawCell {
  if (value === undefined || value.trim() === '') return text
  const number = Number(value)
  if (Number.isNaN(number)) return { kind: 'error', text: '#VALUE!' }
  if (!Number.isFinite(number)) return { kind: 'error', text: '#NUM!' }
  return isDay() ? dayCell(number, epochShift) : number
}

/** A time of day as a fraction of a day, as in an .xlsx. */
function timeCell(value: string): RawCell {
  const parts = DURATION.exec(value)?.slice(1)
  if (parts === undefined) return value
  const [hours = 0, minutes = 0, seconds = 0] = parts.map((part) => Number(part ?? 0))
  return dayCell((hours * 3600 + minutes * 60 + seconds) / SECONDS_A_DAY, 0)
}

const ERROR = /^(?:#(?:REF|N\/A|VALUE|DIV\/0|NUM|NAME|NULL)[!?]?|Err:\d{3})$/
const DURATION = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?$/
const SECONDS_A_DAY = 86_400
