import type { PasscodeAttempts } from '../../application/store/passcodeAttempts'
import type { Unlock } from '../../application/store/ProjectShelf'
import type { Problem } from '../../domain/shared/Problem'
import { refusal, success, type Result } from '../../domain/shared/Result'
import type { KeyRing } from '../crypto/keyRing'
import type { SystemKeyStore } from '../crypto/SystemKeyStore'
import type { PasscodeGuard } from './PasscodeGuard'
import { laterProject, parseProjectHeader, type ProjectHeader } from './ProjectHeader'
import { ringOf, unwrapKey } from './projectKeys'
import type { SealedIndex } from './SealedIndex'

interface UnlockedKeys {
  readonly header: ProjectHeader
  readonly ring: KeyRing
  /** Wrong passcodes before this one. */
  readonly before: PasscodeAttempts
  /** What the owner of the right passcode must learn of them. */
  readonly problems: readonly Problem[]
}

/** The keys of a project by its header. Refused: `project_damaged`, `database_newer`, and as `PasscodeGuard.key` and `unwrapKey` refuse. */
export async function unlockKeys(
  text: string,
  index: SealedIndex,
  unlock: Unlock,
  guard: PasscodeGuard,
  keyStore: SystemKeyStore,
): Promise<Result<UnlockedKeys>> {
  const header = parseProjectHeader(text)
  if (header === undefined) {
    const later = laterProject(text)
    return later === undefined ? refusal('project_damaged') : refusal('database_newer', later.title)
  }
  const unwrap = () => unwrapKey(header.wraps, unlock, keyStore)
  const guarded = await guard.key(header.projectId, index, unlock, unwrap)
  if (!guarded.ok) return guarded
  const { key, before } = guarded.value
  const ring = ringOf(header, key)
  return ring.ok ? success({ header, ring: ring.value, before, problems: wrongBefore(before) }) : ring
}

function wrongBefore({ wrong }: PasscodeAttempts): readonly Problem[] {
  if (wrong === 0) return []
  return [{ code: 'passcode_tried', severity: 'warning', place: {}, value: null, details: { count: wrong } }]
}
