import type { FormPage, FormRow, FormSheet } from '../FormPage'
import { paperOf } from './paper'
import type { Strip } from './Strip'

/** Puts rows on pages, one after the other; a table that goes on has its head on every page. */
export function paginate(
  strips: readonly Strip[],
  orientation: FormSheet['orientation'],
): readonly FormPage[] {
  const { height: most } = paperOf(orientation)
  const pages: FormRow[][] = [[]]
  let used = 0
  const put = (row: FormRow): void => {
    pages.at(-1)?.push(row)
    used += row.height
  }
  const turn = (): void => {
    if (pages.at(-1)?.length === 0) return
    pages.push([])
    used = 0
  }
  for (const [index, { head, rows, isHeading, breaksPage }] of strips.entries()) {
    if (breaksPage === true) turn()
    const next = isHeading === true ? beginningOf(strips[index + 1]) : 0
    if (used + heightOfAll(head) + (rows[0]?.height ?? 0) + next > most) turn()
    head.forEach(put)
    for (const row of rows) {
      if (used + row.height > most) {
        turn()
        head.forEach(put)
      }
      put(row)
    }
  }
  return pages.filter((rows) => rows.length > 0).map((rows) => ({ rows }))
}

/** What has to come with a heading: the head and the first row of what it is about. */
function beginningOf(strip: Strip | undefined): number {
  return strip === undefined ? 0 : heightOfAll(strip.head) + (strip.rows[0]?.height ?? 0)
}

function heightOfAll(rows: readonly FormRow[]): number {
  return rows.reduce((sum, { height }) => sum + height, 0)
}
