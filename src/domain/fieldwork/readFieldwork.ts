import type { EntityState } from '../changes/foldChanges'
import type { RosterHousehold } from '../roster/Roster'
import type { FoundHousehold, MemberMove, Replacement } from './Fieldwork'

/** Path of a found household's own facts. */
export const FOUND = 'found'
const MOVED = 'moved/'
const RECEIVED = 'received/'

/** Path that says who took a household's place, and the one on the other household that says whose place it took. */
export const REPLACED_BY = 'replaced_by'
export const REPLACES = 'replaces'

/** Where the list's household says that a member went. */
export function movedPath(member: string): string {
  return MOVED + pathPart(member)
}

/** Where the household that took a member in says from which one. */
export function receivedPath(member: string): string {
  return RECEIVED + pathPart(member)
}

/** A text as one part of a path: strokes would make two of it. */
export function pathPart(text: string): string {
  return text.replace(/[%/]/g, encodeURIComponent)
}

/** The text that a path part stands for. */
export function textOfPathPart(part: string): string {
  return part.replace(/%(25|2F)/g, decodeURIComponent)
}

/** What the fieldwork of a household's own changes says of found households; undefined where it was not found. */
export function foundIn(id: string, state: EntityState): FoundHousehold | undefined {
  const value = state.get(FOUND)?.history.at(-1)?.value
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const { household, splitFrom, headMember } = value as {
    readonly household?: RosterHousehold
    readonly splitFrom?: string
    readonly headMember?: string
  }
  if (household === undefined) return undefined
  return { household: { ...household, id }, splitFrom: splitFrom ?? null, headMember: headMember ?? null }
}

/** The members whom the household's changes send elsewhere; a member brought back is not among them. */
export function movesIn(from: string, state: EntityState): readonly MemberMove[] {
  const moves: MemberMove[] = []
  for (const [path, said] of state) {
    if (!path.startsWith(MOVED)) continue
    const member = textOfPathPart(path.slice(MOVED.length))
    if (said.isConflict) moves.push({ from, member, to: null })
    else if (typeof said.value === 'string') moves.push({ from, member, to: said.value })
  }
  return moves
}

/** Who took the household's place; nobody where people who had not seen each other's changes named two. */
export function replacementIn(replaced: string, state: EntityState): Replacement | undefined {
  const said = state.get(REPLACED_BY)
  if (said === undefined || said.isConflict || typeof said.value !== 'string') return undefined
  return { replaced, replacement: said.value }
}
