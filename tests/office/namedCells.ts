import { read, utils, type CellObject, type WorkSheet } from 'xlsx'

export interface NamedCell {
  readonly sheet: string
  /** `B5` */
  readonly address: string
  /** As it is kept in the file: a formula's is its last result, a date's its serial number, an error's its sign (`#NAME?`). Null for an empty cell. */
  readonly value: string | number | boolean | null
  /** As written, with the prefixes of newer functions (`_xlfn.BETA.INV`) and without `=`; null where there is none. */
  readonly formula: string | null
}

/**
 * The cells that a workbook's names stand for, row by row, read by SheetJS. Only names of the whole workbook; names of anything but
 * one range (a constant, a formula) are left out.
 */
export function namedCells(workbook: Uint8Array): ReadonlyMap<string, readonly NamedCell[]> {
  // A program may have written a wrong `dimension`: the cells themselves say how far the sheet goes.
  const { Workbook, Sheets } = read(workbook, { nodim: true, xlfn: true })
  const found = new Map<string, readonly NamedCell[]>()
  for (const { Name, Ref, Sheet } of Workbook?.Names ?? []) {
    if (Sheet !== undefined) continue
    const place = placeOf(Ref)
    const sheet = place === null ? undefined : Sheets[place.sheet]
    if (place !== null && sheet !== undefined) found.set(Name, cellsIn(place, sheet))
  }
  return found
}

/** The cells of one name; throws where the workbook has no such name. */
export function cellsNamed(workbook: Uint8Array, name: string): readonly NamedCell[] {
  const names = namedCells(workbook)
  const cells = names.get(name)
  if (cells === undefined) throw new Error(`there is no name ${name}, but ${[...names.keys()].join(' ')}`)
  return cells
}

interface Place {
  readonly sheet: string
  /** `B2:B9`, `B:B` or `B2` */
  readonly range: string
}

function placeOf(reference: string): Place | null {
  const [, quoted, plain, range] = /^(?:'((?:[^']|'')+)'|([^'!]+))!([$A-Z\d:]+)$/.exec(reference) ?? []
  if (range === undefined) return null
  return { sheet: quoted?.replaceAll("''", "'") ?? plain ?? '', range: range.replaceAll('$', '') }
}

function cellsIn({ sheet, range }: Place, cells: WorkSheet): readonly NamedCell[] {
  const used = utils.decode_range(cells['!ref'] ?? 'A1')
  const { s: from, e: to } = utils.decode_range(range)
  const isWholeColumn = !/\d/.test(range)
  const [first, last] = isWholeColumn ? [0, used.e.r] : [from.r, to.r]
  const found: NamedCell[] = []
  for (let r = first; r <= last; r += 1)
    for (let c = from.c; c <= to.c; c += 1) {
      const address = utils.encode_cell({ r, c })
      found.push({ sheet, address, ...contentOf(cells[address] as CellObject | undefined) })
    }
  return found
}

function contentOf(cell: CellObject | undefined): Pick<NamedCell, 'value' | 'formula'> {
  if (cell === undefined) return { value: null, formula: null }
  const value = cell.t === 'e' ? (cell.w ?? '#?') : (cell.v ?? null)
  if (value instanceof Date) throw new Error('a date, though none was asked for')
  return { value, formula: cell.f ?? null }
}
