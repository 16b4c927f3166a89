import { changeRows, columnNumber, type SheetCell, type SheetRow } from './sheetRows'
import { attribute, changePart, escapeXml, sheetPath } from './workbookParts'

/** What is typed into a cell; null empties it. */
export type Typed = string | number | boolean | null

/**
 * The workbook with cells of a sheet typed over, by address (`{ B5: '是' }`), the way a reviewer's program leaves it: styles stay,
 * texts stand in the cell, results of formulas are as old as they were. No library has its hands on the rest of the file.
 * Throws where there is no such sheet.
 */
export function editSheet(
  workbook: Uint8Array,
  sheet: string,
  typed: Readonly<Record<string, Typed>>,
): Uint8Array {
  return changePart(
    workbook,
    (parts) => sheetPath(parts, sheet),
    (xml) =>
      changeRows(xml, (rows) =>
        Object.entries(typed).reduce((now, [address, value]) => typeInto(now, address, value, xml), rows),
      ),
  )
}

function typeInto(
  rows: readonly SheetRow[],
  address: string,
  value: Typed,
  xml: string,
): readonly SheetRow[] {
  const [, column, digits] = /^([A-Z]+)(\d+)$/.exec(address) ?? []
  if (column === undefined || digits === undefined) throw new Error(`no address of a cell: ${address}`)
  const number = Number(digits)
  const row = rows.find((row) => row.number === number) ?? { number, attributes: '', cells: [] }
  const style = row.cells.find((cell) => cell.column === column)?.style ?? columnStyle(xml, column)
  const others = row.cells.filter((cell) => cell.column !== column)
  const cells = [...others, typedCell(column, style, value)].toSorted(
    (one, two) => columnNumber(one.column) - columnNumber(two.column),
  )
  return [...rows.filter((row) => row.number !== number), { ...row, cells }].toSorted(
    (one, two) => one.number - two.number,
  )
}

function typedCell(column: string, style: string | null, value: Typed): SheetCell {
  if (value === null) return { column, style, type: null, content: '' }
  if (typeof value === 'number') return { column, style, type: null, content: `<v>${value}</v>` }
  if (typeof value === 'boolean') return { column, style, type: 'b', content: `<v>${value ? 1 : 0}</v>` }
  const content = `<is><t xml:space="preserve">${escapeXml(value)}</t></is>`
  return { column, style, type: 'inlineStr', content }
}

/** A cell that was never written has the style of its column. */
function columnStyle(xml: string, column: string): string | null {
  const at = columnNumber(column)
  const tag = (xml.match(/<col\s[^>]*>/g) ?? []).find(
    (tag) => Number(attribute(tag, 'min')) <= at && at <= Number(attribute(tag, 'max')),
  )
  return tag === undefined ? null : attribute(tag, 'style')
}
