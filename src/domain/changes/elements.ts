import type { EntityState } from './foldChanges'

/** The lists an interview has; a path of one of their elements is `<list>/<element>` and whatever follows. */
export const ELEMENT_LISTS = ['members', 'lines'] as const

export type ElementList = (typeof ELEMENT_LISTS)[number]

export interface ElementPath {
  readonly list: ElementList
  readonly id: string
  /** What follows the element: `''` for the element itself. */
  readonly rest: string
}

/** Splits `lines/<id>/amount_yuan`; undefined for a path that lies in no list. */
export function elementOfPath(path: string): ElementPath | undefined {
  const first = path.indexOf('/')
  const list =
    first < 0 ? undefined : ELEMENT_LISTS.find((name) => name.length === first && path.startsWith(name))
  if (list === undefined) return undefined
  const second = path.indexOf('/', first + 1)
  return second < 0
    ? { list, id: path.slice(first + 1), rest: '' }
    : { list, id: path.slice(first + 1, second), rest: path.slice(second + 1) }
}

export interface Element {
  readonly id: string
  /** `contested`: one laptop removed it while another, without knowing, kept it. */
  readonly presence: 'present' | 'removed' | 'contested'
}

/**
 * The elements of a list that the changes name, in the order in which they were made (Lamport counter, then id).
 * A member of the roster needs no change to exist: this list names only those that were made, removed or brought back.
 */
export function elementsOf(state: EntityState, list: ElementList): readonly Element[] {
  const found: { element: Element; lamport: number }[] = []
  for (const [path, pathState] of state) {
    const element = elementOfPath(path)
    if (element?.list !== list || element.rest !== '') continue
    const first = pathState.history[0]
    if (first === undefined) continue
    const presence = pathState.isConflict ? 'contested' : pathState.value === null ? 'removed' : 'present'
    found.push({ element: { id: element.id, presence }, lamport: first.lamport })
  }
  found.sort((left, right) => left.lamport - right.lamport || (left.element.id < right.element.id ? -1 : 1))
  return found.map((entry) => entry.element)
}
