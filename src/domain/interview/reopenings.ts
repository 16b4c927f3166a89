import type { Change } from '../changes/Change'
import { isDraft, isHearing, REOPENED } from './bookkeeping'

/** A correction of an interview that was finished: every later change in it, with its reason. */
export interface Reopening {
  readonly interview: string
  readonly reason: string
  readonly by: string
  readonly at: string
  /** How much was changed behind it, before the next correction; typing and reading out change nothing. */
  readonly changes: number
}

/** The corrections of the finished interviews of these changes, oldest first. */
export function reopeningsIn(changes: readonly Change[]): readonly Reopening[] {
  const begun = changes.filter(isReopening).toSorted((left, right) => left.lamport - right.lamport)
  return begun.map((each) => {
    const own = changes.filter(({ entityId, path }) => entityId === each.entityId && isCorrecting(path))
    const next = begun.find((later) => later.entityId === each.entityId && later.lamport > each.lamport)
    const behind = own.filter(
      ({ lamport }) => lamport > each.lamport && lamport < (next?.lamport ?? Number.POSITIVE_INFINITY),
    )
    const { entityId: interview, value, person: by, at } = each
    return { interview, reason: String(value), by, at, changes: behind.length }
  })
}

/** These changes without what corrected a finished interview: as it was when it was finished. */
export function beforeReopening(changes: readonly Change[]): readonly Change[] {
  const first = new Map<string, number>()
  for (const { entityId, lamport } of changes.filter(isReopening))
    first.set(entityId, Math.min(lamport, first.get(entityId) ?? lamport))
  return changes.filter(
    ({ entity, entityId, lamport }) =>
      entity !== 'interview' || lamport < (first.get(entityId) ?? Number.POSITIVE_INFINITY),
  )
}

function isCorrecting(path: string): boolean {
  return path !== REOPENED && !isDraft(path) && !isHearing(path)
}

function isReopening({ entity, path }: Change): boolean {
  return entity === 'interview' && path === REOPENED
}
