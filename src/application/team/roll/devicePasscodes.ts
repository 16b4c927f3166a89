import * as v from 'valibot'
import { refusal, type Result } from '../../../domain/shared/Result'
import { MIN_PASSCODE_LENGTH, passcodeFault } from '../../store/passcodeFault'
import type { ProjectStore } from '../../store/ProjectStore'

/** Makes and checks what is kept of a passcode; by it nobody finds the passcode. */
export interface PasscodePort {
  verifierOf(passcode: string): Promise<string>
  /** Undefined where the verifier is none of ours, or costs more than this version computes. */
  isPasscodeOf(verifier: string, passcode: string): Promise<boolean | undefined>
}

/** A passcode as it was typed, and when. */
export interface PasscodeProof {
  readonly passcode: string
  /** ISO instant by this device's clock. */
  readonly at: string
  readonly port: PasscodePort
}

/** Attempts that cost nothing; every further one costs twice the wait of the one before. */
const FREE_ATTEMPTS = 3
const FIRST_WAIT_SECONDS = 30
const LONGEST_WAIT_SECONDS = 3600

/** A record of the list `passcodes`: nothing is taken away from it, and `nth` gives the order. */
const RECORD = v.variant('kind', [
  v.object({ kind: v.literal('set'), nth: v.number(), person: v.string(), verifier: v.string() }),
  // Written before the passcode is checked: whoever ends the app then has tried all the same.
  v.object({ kind: v.literal('tried'), nth: v.number(), person: v.string(), at: v.string() }),
  v.object({ kind: v.literal('passed'), nth: v.number(), person: v.string() }),
])

type PasscodeRecord = v.InferOutput<typeof RECORD>
type NewRecord = PasscodeRecord extends infer Each
  ? Each extends unknown
    ? Omit<Each, 'nth'>
    : never
  : never

/** Who of the project has a passcode of their own on this device. */
export async function passcodeOwners(store: ProjectStore): Promise<ReadonlySet<string>> {
  const records = await recordsOf(store)
  return new Set(records.flatMap(({ kind, person }) => (kind === 'set' ? [person] : [])))
}

/** Sets somebody's passcode on this device, once. Refused: `passcode_short`, `passcode_weak`, `passcode_is_set`, `not_saved`. */
export async function setPasscode(
  store: ProjectStore,
  person: string,
  { passcode, port }: Pick<PasscodeProof, 'passcode' | 'port'>,
): Promise<Result<null>> {
  const fault = passcodeFault(passcode)
  if (fault !== null)
    return refusal(fault === 'short' ? 'passcode_short' : 'passcode_weak', String(MIN_PASSCODE_LENGTH))
  if ((await passcodeOwners(store)).has(person)) return refusal('passcode_is_set', person)
  return keep(store, { kind: 'set', person, verifier: await port.verifierOf(passcode) })
}

/**
 * Whether it is somebody's passcode. Refused: `passcode_unset`, `passcode_of_person_wrong`, `passcode_wait` (seconds; the passcode
 * was not looked at), `passcode_unreadable`, `not_saved`.
 */
export async function checkPasscode(
  store: ProjectStore,
  person: string,
  { passcode, at, port }: PasscodeProof,
): Promise<Result<null>> {
  const own = (await recordsOf(store)).filter((each) => each.person === person)
  const set = own.find(({ kind }) => kind === 'set')
  if (set?.kind !== 'set') return refusal('passcode_unset', person)
  const seconds = waitSeconds(own, at)
  if (seconds > 0) return refusal('passcode_wait', person, { seconds })
  const tried = await keep(store, { kind: 'tried', person, at })
  if (!tried.ok) return tried
  const isRight = await port.isPasscodeOf(set.verifier, passcode)
  if (isRight === undefined) return refusal('passcode_unreadable', person)
  return isRight ? keep(store, { kind: 'passed', person }) : refusal('passcode_of_person_wrong', person)
}

/** How long nobody may try, by the attempts since the last right one. A clock put back shortens no wait, nor makes one endless. */
function waitSeconds(own: readonly PasscodeRecord[], now: string): number {
  const passed = own.findLastIndex(({ kind }) => kind === 'passed')
  const tried = own.slice(passed + 1).flatMap((each) => (each.kind === 'tried' ? [each.at] : []))
  const last = tried.at(-1)
  if (last === undefined || tried.length < FREE_ATTEMPTS) return 0
  const wait = Math.min(FIRST_WAIT_SECONDS * 2 ** (tried.length - FREE_ATTEMPTS), LONGEST_WAIT_SECONDS)
  return Math.ceil(wait - Math.abs(Date.parse(now) - Date.parse(last)) / 1000)
}

async function recordsOf(store: ProjectStore): Promise<readonly PasscodeRecord[]> {
  const records = (await store.records('passcodes')).map((text) => v.parse(RECORD, JSON.parse(text)))
  return records.sort((left, right) => left.nth - right.nth)
}

async function keep(store: ProjectStore, record: NewRecord): Promise<Result<null>> {
  const nth = (await store.records('passcodes')).length
  return store.keepRecord('passcodes', JSON.stringify({ ...record, nth }))
}
