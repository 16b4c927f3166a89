import type { IndexOpening, IndexShelf } from '../sealed/IndexShelf'
import { DexieIndex } from './DexieIndex'
import { MIGRATIONS } from './migrations/all'
import { openDatabase } from './openDatabase'
import { readHeader } from './readHeader'
import { takeTabLock } from './takeTabLock'

const PREFIX = 'yihu-'

/** One IndexedDB database for each project; one tab at a time has it open. */
export class DexieIndexShelf implements IndexShelf {
  async headers(): Promise<readonly string[]> {
    const names = (await indexedDB.databases()).flatMap(({ name }) =>
      name?.startsWith(PREFIX) ? [name] : [],
    )
    const headers = await Promise.all(names.map(readHeader))
    return headers.filter((header) => header !== undefined)
  }

  open(projectId: string): Promise<IndexOpening> {
    return openLocked(PREFIX + projectId, 'leave')
  }

  create(projectId: string): Promise<IndexOpening> {
    return openLocked(PREFIX + projectId, 'create')
  }
}

async function openLocked(name: string, whenMissing: 'create' | 'leave'): Promise<IndexOpening> {
  const letGo = await takeTabLock(navigator.locks, name)
  if (letGo === undefined) return { kind: 'locked' }
  try {
    const opening = await openDatabase(name, MIGRATIONS, whenMissing)
    if (opening.kind === 'open') return { kind: 'open', index: new DexieIndex(opening.database, letGo) }
    letGo()
    return opening
  } catch (error) {
    letGo()
    throw error
  }
}
