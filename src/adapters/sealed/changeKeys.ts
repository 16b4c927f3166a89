import { success, refusal, type Result } from '../../domain/shared/Result'
import { newProjectKey, type ScryptCost } from '../crypto/KeyWrap'
import type { SystemKeyStore } from '../crypto/SystemKeyStore'
import { Vault } from '../crypto/Vault'
import { orNotSaved } from './databaseTrouble'
import type { OpenSides } from './openSides'
import type { PasscodeGuard } from './PasscodeGuard'
import { headerText, parseProjectHeader } from './ProjectHeader'
import { renewKey, rewrapKey, ringOf, unwrapKey } from './projectKeys'

export interface WantedPasscode {
  readonly old: string
  readonly wanted: string
  /** Whether later writes are sealed by a new key, which the old passcode does not open. */
  readonly isKeyRenewed: boolean
}

interface KeyParts {
  readonly guard: PasscodeGuard
  readonly keyStore: SystemKeyStore
  readonly scryptCost: ScryptCost
}

/** Wraps a project's key by another passcode, or makes a new key and wraps that; returns the new key, or null. Refused as `ProjectShelf.changePasscode`. */
export async function changeKeys(
  sides: Pick<OpenSides, 'index' | 'journal'>,
  { old, wanted, isKeyRenewed }: WantedPasscode,
  { guard, keyStore, scryptCost }: KeyParts,
): Promise<Result<Uint8Array | null>> {
  const { index } = sides
  const before = (await index.header()) ?? ''
  const header = parseProjectHeader(before)
  if (header === undefined) return refusal('project_damaged')
  if (header.isPractice) return refusal('passcode_not_used')
  const unlock = { by: 'passcode', passcode: old } as const
  const unwrap = () => unwrapKey(header.wraps, unlock, keyStore)
  const key = await guard.key(header.projectId, index, unlock, unwrap)
  if (!key.ok) return key
  guard.wasRight(header.projectId, index, key.value.before)
  const ring = ringOf(header, key.value.key)
  if (!ring.ok) return ring
  const [newest] = ring.value
  const fresh = isKeyRenewed ? newProjectKey() : null
  const after =
    fresh === null
      ? { ...header, wraps: await rewrapKey(header.wraps, newest, wanted, scryptCost) }
      : await renewKey(header, { old: newest, fresh }, wanted, scryptCost, keyStore)
  const text = headerText(after, new Vault([fresh ?? newest]))
  const written = await writeHeader(sides, before, text)
  return written.ok ? success(fresh) : written
}

/** Opening reads the index's header: it is written first, and restored if the journal's fails. */
async function writeHeader(
  { index, journal }: Pick<OpenSides, 'index' | 'journal'>,
  before: string,
  after: string,
): Promise<Result<null>> {
  const written = await orNotSaved(index.commit({ header: after }).then(() => success(null)))
  if (!written.ok || journal === null) return written
  const answer = await journal.putHeader(after)
  if (answer.kind === 'done') return written
  await index.commit({ header: before })
  return refusal('not_saved', null, { side: 'journal', code: answer.code })
}
