import type { Evidence } from '../shared/Evidence'
import type { Json } from '../shared/Json'

/**
 * 128 random bits in hex, new at every opening of a store. A store that was restored, rebuilt, or copied to
 * another machine had to be opened there, so no two different changes ever share an id, and nothing has to be detected.
 */
export type ReplicaId = string

/** `replica:seq`, seq counting from 1 within the replica. */
export type ChangeId = `${ReplicaId}:${number}`

export const ENTITIES = ['project', 'person', 'household', 'visit', 'interview'] as const

/**
 * `interview` ids are `household/round/copy`, `visit` ids `household/visit`; members and ledger lines live in their
 * interview's paths.
 */
export type Entity = (typeof ENTITIES)[number]

/**
 * The only thing the app ever writes. State is a pure fold over changes.
 *
 * Paths of an interview: `food_enough`; `members/<member>/insurance`; `lines/<line>/amount_yuan`. A member or line
 * that the interview adds is made by a change whose path is `members/<id>` or `lines/<id>` with `<id>` the id of that
 * very change, so that two laptops never fuse two different lines; setting that path to `null` removes it.
 */
export interface Change {
  readonly id: ChangeId
  /** One more than the highest counter known where the change was made: gives the order that clocks cannot. */
  readonly lamport: number
  readonly entity: Entity
  readonly entityId: string
  readonly path: string
  readonly value: Json
  /** The heads of this path that the writer saw. */
  readonly replaces: readonly ChangeId[]
  readonly evidence?: Evidence
  /** Id of a person of the project's list. */
  readonly person: string
  /** ISO instant by the laptop's clock: shown, never used to decide. */
  readonly at: string
  readonly reason?: string
}
