/**
 * A copy of an .xls stream ([MS-XLS]) in which SheetJS skips every record that cells do not need, and finds no
 * formula in a formula cell, only its calculated value: a damaged formula, a link over all cells or a record of Excel 2
 * makes it run for ever. `null` when the stream is older than Excel 5, or a formula cell is too short.
 */
export function neededRecords(stream: Uint8Array): Uint8Array | null {
  const plain = Uint8Array.from(stream)
  const view = new DataView(plain.buffer)
  if (plain.length < HEAD || view.getUint16(0, true) !== BEGIN) return null
  let isNeeded = true
  for (let at = 0; at + HEAD <= plain.length; at += HEAD + view.getUint16(at + 2, true)) {
    const type = view.getUint16(at, true)
    // A continuation record is needed if the record before it was.
    if (type !== CONTINUE) isNeeded = NEEDED.has(type)
    if (!isNeeded) view.setUint16(at, PASSED_OVER, true)
    if (type !== FORMULA) continue
    const lengthAt = at + HEAD + FORMULA_LENGTH_AT
    if (view.getUint16(at + 2, true) < FORMULA_LENGTH_AT + 2 || lengthAt + 2 > plain.length) return null
    view.setUint16(lengthAt, 0, true)
  }
  return plain
}

/** Type and length of a record. */
const HEAD = 4
const BEGIN = 0x0809
const CONTINUE = 0x003c
const FORMULA = 0x0006
/** Where a formula cell states how long its formula is: after row, column, format, value, flags and a cache. */
const FORMULA_LENGTH_AT = 20
/** Dv, a rule for the input of cells, is a record that SheetJS skips without an error. */
const PASSED_OVER = 0x01be
const NEEDED: ReadonlySet<number> = new Set([
  BEGIN,
  CONTINUE,
  FORMULA,
  0x000a, // EOF
  0x0022, // Date1904
  0x002f, // FilePass
  0x0042, // CodePage
  0x007d, // ColInfo
  0x0085, // BoundSheet8
  0x00bd, // MulRk
  0x00be, // MulBlank
  0x00d6, // RString
  0x00e0, // XF
  0x00e5, // MergeCells
  0x00fc, // SST
  0x00fd, // LabelSst
  0x0200, // Dimensions
  0x0201, // Blank
  0x0203, // Number
  0x0204, // Label
  0x0205, // BoolErr
  0x0207, // String
  0x0208, // Row
  0x027e, // RK
  0x041e, // Format
])
