import type { Change } from '../../../domain/changes/Change'
import type { ChangeDraft } from '../../../domain/changes/ChangeDraft'
import { foldChanges } from '../../../domain/changes/foldChanges'
import { isSameName } from '../../../domain/shared/isSameName'
import { refusal, success, type Result } from '../../../domain/shared/Result'
import { readRoll, type Roll } from '../../../domain/team/Roll'
import type { DeviceId } from '../../../domain/team/Segment'
import { readFact } from '../../facts/Fact'
import { draftPersonFact } from '../../facts/personFacts'
import { PROJECT, PROJECT_FACTS, draftProjectFact } from '../../facts/projectFacts'
import type { Author } from '../../interview/recordAnswers'
import { listedPeople } from '../../store/addPerson'
import type { ProjectStore } from '../../store/ProjectStore'
import type { DeviceCode } from './deviceCode'
import { deviceOf, leadOf } from './deviceOf'
import type { TeamPort } from '../TeamPort'

/** The project's roll as it stands. */
export async function rollOf(store: ProjectStore): Promise<Roll> {
  return readRoll(foldChanges(await store.changesOf('project', PROJECT)))
}

/** The recipient that every package is sealed to besides; undefined before anybody leads the project. */
export async function recoveryOf(store: ProjectStore): Promise<string | undefined> {
  const { recovery } = PROJECT_FACTS
  return readFact(
    recovery,
    foldChanges(await store.changesOf('project', PROJECT))
      .get(recovery.path)
      ?.heads.at(-1),
  )
}

/**
 * Makes this device the lead of its project: first on the roll, with a recovery key. Returns the secret half of that key as an age
 * identity: it is kept nowhere, and must be printed or saved. Whoever can be interrupted before that makes the key first
 * (`recovery`, see `pendingRecovery`) and leads once it is kept. Refused: `team_led` (there is a lead), `person_listed_otherwise`.
 */
export async function leadProject(
  store: ProjectStore,
  names: readonly string[],
  author: Author,
  port: TeamPort,
  recovery?: { readonly identity: string; readonly recipient: string },
): Promise<Result<string>> {
  const own = await deviceOf(store)
  if (own === undefined) throw new Error('a store of a device has its keys')
  if ((await leadOf(store)) !== undefined) return refusal('team_led')
  const people = await newPeople(store, names, author)
  if (!people.ok) return people
  const { identity, recipient } = recovery ?? (await port.newRecoveryKey())
  const written = await store.write([
    ...people.value,
    ...entryDrafts(own.device, own.recipient, names, author),
    draftProjectFact(PROJECT_FACTS.recovery, [], recipient, author),
  ])
  if (!written.ok) return written
  const kept = await store.keepRecord('lead', own.device)
  return kept.ok ? success(identity) : kept
}

/** Follows another device's roll: its fingerprint was compared. Refused: `team_led`. */
export async function followLead(store: ProjectStore, lead: DeviceId): Promise<Result<null>> {
  const known = await leadOf(store)
  if (known !== undefined && known !== lead) return refusal('team_led')
  return store.keepRecord('lead', lead)
}

/** Puts a device on the roll, or gives it other names. Refused: `lead_only`, `person_listed_otherwise`. */
export async function addDevice(
  store: ProjectStore,
  code: Pick<DeviceCode, 'device' | 'recipient' | 'names'>,
  author: Author,
): Promise<Result<readonly Change[]>> {
  if (!(await isLead(store))) return refusal('lead_only', author.person, { leadsWords: 'roll' })
  const people = await newPeople(store, code.names, author)
  if (!people.ok) return people
  return store.write([...people.value, ...entryDrafts(code.device, code.recipient, code.names, author)])
}

/** Takes a device off: what it sends from now on is set aside. Refused: `lead_only`, `device_unknown`, `reason_missing`. */
export async function removeDevice(
  store: ProjectStore,
  device: DeviceId,
  reason: string,
  author: Author,
): Promise<Result<readonly Change[]>> {
  if (!(await isLead(store))) return refusal('lead_only', author.person, { leadsWords: 'roll' })
  if (!(await rollOf(store)).has(device)) return refusal('device_unknown', device)
  if (reason.trim() === '') return refusal('reason_missing')
  return store.write([
    draftProjectFact(PROJECT_FACTS.removed, [device], true, { ...author, reason: reason.trim() }),
  ])
}

/** What puts those of the names on the list that are not there; refused where one is there, written otherwise. */
async function newPeople(
  store: ProjectStore,
  names: readonly string[],
  author: Author,
): Promise<Result<readonly ChangeDraft[]>> {
  const listed = await listedPeople(store)
  const drafts: ChangeDraft[] = []
  for (const [index, name] of names.entries()) {
    if (listed.includes(name)) continue
    const alike = [...listed, ...names.slice(0, index)].find((each) => isSameName(each, name))
    if (alike !== undefined) return refusal('person_listed_otherwise', name, { listed: alike })
    drafts.push(draftPersonFact(name, author))
  }
  return success(drafts)
}

export async function isLead(store: ProjectStore): Promise<boolean> {
  const own = await deviceOf(store)
  return own !== undefined && (await leadOf(store)) === own.device
}

function entryDrafts(
  device: DeviceId,
  recipient: string,
  names: readonly string[],
  author: Author,
): readonly ChangeDraft[] {
  return [
    draftProjectFact(PROJECT_FACTS.recipient, [device], recipient, author),
    draftProjectFact(PROJECT_FACTS.names, [device], names, author),
  ]
}
