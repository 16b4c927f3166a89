import { CFB, parse_zip, type ParsingOptions, type WorkBook } from 'xlsx'
import { holdsBytes } from './holdsBytes'
import { isCalculated } from './isCalculated'
import { PARSING } from './parsingOptions'
import { resolveReferences } from './resolveReferences'
import { COLUMN_LIMIT } from './sheetOutOfBounds'
import { voidFormulas } from './voidFormulas'
import { withoutBlankEnd } from './withoutBlankEnd'

declare module 'xlsx' {
  /** SheetJS exports it and does not declare it. */
  export function parse_zip(container: unknown, options: ParsingOptions): WorkBook
}

/** SheetJS's workbook of an .xlsx that is already unpacked. Throws when the parts make no workbook. */
export function parseParts(unpacked: ReadonlyMap<string, Uint8Array>): WorkBook {
  const parts = new Map(
    [...unpacked].map(([name, bytes]) => [name, isXml(name) ? resolveReferences(bytes) : bytes]),
  )
  const sheets = new Map([...parts].filter(([name]) => isSheet(name)))
  const withFormulas = voidFormulas(sheets, isCalculated(parts))
  const container: unknown = CFB.utils.cfb_new()
  for (const [name, bytes] of parts) {
    const content = isSheet(name) ? withoutBlankEnd(withFormulas.get(name) ?? bytes) : bytes
    CFB.utils.cfb_add(container, name, content, { unsafe: true })
  }
  return parse_zip(container, {
    ...PARSING,
    ...(withFormulas.size > 0 ? WITH_FORMULAS : {}),
    ...([...sheets.values()].some(hidesParts) ? WITH_HIDDEN : {}),
  })
}

function isXml(name: string): boolean {
  return /\.xml$/i.test(name)
}

/** Writers choose the paths of sheets freely; the other parts have the same names from all writers. */
function isSheet(name: string): boolean {
  return isXml(name) && !NO_SHEET.test(name)
}

function hidesParts(xml: Uint8Array): boolean {
  return holdsBytes(xml, HIDDEN) && statesColumnsWithinLimit(xml)
}

/** SheetJS makes an object for every column up to the last one named, even if that is the billionth. */
function statesColumnsWithinLimit(xml: Uint8Array): boolean {
  const begin = new TextDecoder().decode(xml.subarray(0, BEGIN_BYTES))
  return [...begin.matchAll(LAST_COLUMN)].every(([, last]) => Number(last) <= COLUMN_LIMIT)
}

const NO_SHEET = /^\[Content_Types\]|(?:^|\/)(?:docProps\/.*|sharedStrings|styles|theme\d*|workbook)\.xml$/i
/** Of a row or a column. */
const HIDDEN = new TextEncoder().encode('hidden=')
const LAST_COLUMN = /\smax\s*=\s*["'](\d+)/g
const BEGIN_BYTES = 1 << 20

/** A formula that was never calculated is an empty stub; without stubs SheetJS drops it without an error. */
const WITH_FORMULAS: ParsingOptions = { cellFormula: true, sheetStubs: true }
/** SheetJS counts hidden rows and columns as style. */
const WITH_HIDDEN: ParsingOptions = { cellStyles: true, sheetStubs: true }
