import { newReplica } from '../adapters/crypto/newReplica'
import { FolderStore } from '../adapters/folder/FolderStore'
import { projectIn } from '../adapters/folder/projectIn'
import type { Result } from '../domain/shared/Result'

/** Opens a folder of merged packages, hands its store to `use` and closes it. `no_project`: the folder holds none. Refused: as opening is, or `use`. */
export async function withProjectFolder<T>(
  from: string,
  use: (store: FolderStore) => Promise<Result<T>>,
): Promise<Result<T> | 'no_project'> {
  const projectId = await projectIn(from)
  if (projectId === undefined) return 'no_project'
  const opened = await FolderStore.open(from, projectId, newReplica())
  if (!opened.ok) return opened
  try {
    return await use(opened.value)
  } finally {
    await opened.value.close()
  }
}
