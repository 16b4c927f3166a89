import type { NewProject } from '../../src/application/store/ProjectShelf'
import type { ProjectStore } from '../../src/application/store/ProjectStore'
import { MemoryIndexShelf } from '../../src/adapters/memory/MemoryIndexShelf'
import type { IndexOpening, IndexShelf } from '../../src/adapters/sealed/IndexShelf'
import type { SealedIndex } from '../../src/adapters/sealed/SealedIndex'
import type { SealedShelf } from '../../src/adapters/sealed/SealedShelf'
import type { Result } from '../../src/domain/shared/Result'
import { aProcess, directJournals } from './directJournals'
import { LossyFiles, type Leaves } from './LossyFiles'
import { aShelf, PASSCODE } from './sealedHarness'

export const unlock = { by: 'passcode', passcode: PASSCODE } as const

/** A laptop with journals on a lossy disk and an index whose commits are durable or did not happen. */
export interface Machine {
  readonly shelf: SealedShelf
  readonly files: LossyFiles
  readonly indexes: MemoryIndexShelf
  createProject(): Promise<Result<ProjectStore>>
  /** The laptop after the power came back: another process, the same index, what the disk had flushed. */
  afterPowerCut(leaves: Leaves): Machine
  /** The app started once more after it was closed properly. */
  restarted(): Machine
  wipeIndexes(): void
  wipeJournals(): void
}

let lastPid = 0

export function aMachine(files: LossyFiles, indexes: MemoryIndexShelf): Machine {
  let current = { files, indexes }
  const compose = (): SealedShelf => {
    lastPid += 1
    const journals = directJournals(current.files, aProcess(lastPid))
    return aShelf({ indexes: dyingWith(current.files, current.indexes), journals })
  }
  let shelf = compose()
  const project: NewProject = { title: '某县', protection: { ...unlock, rememberBySystem: false } }
  return {
    get shelf() {
      return shelf
    },
    get files() {
      return current.files
    },
    get indexes() {
      return current.indexes
    },
    createProject: () => shelf.create(project),
    afterPowerCut: (leaves) => aMachine(current.files.afterPowerCut(leaves), current.indexes.copy()),
    restarted: () => aMachine(current.files.afterPowerCut('everything'), current.indexes.copy()),
    wipeIndexes() {
      current = { ...current, indexes: new MemoryIndexShelf() }
      shelf = compose()
    },
    wipeJournals() {
      current = { ...current, files: new LossyFiles() }
      shelf = compose()
    },
  }
}

/** The index lies on the same machine: a commit is one step more at which the power may go, before or after it. */
function dyingWith(files: LossyFiles, indexes: IndexShelf): IndexShelf {
  const watch = async (opening: Promise<IndexOpening>): Promise<IndexOpening> => {
    const opened = await opening
    return opened.kind === 'open' ? { kind: 'open', index: dying(files, opened.index) } : opened
  }
  return {
    headers: () => indexes.headers(),
    open: (projectId) => watch(indexes.open(projectId)),
    create: (projectId) => watch(indexes.create(projectId)),
  }
}

function dying(files: LossyFiles, index: SealedIndex): SealedIndex {
  return new Proxy(index, {
    get(target, name) {
      if (name === 'commit')
        return async (...values: Parameters<SealedIndex['commit']>) => {
          await files.step()
          if (files.isIndexGone) throw new DOMException('the database was closed', 'InvalidStateError')
          await target.commit(...values)
          await files.step()
        }
      const member: unknown = Reflect.get(target, name)
      return typeof member === 'function' ? (member.bind(target) as unknown) : member
    },
  })
}
