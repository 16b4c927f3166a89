import type { ElementList } from '../changes/elements'
import type { RepeatData, RepeatSource, Scope } from './Instrument'

/** The repeats that a form declares. */
export interface Repeats {
  /** Of the members of the household; undefined where a form asks none of them anything. */
  readonly roster: Scope | undefined
  /** Of lines that the interview adds. */
  readonly hand: Scope | undefined
  /** List of an interview's changes that holds the instances of a scope; null for the household itself. */
  listOf(scope: Scope): ElementList | null
}

/** The changes of an interview have one list for each source. */
const LISTS: Readonly<Record<RepeatSource, ElementList>> = { roster: 'members', hand: 'lines' }

export function repeatsOf(declared: readonly RepeatData[]): Repeats {
  const nameOf = (source: RepeatSource): Scope | undefined =>
    declared.find((repeat) => repeat.source === source)?.name
  const lists = new Map(declared.map(({ name, source }) => [name, LISTS[source]]))
  return { roster: nameOf('roster'), hand: nameOf('hand'), listOf: (scope) => lists.get(scope) ?? null }
}
