import type { Change } from '../changes/Change'
import { foldChanges } from '../changes/foldChanges'

/** Somebody went to the household's door, or rang it up. */
export const CONTACT_WAYS = ['door', 'phone'] as const

/** Nobody was met; or somebody said when to come. */
export const CONTACT_RESULTS = ['nobody', 'appointment'] as const

/** A try to meet a household, as it is written. */
export interface ContactWords {
  readonly way: (typeof CONTACT_WAYS)[number]
  readonly result: (typeof CONTACT_RESULTS)[number]
  /** Local day and hour of an appointment, `2020-12-03T15:00`; null where none was made. */
  readonly appointment: string | null
  readonly note: string
}

/** With who tried, and when. */
export interface Contact extends ContactWords {
  /** Of the change that recorded it. */
  readonly path: string
  readonly by: string
  /** ISO instant. */
  readonly at: string
}

const CONTACTS = 'contacts/'

/** Tries within an hour are one: whoever rings twice before the door has tried once. */
const ONE_TRY_MS = 3_600_000

/** Path of a try; `element` stands for the id of the change itself. */
export function contactPath(element: string): string {
  return CONTACTS + element
}

/** The tries to meet a household, oldest first; one that was taken back is not among them. */
export function contactsIn(changes: readonly Change[]): readonly Contact[] {
  const own = changes.filter(({ entity, path }) => entity === 'household' && path.startsWith(CONTACTS))
  return [...foldChanges(own)]
    .flatMap(([path, state]) => {
      const first = state.history[0]
      // Taken back by some and not by others, it stands.
      if (first === undefined || (!state.isConflict && state.value === null)) return []
      return [{ ...(first.value as unknown as ContactWords), path, by: first.person, at: first.at }]
    })
    .sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
}

/** How often somebody tried; with `now` (ISO instant), whoever is at the door has tried too. */
export function triesOf(contacts: readonly Pick<Contact, 'at'>[], now?: string): number {
  const times = [...contacts.map(({ at }) => at), ...(now === undefined ? [] : [now])].map((at) =>
    Date.parse(at),
  )
  times.sort((one, other) => one - other)
  let tries = 0
  let last = -Infinity
  for (const time of times) {
    if (time - last < ONE_TRY_MS) continue
    tries++
    last = time
  }
  return tries
}

/** When somebody is to come, where the last try ended so. */
export function appointmentOf(contacts: readonly Contact[]): string | null {
  return contacts.at(-1)?.appointment ?? null
}
