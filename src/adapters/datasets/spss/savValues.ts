import { isMissing, type DataCell, type Variable } from '../../../application/datasets/Dataset'
import type { Writing } from '../../../application/workbook/writings'
import { chinaClock } from '../cellText'
import { numberOf } from '../columnSizes'

/** Why a number is missing: values that no amount and no date can have. */
export const MISSING_NUMBERS: Readonly<Record<Writing, number>> = {
  not_applicable: -999_999_901,
  unanswered: -999_999_902,
  conflict: -999_999_903,
  hidden: -999_999_904,
}

/** There is nothing to say: the system's missing value. */
export const SYSTEM_MISSING = -Number.MAX_VALUE

/** Seconds from 14 October 1582, where the days of SPSS begin, to 1970. */
const SECONDS_TO_1970 = 12_219_379_200

/** A cell of a variable that is no text; days and instants in seconds. */
export function savNumber(cell: DataCell, variable: Variable): number {
  if (cell === null) return SYSTEM_MISSING
  if (isMissing(cell)) return MISSING_NUMBERS[cell.missing]
  switch (variable.type) {
    case 'code':
      return numberOf(variable, cell)
    case 'date':
      return Date.parse(String(cell)) / 1000 + SECONDS_TO_1970
    case 'instant':
      return chinaClock(String(cell)) / 1000 + SECONDS_TO_1970
    default:
      return Number(cell)
  }
}

/** Numbers of the formats: text, plain number, day as 2020/07/15, day and time. */
const FORMATS = { text: 1, number: 5, day: 39, instant: 22 } as const

/** How a variable is shown, as a number of the file: its format, width and decimals. */
export function formatNumber({ type }: Variable, width: number): number {
  switch (type) {
    case 'text':
      return (FORMATS.text << 16) | (width << 8)
    case 'date':
      return (FORMATS.day << 16) | (10 << 8)
    case 'instant':
      return (FORMATS.instant << 16) | (20 << 8)
    case 'yuan':
      return (FORMATS.number << 16) | (12 << 8) | 2
    case 'decimal':
      return (FORMATS.number << 16) | (12 << 8) | 4
    case 'integer':
    case 'code':
      return (FORMATS.number << 16) | (8 << 8)
  }
}
