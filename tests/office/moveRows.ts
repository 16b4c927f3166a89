import { strToU8 } from 'fflate'
import { followRows, shiftFormula, type RowChange } from './moveReferences'
import { changeRows, type SheetCell, type SheetRow } from './sheetRows'
import {
  changePart,
  escapeXml,
  linkedParts,
  packParts,
  readPart,
  sheetPath,
  sheetPaths,
  unescapeXml,
  unpackParts,
  type WorkbookParts,
} from './workbookParts'

/**
 * The rows of a sheet in another order: `[4, 2, 3]` puts the cells of row 4 into row 2, of 2 into 3, of 3 into 4. As when a program
 * sorts, only cells move: heights, rules and links of the rows stay, and formulas elsewhere still mean the same places.
 */
export function reorderRows(workbook: Uint8Array, sheet: string, order: readonly number[]): Uint8Array {
  const places = order.toSorted((one, two) => one - two)
  return changePart(
    workbook,
    (parts) => sheetPath(parts, sheet),
    (xml) =>
      changeRows(xml, (rows) => {
        const byNumber = new Map(rows.map((row) => [row.number, row]))
        const moved = new Map(
          places.map((place, at) => [place, cellsMoved(byNumber, order[at] ?? place, place)]),
        )
        return rows.map((row) => ({ ...row, cells: moved.get(row.number) ?? row.cells }))
      }),
  )
}

/**
 * The workbook without a row of a sheet: rows below it move up; formulas of all sheets, names, tables, charts, and the places of
 * rules and links follow. Formulas of rules (drop-downs, conditional colours) stay as they are.
 */
export function deleteRow(workbook: Uint8Array, sheet: string, row: number): Uint8Array {
  return changeStructure(workbook, { sheet, row, kind: 'deleted' }, (rows) =>
    rows
      .filter(({ number }) => number !== row)
      .map((each) => (each.number > row ? { ...each, number: each.number - 1 } : each)),
  )
}

/** The workbook with a copy of a row below it: rows further down move down; the rest follows as when one is deleted. */
export function duplicateRow(workbook: Uint8Array, sheet: string, row: number): Uint8Array {
  return changeStructure(workbook, { sheet, row, kind: 'row added below' }, (rows) =>
    rows.flatMap((each) => {
      if (each.number > row) return [{ ...each, number: each.number + 1 }]
      const copy = { ...each, number: row + 1, cells: each.cells.map((cell) => shiftCell(cell, 1)) }
      return each.number === row ? [each, copy] : [each]
    }),
  )
}

function changeStructure(
  workbook: Uint8Array,
  change: RowChange,
  moveRows: (rows: readonly SheetRow[]) => readonly SheetRow[],
): Uint8Array {
  const parts: WorkbookParts = { ...unpackParts(workbook) }
  const rewrite = (path: string, rewritten: (xml: string) => string) => {
    parts[path] = strToU8(rewritten(readPart(parts, path)))
  }
  const home = sheetPath(parts, change.sheet)
  for (const [name, path] of sheetPaths(parts))
    rewrite(path, (xml) => {
      const follow = (cell: SheetCell) => mapFormula(cell, (formula) => followRows(formula, name, change))
      const followed = changeRows(xml, (rows) =>
        rows.map((row) => ({ ...row, cells: row.cells.map(follow) })),
      )
      return path === home ? followPlaces(changeRows(followed, moveRows), change) : followed
    })
  for (const table of linkedParts(parts, home, 'table')) rewrite(table, (xml) => followPlaces(xml, change))
  for (const chart of Object.keys(parts).filter((path) => /^xl\/charts\/chart\d*\.xml$/.test(path)))
    rewrite(chart, (xml) => mapTexts(xml, 'c:f', (formula) => followRows(formula, '', change)))
  rewrite('xl/workbook.xml', (xml) =>
    mapTexts(xml, 'definedName', (formula) => followRows(formula, '', change)),
  )
  return packParts(parts)
}

/** Places of rules, filters and links outside of the rows; a link whose cell is gone goes too. */
function followPlaces(xml: string, change: RowChange): string {
  const [before = '', after = ''] = xml.split(/(?<=<\/sheetData>)/, 2)
  const follow = (text: string) =>
    text
      .replace(/(\s(?:ref|sqref)=")([^"]*)"/g, (_, name: string, places: string) => {
        return `${name}${followRows(places, change.sheet, change)}"`
      })
      .replace(/<hyperlink\s(?:[^>]*\s)?ref="#REF!"[^>]*\/>/g, '')
      .replace('<hyperlinks></hyperlinks>', '')
  return after === '' ? follow(before) : before + follow(after)
}

function cellsMoved(rows: ReadonlyMap<number, SheetRow>, from: number, to: number): readonly SheetCell[] {
  const row = rows.get(from)
  if (row === undefined) throw new Error(`there is no row ${from} to be moved to ${to}`)
  return row.cells.map((cell) => shiftCell(cell, to - from))
}

function shiftCell(cell: SheetCell, rows: number): SheetCell {
  return mapFormula(cell, (formula) => shiftFormula(formula, rows))
}

/** Both a formula and, for one that fills several cells, the range that it says it fills. */
function mapFormula(cell: SheetCell, change: (formula: string) => string): SheetCell {
  if (!cell.content.includes('<f')) return cell
  if (cell.content.includes('t="shared"'))
    throw new Error(`a formula shared between cells cannot be moved: ${cell.content}`)
  const content = mapTexts(cell.content, 'f', change).replace(
    /(<f\s[^>]*\bref=")([^"]*)"/,
    (_, before: string, range: string) => `${before}${change(range)}"`,
  )
  return { ...cell, content }
}

function mapTexts(xml: string, name: string, change: (text: string) => string): string {
  return xml.replace(
    new RegExp(`(<${name}(?:\\s[^>]*)?>)([^<]*)(</${name}>)`, 'g'),
    (_, open: string, text: string, close: string) => open + escapeXml(change(unescapeXml(text))) + close,
  )
}
