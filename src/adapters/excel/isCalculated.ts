/** False when a workbook states that the results of its formulas were not calculated: see `voidFormulas`. */
export function isCalculated(parts: ReadonlyMap<string, Uint8Array>): boolean {
  const settings = textOf(parts.get('xl/workbook.xml')).match(SETTINGS)?.[0] ?? ''
  return !NOT_CALCULATED.test(settings) && !WITHOUT_CALCULATION.test(textOf(parts.get('docProps/app.xml')))
}

function textOf(part: Uint8Array | undefined): string {
  return new TextDecoder().decode(part)
}

const SETTINGS = /<(?:[\w.-]+:)?calcPr\s[^>]*>/
const NOT_CALCULATED = /\s(?:fullCalcOnLoad\s*=\s*["'](?:1|true)|calcCompleted\s*=\s*["'](?:0|false))["']/
/** Programs that write workbooks and calculate nothing, by the names they put into the file. */
const WITHOUT_CALCULATION =
  /<(?:[\w.-]+:)?Application>[^<]*(?:POI|PhpSpreadsheet|PHPExcel|XlsxWriter|openpyxl)/i
