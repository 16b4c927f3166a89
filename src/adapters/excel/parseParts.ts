import { CFB, parse_zip, type CellObject, type ParsingOptions, type WorkBook } from 'xlsx'

declare module 'xlsx' {
  /** SheetJS exports it and does not declare it. */
  export function parse_zip(container: unknown, options: ParsingOptions): WorkBook
}

/** SheetJS's workbook of an .xlsx that is already unpacked. Throws when the parts make no workbook. */
export function parseParts(parts: ReadonlyMap<string, Uint8Array>): WorkBook {
  const workbook = parse_zip(container(parts), PARSING)
  for (const name of workbook.SheetNames) {
    const doubtful = formulasThatSayNothing(workbook, name)
    if (doubtful.length > 0)
      unsetUncalculated(doubtful, parse_zip(container(parts), { ...STUBS, sheets: name }), name)
  }
  return workbook
}

interface PlacedCell {
  readonly cell: CellObject
  readonly row: number
  readonly column: number
}

/** SheetJS gives 0 both for a formula that makes 0 and for one that was never calculated. */
function formulasThatSayNothing(workbook: WorkBook, name: string): readonly PlacedCell[] {
  const found: PlacedCell[] = []
  workbook.Sheets[name]?.['!data']?.forEach((cells, row) =>
    cells?.forEach((cell, column) => {
      if (cell?.f !== undefined && cell.v === 0) found.push({ cell, row, column })
    }),
  )
  return found
}

/** Read once more without formulas, a cell that was never calculated is an empty stub: it loses its made-up 0. */
function unsetUncalculated(doubtful: readonly PlacedCell[], stubs: WorkBook, name: string): void {
  for (const { cell, row, column } of doubtful) {
    if (stubs.Sheets[name]?.['!data']?.[row]?.[column]?.t === 'z') delete cell.v
  }
}

/** The form in which SheetJS takes unpacked parts. */
function container(parts: ReadonlyMap<string, Uint8Array>): unknown {
  const container: unknown = CFB.utils.cfb_new()
  for (const [name, bytes] of parts) CFB.utils.cfb_add(container, name, bytes, { unsafe: true })
  return container
}

/** No formatted text (it costs more than parsing), but formats: they tell dates from numbers. */
const PARSING: ParsingOptions = { dense: true, cellText: false, cellNF: true, cellHTML: false }
const STUBS: ParsingOptions = { dense: true, cellText: false, cellFormula: false, sheetStubs: true }
