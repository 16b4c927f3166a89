import { foldChanges } from '../changes/foldChanges'
import type { Change } from '../changes/Change'
import { NOTES } from './bookkeeping'

/** Something written beside a question, whatever was answered to it. */
export interface Note {
  /** Path of the note's own changes. */
  readonly path: string
  /** Path of the answer that it belongs to. */
  readonly about: string
  readonly text: string
  readonly by: string
  readonly at: string
}

/** The path of the answer that a note's path belongs to. */
export function notedPath(path: string): string {
  return path.slice(path.indexOf('/', NOTES.length) + 1)
}

/** The notes of one interview that stand, oldest first. */
export function notesIn(changes: readonly Change[]): readonly Note[] {
  const own = changes.filter(({ entity, path }) => entity === 'interview' && path.startsWith(NOTES))
  const stand = [...foldChanges(own)].flatMap(([path, { heads, history }]) => {
    const head = heads.at(-1)
    return typeof head?.value === 'string' ? [{ path, head, lamport: history[0]?.lamport ?? 0 }] : []
  })
  return stand
    .toSorted((left, right) => left.lamport - right.lamport)
    .map(({ path, head: { value, person: by, at } }) => ({
      path,
      about: notedPath(path),
      text: String(value),
      by,
      at,
    }))
}
