import type { Variable } from '../../../application/datasets/Dataset'
import type { Writing } from '../../../application/workbook/writings'

/** Longest text that stands in its row, in bytes; longer ones of a variable stand together behind the rows. */
const LONGEST_IN_ROW = 2045

/** How a variable is stored. */
export type DtaType =
  | { readonly kind: 'byte' | 'int' | 'double' }
  | { readonly kind: 'long_text' }
  | { readonly kind: 'text'; readonly bytes: number }

/** Codes are the smallest numbers that hold them; `longest`: bytes of the longest text. */
export function dtaTypeOf({ type, codes }: Variable, longest: number): DtaType {
  if (type === 'text')
    return longest > LONGEST_IN_ROW ? { kind: 'long_text' } : { kind: 'text', bytes: Math.max(1, longest) }
  if (type !== 'code') return { kind: 'double' }
  return { kind: Math.max(...(codes ?? []).map(({ number }) => number)) > 100 ? 'int' : 'byte' }
}

/** The type's number in the file. */
export function typeNumber(type: DtaType): number {
  switch (type.kind) {
    case 'text':
      return type.bytes
    case 'long_text':
      return 32768
    case 'double':
      return 65526
    case 'int':
      return 65529
    case 'byte':
      return 65530
  }
}

/** Bytes of a cell. */
export function widthOf(type: DtaType): number {
  switch (type.kind) {
    case 'text':
      return type.bytes
    case 'long_text':
    case 'double':
      return 8
    case 'int':
      return 2
    case 'byte':
      return 1
  }
}

/** How Stata shows a variable. */
export function formatOf({ type }: Variable, stored: DtaType): string {
  switch (type) {
    case 'text':
      return stored.kind === 'text' ? `%${Math.min(stored.bytes, 60)}s` : '%60s'
    case 'date':
      return '%tdCCYY-NN-DD'
    case 'instant':
      return '%tcCCYY-NN-DD_HH:MM:SS'
    case 'yuan':
      return '%12.2f'
    case 'decimal':
      return '%10.0g'
    case 'integer':
    case 'code':
      return '%8.0g'
  }
}

/** Place of a reason among the extended missing values: 1 is `.a`. */
const LETTERS: Readonly<Record<Writing, number>> = {
  not_applicable: 1,
  unanswered: 2,
  conflict: 3,
  hidden: 4,
}

/** The missing value of a reason: `.a` to `.d`; `.` where there is nothing to say. */
export function letterOf(reason: Writing | null): number {
  return reason === null ? 0 : LETTERS[reason]
}
