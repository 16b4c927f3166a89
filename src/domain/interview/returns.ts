import type { Change } from '../changes/Change'
import { elementOfPath } from '../changes/elements'
import { foldChanges } from '../changes/foldChanges'
import { groupBy } from '../shared/groupBy'
import { isReturn, RETURNED } from './bookkeeping'

/** What the lead wants looked at again: one question, or the whole interview. */
export interface ReturnComment {
  /** Path of the answer as its changes have it (`members/<id>/insurance`); null for the whole interview. */
  readonly path: string | null
  readonly text: string
}

/** One open comment, with who made it and when. */
export interface OpenReturn extends ReturnComment {
  readonly interview: string
  readonly by: string
  readonly at: string
  /** The question was answered again since, or the line or person it is about was removed. */
  readonly isCorrected: boolean
}

/** A comment that the lead took back before anybody replied to it. */
export interface WithdrawnReturn extends ReturnComment {
  readonly interview: string
  readonly by: string
  readonly at: string
  readonly reason: string
}

/** Value of a comment that was taken back; one that was replied to is null. */
export const WITHDRAWN = false as const

/** What stands for the whole interview in place of an answer's path. */
const WHOLE = 'interview'

/** What a comment's own path names: an answer's path, or the whole interview. */
export function returnedAbout(path: string | null): string {
  return path ?? WHOLE
}

export function returnPath(path: string | null): string {
  return RETURNED + returnedAbout(path)
}

/** What a return's path is about: an answer's path, or null for the whole interview. */
export function commentedPath(path: string): string | null {
  const own = path.slice(RETURNED.length)
  return own === WHOLE ? null : own
}

/** The open comments on the interviews of these changes, oldest first. */
export function returnsIn(changes: readonly Change[]): readonly OpenReturn[] {
  return headsOfReturns(changes).flatMap((head) => {
    const { entityId: interview, value: text, person: by, at } = head
    if (typeof text !== 'string') return []
    const path = commentedPath(head.path)
    const isCorrected =
      path !== null &&
      changes.some(
        (each) => each.entityId === interview && each.lamport > head.lamport && isAnswerTo(each.path, path),
      )
    return [{ interview, path, text, by, at, isCorrected }]
  })
}

/** The comments that the lead took back, and did not make again since, oldest first. */
export function withdrawnIn(changes: readonly Change[]): readonly WithdrawnReturn[] {
  return headsOfReturns(changes).flatMap((head) => {
    const { entityId: interview, value, replaces, person: by, at, reason = '' } = head
    if (value !== WITHDRAWN) return []
    const said = changes.filter(({ id }) => replaces.includes(id)).map(({ value: text }) => String(text))
    return [{ interview, path: commentedPath(head.path), text: said.join(' / '), by, at, reason }]
  })
}

/** What stands of every comment on these interviews, oldest first. */
function headsOfReturns(changes: readonly Change[]): readonly Change[] {
  const said = changes.filter(({ entity, path }) => entity === 'interview' && isReturn(path))
  if (said.length === 0) return []
  const heads = [...groupBy(said, ({ entityId }) => entityId).values()].flatMap((own) =>
    [...foldChanges(own).values()].flatMap((path) => path.heads),
  )
  return heads.toSorted((left, right) => left.lamport - right.lamport)
}

/** Whether a change at `path` corrects what a comment on `commented` is about: any part of the same ledger line does. */
function isAnswerTo(path: string, commented: string): boolean {
  if (path === commented) return true
  const [own, about] = [elementOfPath(path), elementOfPath(commented)]
  if (own === undefined || own.list !== about?.list || own.id !== about.id) return false
  return own.list === 'lines' || own.rest === ''
}
