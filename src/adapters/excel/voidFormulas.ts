import { formulaCells, holdsFormula, type FormulaCell } from './formulaCells'
import { hasResult, saysText, type FormulaResultText } from './hasResult'

/**
 * Sheets in which a formula that was never calculated has no result, in the one form that SheetJS supports:
 * it reads a text formula without a result as a blank cell, a boolean one as false, and drops others.
 *
 * A result does not count
 * - when there is none (an empty text is a result: `=IF(A1="","",A1)`);
 * - when it is 0 or empty and the file states that it was not calculated: `fullCalcOnLoad="1"` or `calcCompleted="0"`
 *   in its workbook part, or written by a program that does not calculate. XlsxWriter, PhpSpreadsheet and POI write 0 as
 *   the result of every formula. Excel, WPS and LibreOffice write neither, having calculated before they save;
 * - when it is the text 0 and no formula of the workbook has any other text: numbers that are 0 are common, but a
 *   column of texts that are all 0 was never calculated.
 */
export function voidFormulas(
  sheets: ReadonlyMap<string, Uint8Array>,
  isCalculated: boolean,
): ReadonlyMap<string, Uint8Array> {
  const withFormulas = [...sheets].filter(([, xml]) => holdsFormula(xml))
  const hasTexts = withFormulas.some(([, xml]) => holdsText(xml))
  return new Map(
    withFormulas.map(([name, xml]) => [
      name,
      rewritten(xml, (cell) => !hasResult(resultOf(cell), isCalculated, hasTexts)),
    ]),
  )
}

function holdsText(xml: Uint8Array): boolean {
  for (const cell of formulaCells(xml)) if (saysText(resultOf(cell))) return true
  return false
}

function resultOf({ type, value }: FormulaCell): FormulaResultText {
  return { value, isText: type === 'str' }
}

/** The XML with only the formula left in cells without a result. */
function rewritten(xml: Uint8Array, isVoid: (cell: FormulaCell) => boolean): Uint8Array {
  const pieces: Uint8Array[] = []
  const masters = new Map<string, string>()
  let copied = 0
  for (const cell of formulaCells(xml)) {
    if (cell.shared !== null && cell.formula !== '') masters.set(cell.shared, cell.formula)
    if (!isVoid(cell)) continue
    pieces.push(xml.subarray(copied, cell.start), encoder.encode(withoutResult(cell, masters)))
    copied = cell.end
  }
  if (pieces.length === 0) return xml
  pieces.push(xml.subarray(copied))
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

function withoutResult(cell: FormulaCell, masters: ReadonlyMap<string, string>): string {
  const formula = cell.formula || masters.get(cell.shared ?? '') || UNKNOWN
  return `${cell.open.replace(TYPE, '')}<f>${formula}</f>${cell.close}`
}

const encoder = new TextEncoder()
const TYPE = /\st\s*=\s*(["']).*?\1/
/** For a formula that the file does not even name. */
const UNKNOWN = '?'
