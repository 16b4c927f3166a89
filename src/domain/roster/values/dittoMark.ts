import { normaliseText } from '../normaliseCell'
import type { RawCell } from '../SheetTable'
import type { RowMarkers } from '../RosterVocabulary'

/** Cells that hold only such a mark repeat the cell above (`above`), or an unknown cell (`unclear`). */
export interface DittoMarks {
  readonly meanings: ReadonlyMap<string, 'above' | 'unclear'>
  /** Character codes with which a mark may begin: nearly no cell does. */
  readonly firsts: ReadonlySet<number>
}

export function dittoMarks({ dittos, dittosUnclear }: RowMarkers): DittoMarks {
  const meanings = new Map<string, 'above' | 'unclear'>()
  for (const mark of dittosUnclear) meanings.set(spelling(mark), 'unclear')
  for (const mark of dittos) meanings.set(spelling(mark), 'above')
  const firsts = [...meanings.keys()].flatMap((mark) => [mark, mark.toUpperCase()])
  return { meanings, firsts: new Set(firsts.map((mark) => mark.charCodeAt(0))) }
}

/** The meaning of a cell as a mark; undefined for every other cell. */
export function dittoMark(cell: RawCell, { meanings, firsts }: DittoMarks): 'above' | 'unclear' | undefined {
  if (typeof cell !== 'string' || cell.length > LONGEST_MARK) return undefined
  if (firsts.has(cell.charCodeAt(0))) return meanings.get(spelling(cell))
  // In brackets, or between dots: （同上）.
  if (!BEFORE_WORD.includes(cell.charAt(0)) && !BEHIND_WORD.includes(cell.charAt(cell.length - 1)))
    return undefined
  const bare = cell.replace(AROUND_WORD, '')
  return bare === '' ? undefined : meanings.get(spelling(bare))
}

function spelling(mark: string): string {
  return (normaliseText(mark) ?? '').replace(/\s/g, '').toLowerCase()
}

const BEFORE_WORD = '([【·.…—-'
const BEHIND_WORD = ')]】·.…—-'
const AROUND_WORD = /^[([【·.…—-]+|[)\]】·.…—-]+$/g
const LONGEST_MARK = 8
