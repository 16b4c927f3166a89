import type { Change } from '../../../changes/Change'
import { foldChanges } from '../../../changes/foldChanges'
import { SECOND_PERSON_WAYS, type SecondPersonWay } from '../../../team/SecondPeople'
import type { Json } from '../../../shared/Json'

/** What a second person finds about a suspicion that a verification or a correction cleared. */
export interface SecondLook {
  /** False: the suspicion stands. */
  readonly agrees: boolean
  readonly reason: string
  readonly by: string
  readonly at: string
  /** Id of the change that cleared it: another clearing needs another look. Null: any clearing, as a file records it. */
  readonly of: string | null
  /** How it was known who looked; null as a file has it. */
  readonly how: SecondPersonWay | null
}

/** Path of the second look on its household. */
export const SECOND_LOOK = 'determination/second_look'

/** The value of the change that records it. */
export function secondLookValue({ agrees, of, how }: Pick<SecondLook, 'agrees' | 'of' | 'how'>) {
  return { agrees, of, how }
}

/** The second look in a household's changes; null where there is none, or where two laptops contradict each other. */
export function readSecondLook(changes: readonly Change[]): SecondLook | null {
  const own = changes.filter(({ entity, path }) => entity === 'household' && path === SECOND_LOOK)
  if (own.length === 0) return null
  const said = foldChanges(own).get(SECOND_LOOK)
  const head = said?.isConflict === false ? said.head : undefined
  const value = head?.value
  if (head === undefined || typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const { agrees, of, how } = value as { readonly agrees?: Json; readonly of?: Json; readonly how?: Json }
  if (typeof agrees !== 'boolean') return null
  const { reason = '', person: by, at } = head
  const way = SECOND_PERSON_WAYS.find((each) => each === how) ?? null
  return { agrees, reason, by, at, of: typeof of === 'string' ? of : null, how: way }
}
