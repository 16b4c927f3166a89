import { readlinkSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { DISK } from '../../../electron/disk/files'
import { PROCESSES, type Processes } from '../../../electron/disk/processes'
import { takeFolderLock, type FolderLock } from '../../../electron/disk/takeFolderLock'
import { refusal, success, type Result } from '../../domain/shared/Result'
import { withFile } from '../files/FileTrouble'

/**
 * Locks a merged folder for this process. Refused: `folder_in_use`, `folder_in_use_elsewhere` (by a process of another machine or
 * container, which may be running or not), `folder_lock_unclear` (its lock does not name the owner).
 */
export async function lockProject(folder: string): Promise<Result<FolderLock>> {
  const locking = await withFile('write', join(folder, 'lock'), () =>
    takeFolderLock(DISK, folder, OWN_PROCESSES),
  )
  if (locking.kind === 'taken') return success(locking.lock)
  const { owner, isElsewhere } = locking
  if (owner === undefined) return refusal('folder_lock_unclear', folder)
  const process = owner.pid
  if (!isElsewhere) return refusal('folder_in_use', folder, { process })
  const [machine = ''] = owner.machine?.split(' ') ?? []
  return refusal('folder_in_use_elsewhere', folder, { process, machine })
}

/** Several machines may share the folder's disk. Containers of one name on one machine cannot see each other's processes. */
const OWN_PROCESSES: Processes = { ...PROCESSES, machine: [hostname(), ...ownProcessSpace()].join(' ') }

function ownProcessSpace(): readonly string[] {
  try {
    return process.platform === 'linux' ? [readlinkSync('/proc/self/ns/pid')] : []
  } catch {
    return []
  }
}
