import type { FolderLock } from '../../../electron/disk/takeFolderLock'
import { success, type Result } from '../../domain/shared/Result'
import { FolderChanges } from './FolderChanges'
import { makeFolder } from './folderFiles'
import { lockProject } from './lockProject'
import { beginProject, checkProject, clearProject } from './projectIn'

interface OpenFolder {
  readonly lock: FolderLock
  readonly changes: FolderChanges
}

/**
 * Locks the folder of a project and reads its changes; begins the project in an empty folder. Refused: `folder_other_project`,
 * `folder_not_empty` (something else lies there), and as `lockProject` refuses. Throws `FileTrouble`.
 */
export async function openFolder(folder: string, projectId: string): Promise<Result<OpenFolder>> {
  const fit = await checkProject(folder, projectId)
  if (!fit.ok) return fit
  await makeFolder(folder)
  const locked = await lockProject(folder)
  if (!locked.ok) return locked
  const lock = locked.value
  try {
    // Another process may have begun a project here before it released the lock.
    const still = await checkProject(folder, projectId)
    if (!still.ok) {
      await lock.letGo()
      return still
    }
    if (still.value === 'none') await beginProject(folder, projectId)
    await clearProject(folder)
    return success({ lock, changes: await FolderChanges.in(folder, lock) })
  } catch (error) {
    await lock.letGo().catch(() => undefined)
    throw error
  }
}
