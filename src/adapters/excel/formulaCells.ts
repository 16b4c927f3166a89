/** A cell with a formula, as in a sheet's XML. */
export interface FormulaCell {
  /** Where the cell begins and ends in the XML. */
  readonly start: number
  readonly end: number
  /** The start and end tags, in whatever prefix. */
  readonly open: string
  readonly close: string
  /** `str` for text, `b` for a boolean …; `n` when the cell has no type. */
  readonly type: string
  /** As in the XML, with its references; empty where the formula is that of another cell. */
  readonly formula: string
  /** The number of a formula that several cells share. */
  readonly shared: string | null
  /** The result as in the XML; `null` when there is none. */
  readonly value: string | null
}

/**
 * The cells with formulas in a sheet's XML, with or without a namespace prefix, attributes in any order and quotes, the
 * formula closed by a tag or by itself.
 */
export function* formulaCells(xml: Uint8Array): Generator<FormulaCell> {
  for (let at = nextFormula(xml, 0); at >= 0;) {
    const start = cellBefore(xml, at)
    if (start < 0) {
      at = nextFormula(xml, at + 1)
      continue
    }
    const end = cellEnd(xml, at)
    // No cell ends after this: searching again for each would take for ever.
    if (end < 0) return
    const cell = parsed(decoder.decode(xml.subarray(start, end)), start, end)
    if (cell !== null) yield cell
    at = nextFormula(xml, end)
  }
}

export function holdsFormula(xml: Uint8Array): boolean {
  return nextFormula(xml, 0) >= 0
}

/** The place of the name in the next tag `f`; text that looks the same is excluded later. */
function nextFormula(xml: Uint8Array, from: number): number {
  for (let at = xml.indexOf(LETTER_F, Math.max(from, 1)); at >= 0; at = xml.indexOf(LETTER_F, at + 1)) {
    const before = xml[at - 1]
    if ((before === LESS_THAN || before === COLON) && AFTER_NAME.has(xml[at + 1] ?? 0)) return at
  }
  return -1
}

/** A formula is the first thing in its cell, except for white space and comments. */
function cellBefore(xml: Uint8Array, at: number): number {
  let tags = 0
  for (let before = at; before >= 0 && tags < TAGS_BEFORE; before--) {
    if (xml[before] !== LESS_THAN) continue
    tags++
    if (CELL_TAG.test(decoder.decode(xml.subarray(before, before + NAME_BYTES)))) return before
  }
  return -1
}

/** The place after the end tag of the cell. */
function cellEnd(xml: Uint8Array, at: number): number {
  for (let begin = xml.indexOf(LESS_THAN, at); begin >= 0; begin = xml.indexOf(LESS_THAN, begin + 1)) {
    if (xml[begin + 1] !== SLASH) continue
    if (!CELL_END.test(decoder.decode(xml.subarray(begin, begin + NAME_BYTES)))) continue
    return xml.indexOf(GREATER_THAN, begin) + 1
  }
  return -1
}

function parsed(xml: string, start: number, end: number): FormulaCell | null {
  const open = xml.slice(0, xml.indexOf('>') + 1)
  const close = xml.slice(xml.lastIndexOf('<'))
  const inside = xml.slice(open.length, xml.length - close.length)
  const formula = FORMULA.exec(inside.slice(Math.max(0, inside.search(FORMULA_TAG))))
  // A cell within the cell: the XML is damaged, and its parser must report it.
  if (formula === null || open.endsWith('/>') || NESTED_CELL.test(inside)) return null
  const value = VALUE.exec(inside.slice(Math.max(0, inside.search(VALUE_TAG))))
  const type = TYPE.exec(open)?.[2] ?? 'n'
  return {
    start,
    end,
    open,
    close,
    type,
    formula: formula[2] ?? '',
    shared: SHARED.exec(formula[1] ?? '')?.[2] ?? null,
    value: value !== null ? (value[1] ?? '') : INLINE_TEXT.test(inside) ? inside : null,
  }
}

const decoder = new TextDecoder()
const [LETTER_F, LESS_THAN, GREATER_THAN, SLASH, COLON] = [0x66, 0x3c, 0x3e, 0x2f, 0x3a]
/** `>`, `/` and white space. */
const AFTER_NAME: ReadonlySet<number> = new Set([GREATER_THAN, SLASH, 0x20, 0x09, 0x0a, 0x0d])
const TAGS_BEFORE = 4
/** A prefix is a few letters long. */
const NAME_BYTES = 40
const CELL_TAG = /^<(?:[\w.-]+:)?c[\s>]/
const CELL_END = /^<\/(?:[\w.-]+:)?c\s*>/
const NESTED_CELL = /<(?:[\w.-]+:)?c[\s/>]/
const FORMULA_TAG = /<(?:[\w.-]+:)?f[\s/>]/
const FORMULA = /^<(?:[\w.-]+:)?f((?:\s[^>]*?)?)(?:\/>|>([^]*?)<\/(?:[\w.-]+:)?f\s*>)/
const VALUE_TAG = /<(?:[\w.-]+:)?v[\s/>]/
const VALUE = /^<(?:[\w.-]+:)?v(?:\s[^>]*?)?(?:\/>|>([^]*?)<\/)/
const INLINE_TEXT = /<(?:[\w.-]+:)?is[\s>]/
const TYPE = /\st\s*=\s*(["'])(.*?)\1/
const SHARED = /\ssi\s*=\s*(["'])(.*?)\1/
