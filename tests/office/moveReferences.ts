/** A row of a sheet that was deleted, or got a new row below it. */
export interface RowChange {
  readonly sheet: string
  readonly row: number
  readonly kind: 'deleted' | 'row added below'
}

const TEXT = /"(?:[^"]|"")*"/
const SHEET = /(?:'(?:[^']|'')+'|[\p{L}\w.]+)!/u
const CELL = /\$?[A-Z]{1,3}\$?\d+/
/** A text, which is left alone, or a cell or range with the sheet that it may name. No part of a longer name, no function. */
const REFERENCE = new RegExp(
  `${TEXT.source}|(?<![\\p{L}\\w.$!'])(${SHEET.source})?(${CELL.source})(?::(${CELL.source}))?(?![\\p{L}\\w.(!])`,
  'gu',
)
const GONE = '#REF!'

/**
 * A formula after the change, the way every spreadsheet program lets it follow: a range loses a deleted row, a cell that is gone is
 * `#REF!`. `home` is the sheet that the formula stands on. Whole rows and columns stay as they are.
 */
export function followRows(formula: string, home: string, change: RowChange): string {
  return replaceReferences(formula, (named, from, to) => {
    if ((named === '' ? home : sheetNamed(named)) !== change.sheet) return null
    const [first, last] = [rowOf(from), rowOf(to ?? from)]
    const isDeleted = change.kind === 'deleted'
    if (isDeleted && first === change.row && last === change.row) return GONE
    const by = isDeleted ? -1 : 1
    const start = first > change.row ? first + by : first
    const end = last > change.row || (isDeleted && last === change.row) ? last + by : last
    return named + atRow(from, start) + (to === undefined ? '' : `:${atRow(to, end)}`)
  })
}

/** A formula after it was moved down by so many rows, on its own: what is not fixed by `$` moves along. */
export function shiftFormula(formula: string, rows: number): string {
  const shifted = (cell: string) => (/\$\d+$/.test(cell) ? cell : atRow(cell, rowOf(cell) + rows))
  return replaceReferences(formula, (named, from, to) => {
    const moved = named + shifted(from) + (to === undefined ? '' : `:${shifted(to)}`)
    return /-|[A-Z]0/.test(moved.slice(named.length)) ? GONE : moved
  })
}

/** `change` gives what stands for a reference; null leaves it. */
function replaceReferences(
  formula: string,
  change: (named: string, from: string, to: string | undefined) => string | null,
): string {
  return formula.replace(
    REFERENCE,
    (found: string, named: string | undefined, from: string | undefined, to: string | undefined) =>
      from === undefined ? found : (change(named ?? '', from, to) ?? found),
  )
}

function sheetNamed(named: string): string {
  return named.slice(0, -1).replace(/^'|'$/g, '').replaceAll("''", "'")
}

function rowOf(cell: string): number {
  return Number(/\d+$/.exec(cell)?.[0])
}

function atRow(cell: string, row: number): string {
  return cell.replace(/\d+$/, String(row))
}
