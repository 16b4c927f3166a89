import type { ReturnedSheet } from './ReturnedWorkbook'
import type { SheetSnapshot } from './Snapshot'
import { isSameCell } from './isSameCell'

/** A sheet as it was written, with the same as it is now. */
export interface MatchedSheet {
  readonly was: SheetSnapshot
  readonly now: ReturnedSheet
  /** For every column that was written, the one it is now; beyond the sheet's width where it is gone. */
  readonly columns: readonly number[]
}

export interface MatchedSheets {
  readonly matched: readonly MatchedSheet[]
  readonly removed: readonly SheetSnapshot[]
  readonly added: readonly ReturnedSheet[]
}

/** Finds the sheets that were written among those of now: by name, then by header, should one have been renamed. */
export function matchSheets(
  written: readonly SheetSnapshot[],
  sheets: readonly ReturnedSheet[],
): MatchedSheets {
  const free = new Set(sheets)
  const partners = new Map<SheetSnapshot, ReturnedSheet>()
  const isNamed = (was: SheetSnapshot, now: ReturnedSheet): boolean => was.name === now.name
  for (const isSame of [isNamed, hasSameHeader])
    for (const was of written) {
      if (partners.has(was)) continue
      const now = [...free].find((each) => isSame(was, each))
      if (now === undefined) continue
      partners.set(was, now)
      free.delete(now)
    }
  return {
    matched: [...partners].map(([was, now]) => ({ was, now, columns: columnsOf(was, now) })),
    removed: written.filter((was) => !partners.has(was)),
    added: [...free],
  }
}

function hasSameHeader(was: SheetSnapshot, now: ReturnedSheet): boolean {
  const header = was.rows[0] ?? []
  return header.length > 0 && header.every((cell, at) => isSameCell(cell, now.rows[0]?.[at] ?? null))
}

/** By the headers where they tell columns apart, the rest in their order. */
function columnsOf(was: SheetSnapshot, now: ReturnedSheet): readonly number[] {
  const header = was.rows[0] ?? []
  const width = Math.max(header.length, ...was.rows.map(({ length }) => length))
  const headerNow = now.rows[0] ?? []
  const places = new Map(headerNow.map((cell, at) => [cell, at]))
  const isTellingApart = new Set(header).size === header.length && places.size === headerNow.length
  if (!isTellingApart) return Array.from({ length: width }, (_, at) => at)
  const found = Array.from({ length: width }, (_, at) => {
    const cell = header[at] ?? null
    return cell === null ? undefined : places.get(cell)
  })
  const taken = new Set(found)
  let next = 0
  return found.map((place) => {
    if (place !== undefined) return place
    while (taken.has(next)) next++
    return next++
  })
}
