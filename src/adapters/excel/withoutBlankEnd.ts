/**
 * A sheet's XML without the rows below the last value: users format whole columns, and a million empty rows take
 * minutes and gigabytes to parse. In doubt nothing is removed.
 */
export function withoutBlankEnd(xml: Uint8Array): Uint8Array {
  const end = lastIndexOf(xml, [SHEET_END], xml.length)
  if (end < 0) return xml
  const lastValue = lastIndexOf(xml, VALUE_ENDS, end)
  const begin =
    lastValue < 0
      ? firstIndexOf(xml, ROW, 0, end)
      : firstIndexOf(xml, ROW_END, lastValue, end) + ROW_END.length
  if (begin < ROW_END.length || end - begin < WORTH_CUTTING) return xml
  const cut = new Uint8Array(begin + xml.length - end)
  cut.set(xml.subarray(0, begin))
  cut.set(xml.subarray(end), begin)
  return cut
}

/** The place of the last of the marks: in a list without a blank end it is near the end. */
function lastIndexOf(bytes: Uint8Array, marks: readonly Uint8Array[], before: number): number {
  for (let at = before - 1; at >= 0; at--) {
    if (bytes[at] === LESS_THAN && marks.some((mark) => isAt(bytes, mark, at))) return at
  }
  return -1
}

function firstIndexOf(bytes: Uint8Array, mark: Uint8Array, from: number, before: number): number {
  for (let at = from; at <= before - mark.length; at++) if (isAt(bytes, mark, at)) return at
  return -1
}

function isAt(bytes: Uint8Array, mark: Uint8Array, at: number): boolean {
  for (let index = 0; index < mark.length; index++) if (bytes[at + index] !== mark[index]) return false
  return true
}

const text = (mark: string): Uint8Array => new TextEncoder().encode(mark)
const LESS_THAN = 0x3c
const SHEET_END = text('</sheetData>')
const ROW = text('<row')
const ROW_END = text('</row>')
/** Of a value, a formula, and a text written into the cell. */
const VALUE_ENDS = [text('</v>'), text('</f>'), text('</is>')]
/** A few formatted rows cost nothing. */
const WORTH_CUTTING = 1 << 16
