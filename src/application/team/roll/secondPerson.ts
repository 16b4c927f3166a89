import { readSecondPeople, type SecondPeople, type SecondPersonWay } from '../../../domain/team/SecondPeople'
import { refusal, success, type Result } from '../../../domain/shared/Result'
import type { ProjectStore } from '../../store/ProjectStore'
import { deviceOf } from './deviceOf'
import { checkPasscode, type PasscodeProof } from './devicePasscodes'
import { rollOf } from './keepRoll'

/** Who of the project can be named as a second person, and whose confirmation counts. */
export async function secondPeopleOf(store: ProjectStore): Promise<SecondPeople> {
  return readSecondPeople(await store.changesOfProject())
}

/** Whether somebody can be named at all. Refused: `person_unknown` (not of the roll; without a lead, not of the list). */
export async function checkPerson(store: ProjectStore, person: string): Promise<Result<SecondPeople>> {
  const people = await secondPeopleOf(store)
  return people.names.includes(person) ? success(people) : refusal('person_unknown', person)
}

/**
 * How it is known here that a second person is the one, the passcode checked where it takes one. Refused: `person_unknown`,
 * `second_person_elsewhere` (the device is not theirs, and no passcode was given), and what `checkPasscode` refuses.
 */
export async function wayOf(
  store: ProjectStore,
  person: string,
  proof?: PasscodeProof,
): Promise<Result<SecondPersonWay>> {
  const people = await checkPerson(store, person)
  if (!people.ok) return people
  if (people.value.ledSince === null) return success('same_device')
  if ((await namesHere(store)).includes(person)) return success('own_device')
  if (proof === undefined) return refusal('second_person_elsewhere', person)
  const checked = await checkPasscode(store, person, proof)
  return checked.ok ? success('passcode') : checked
}

/** Who works at this device, by the roll; nobody where it was taken off, or is on none. */
export async function namesHere(store: ProjectStore): Promise<readonly string[]> {
  const own = await deviceOf(store)
  const entry = own === undefined ? undefined : (await rollOf(store)).get(own.device)
  return entry === undefined || entry.removed !== null ? [] : entry.names
}
