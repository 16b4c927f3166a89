import { evidenceOf, kindsOf, type Evidence } from '../shared/Evidence'
import { groupBy } from '../shared/groupBy'
import type { Json } from '../shared/Json'
import { canonicalText } from './canonicalText'
import type { Change } from './Change'

/** One path with all of its changes. */
export type PathState = SettledPath | ConflictingPath

export interface SettledPath {
  readonly isConflict: false
  readonly value: Json
  readonly evidence?: Evidence
  /** The head shown; where several agree, the one latest by Lamport counter, then by id. */
  readonly head: Change
  readonly heads: readonly Change[]
  /** Every change of the path, oldest first by Lamport counter, then id. */
  readonly history: readonly Change[]
}

/** Several heads that differ: there is no value until somebody resolves it, so nothing is decided by it. */
export interface ConflictingPath {
  readonly isConflict: true
  readonly heads: readonly Change[]
  readonly history: readonly Change[]
}

/** Paths in the order of their names, so that equal sets of changes give equal states. */
export type EntityState = ReadonlyMap<string, PathState>

/** The state of one entity: the same for any order, and any repetition, of its changes. */
export function foldChanges(changes: readonly Change[]): EntityState {
  const byPath = [...groupBy(changes, (change) => change.path)].sort(([left], [right]) =>
    left < right ? -1 : 1,
  )
  return new Map(byPath.map(([path, changesOfPath]) => [path, foldPath(changesOfPath)]))
}

/** The changes of one path that no later change of the path replaces, oldest first. */
export function headsOf(changesOfPath: readonly Change[]): readonly Change[] {
  const lamports = new Map(changesOfPath.map((change) => [change.id, change.lamport]))
  const replaced = new Set<string>()
  for (const change of changesOfPath)
    for (const id of change.replaces) if ((lamports.get(id) ?? Infinity) < change.lamport) replaced.add(id)
  return changesOfPath.filter((change) => !replaced.has(change.id)).sort(byAge)
}

/** Lamport counter first, id second: the same order on every laptop. */
export function byAge(left: Change, right: Change): number {
  return left.lamport - right.lamport || (left.id < right.id ? -1 : left.id > right.id ? 1 : 0)
}

function foldPath(changesOfPath: readonly Change[]): PathState {
  const [only] = changesOfPath
  // Nearly every path of an interview: one answer, given once.
  if (only !== undefined && changesOfPath.length === 1) return settled(only, changesOfPath, changesOfPath)
  const history = [...new Map(changesOfPath.map((change) => [change.id, change])).values()].sort(byAge)
  const heads = headsOf(history)
  const head = heads.at(-1)
  if (head === undefined)
    throw new Error('a path without heads: lamport counters keep replaces free of circles')
  const isConflict = heads.length > 1 && differ(heads)
  return isConflict ? { isConflict, heads, history } : settled(head, heads, history)
}

function settled(head: Change, heads: readonly Change[], history: readonly Change[]): SettledPath {
  const { value, evidence } = head
  return evidence === undefined
    ? { isConflict: false, value, head, heads, history }
    : { isConflict: false, value, evidence, head, heads, history }
}

/** Whether these differ in value or in evidence. */
export function differ(changes: readonly Change[]): boolean {
  return new Set(changes.map(contentText)).size > 1
}

/** The value and evidence of a change as one text: equal texts for equal content. */
export function contentText(change: Change): string {
  const { value, evidence } = change
  return canonicalText([value, evidence === undefined ? null : evidenceOf(kindsOf(evidence))])
}
