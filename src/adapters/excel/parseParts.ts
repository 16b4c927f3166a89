import { CFB, parse_zip, type ParsingOptions, type WorkBook } from 'xlsx'
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
  return parse_zip(container, holdFormulas(parts) ? WITH_FORMULAS : PARSING)
}

function isSheet(name: string): boolean {
  return name.startsWith('xl/worksheets/') && name.endsWith('.xml')
}

function holdFormulas(parts: ReadonlyMap<string, Uint8Array>): boolean {
  return [...parts].some(([name, bytes]) => isSheet(name) && holdsFormula(bytes))
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

const LESS_THAN = 0x3c
const GREATER_THAN = 0x3e
const SLASH = 0x2f
const SPACE = 0x20
const LETTER_F = 0x66

/** No formatted text (it costs more than parsing), but formats: they tell dates from numbers. */
const PARSING: ParsingOptions = {
  dense: true,
  cellText: false,
  cellNF: true,
  cellHTML: false,
  cellFormula: false,
}
/** A formula that was never calculated is an empty stub; without stubs SheetJS drops it without a word. */
const WITH_FORMULAS: ParsingOptions = { ...PARSING, cellFormula: true, sheetStubs: true }
