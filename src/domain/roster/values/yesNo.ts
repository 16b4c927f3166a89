import type { RawCell } from '../SheetTable'
import { codeLabel, type CodeBook } from './codeLabel'
import { readingOf, type Reading } from './Reading'

/** 是, 有, √, 1 … and 否, 无, ×, 0 …: here `无` means no, where elsewhere it means 'nothing there'. */
export function yesNo(cell: RawCell, book: CodeBook, missing: ReadonlySet<string>): Reading<boolean> {
  if (typeof cell === 'boolean') return readingOf(cell)
  const reading = codeLabel(cell, book, missing)
  return reading.value === null
    ? { value: null, trouble: reading.trouble }
    : readingOf(reading.value === 'yes')
}
