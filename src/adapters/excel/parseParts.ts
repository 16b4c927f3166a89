import { CFB, parse_zip, type ParsingOptions, type WorkBook } from 'xlsx'
import { PARSING } from './parsingOptions'
import { COLUMN_LIMIT } from './sheetOutOfBounds'
import { withoutBlankEnd } from './withoutBlankEnd'

declare module 'xlsx' {
  /** SheetJS exports it and does not declare it. */
  export function parse_zip(container: unknown, options: ParsingOptions): WorkBook
}

/** SheetJS's workbook of an .xlsx that is already unpacked. Throws when the parts make no workbook. */
export function parseParts(parts: ReadonlyMap<string, Uint8Array>): WorkBook {
  const container: unknown = CFB.utils.cfb_new()
  for (const [name, bytes] of parts) {
    CFB.utils.cfb_add(container, name, isSheet(name) ? withoutBlankEnd(bytes) : bytes, { unsafe: true })
  }
  const sheets = [...parts].flatMap(([name, bytes]) => (isSheet(name) ? [bytes] : []))
  return parse_zip(container, {
    ...PARSING,
    ...(sheets.some(holdsFormula) ? WITH_FORMULAS : {}),
    ...(sheets.some(hidesParts) ? WITH_HIDDEN : {}),
  })
}

function isSheet(name: string): boolean {
  return name.startsWith('xl/worksheets/') && name.endsWith('.xml')
}

/** Looks for `<f>`, `<f …>` or `<f/>`. */
function holdsFormula(xml: Uint8Array): boolean {
  for (let at = 2; at < xml.length; at++) {
    if (xml[at - 1] !== LETTER_F || xml[at - 2] !== LESS_THAN) continue
    const next = xml[at]
    if (next === GREATER_THAN || next === SPACE || next === SLASH) return true
  }
  return false
}

/** Looks for `hidden=` in a row or column. */
function hidesParts(xml: Uint8Array): boolean {
  for (let at = HIDDEN.length; at < xml.length; at++) {
    if (xml[at] === EQUALS && HIDDEN.every((letter, index) => xml[at - HIDDEN.length + index] === letter))
      return statesColumnsWithinLimit(xml)
  }
  return false
}

/** SheetJS makes an object for every column up to the last one named, be it the billionth. */
function statesColumnsWithinLimit(xml: Uint8Array): boolean {
  const begin = new TextDecoder().decode(xml.subarray(0, BEGIN_BYTES))
  return [...begin.matchAll(LAST_COLUMN)].every(([, last]) => Number(last) <= COLUMN_LIMIT)
}

const HIDDEN = new TextEncoder().encode('hidden')
const EQUALS = 0x3d
const LAST_COLUMN = /\smax\s*=\s*["'](\d+)/g
const BEGIN_BYTES = 1 << 20
const LESS_THAN = 0x3c
const GREATER_THAN = 0x3e
const SLASH = 0x2f
const SPACE = 0x20
const LETTER_F = 0x66

/** A formula that was never calculated is an empty stub; without stubs SheetJS drops it without a word. */
const WITH_FORMULAS: ParsingOptions = { cellFormula: true, sheetStubs: true }
/** SheetJS takes hidden rows and columns for a matter of style. */
const WITH_HIDDEN: ParsingOptions = { cellStyles: true, sheetStubs: true }
