import type { Change } from '../changes/Change'
import { foldChanges } from '../changes/foldChanges'
import { isSameName } from '../shared/isSameName'
import { readRoll, RECOVERY } from './Roll'

/**
 * How it is known that a second person was the one: at a device the roll gives to them, by a passcode of their own at the lead's,
 * or not at all, in a project without a lead: two people at one device.
 */
export const SECOND_PERSON_WAYS = ['own_device', 'passcode', 'same_device'] as const

export type SecondPersonWay = (typeof SECOND_PERSON_WAYS)[number]

/** Who of a project can be named as a second person, and whose confirmation counts. Plain data, so that it can be sent to a worker. */
export interface SecondPeople {
  /** Of the roll where the project is led, else of its list. */
  readonly names: readonly string[]
  /** Everybody who ever was on the roll: the confirmations of those who left still count. */
  readonly everOnRoll: ReadonlySet<string>
  readonly listed: ReadonlySet<string>
  /** Lamport counter from which on the project was led; null while nobody leads it. */
  readonly ledSince: number | null
}

/** The second people by the changes of the project and of its people. */
export function readSecondPeople(changes: readonly Change[]): SecondPeople {
  const listed = new Set(changes.flatMap(({ entity, entityId }) => (entity === 'person' ? [entityId] : [])))
  const project = foldChanges(changes.filter(({ entity }) => entity === 'project'))
  const roll = [...readRoll(project).values()]
  const ledSince = project.get(RECOVERY)?.history[0]?.lamport ?? null
  const onRoll = roll.flatMap(({ names, removed }) => (removed === null ? names : []))
  return {
    names: ledSince === null ? [...listed] : [...new Set(onRoll)],
    everOnRoll: new Set(roll.flatMap(({ everNames }) => everNames)),
    listed,
    ledSince,
  }
}

/**
 * Whether somebody counts as a second person. In a led project only people of the roll count, and not two people at one
 * device; confirmations from before it was led, or before the way was recorded (`how` null), count by the list.
 */
export function countsAsSecond(
  people: SecondPeople,
  { person, lamport }: Pick<Change, 'person' | 'lamport'>,
  how: SecondPersonWay | null,
): boolean {
  const isByList = people.ledSince === null || lamport < people.ledSince || how === null
  return isByList ? people.listed.has(person) : how !== 'same_device' && people.everOnRoll.has(person)
}

/** Whom one can name besides these. Another spelling of one of them is the same person. */
export function othersThan(besides: readonly string[], names: readonly string[]): readonly string[] {
  return names.filter((name) => !besides.some((each) => isSameName(each, name)))
}
