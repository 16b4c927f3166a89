import { NO_ATTEMPTS, type PasscodeAttempts } from '../../application/store/passcodeAttempts'
import type { ReplicaId } from '../../domain/changes/Change'
import type { SeqRanges } from '../../domain/changes/KnownChanges'
import type {
  IndexCommit, IndexState, SealedIndex, StoredBlock, StoredHousehold, StoredRow,
} from '../sealed/SealedIndex' // prettier-ignore

/** The working index in plain maps: nothing outlives the process. */
export class MemoryIndex implements SealedIndex {
  readonly #onClose: (closed: MemoryIndex) => void
  #header: string | undefined
  #state: IndexState = { lamport: 0, position: 0, mark: null }
  #attempts = NO_ATTEMPTS
  readonly #replicas = new Map<ReplicaId, SeqRanges>()
  readonly #rows = new Map<number, StoredRow>()
  readonly #blocks = new Map<string, StoredBlock>()
  readonly #households = new Map<string, StoredHousehold>()
  readonly #summaries = new Map<string, Uint8Array>()

  constructor(onClose: (closed: MemoryIndex) => void = () => undefined) {
    this.#onClose = onClose
  }

  copy(onClose: (closed: MemoryIndex) => void): MemoryIndex {
    const copy = new MemoryIndex(onClose)
    copy.#header = this.#header
    copy.#state = this.#state
    copy.#attempts = this.#attempts
    for (const [replica, ranges] of this.#replicas) copy.#replicas.set(replica, ranges)
    for (const [position, row] of this.#rows) copy.#rows.set(position, row)
    for (const [key, block] of this.#blocks) copy.#blocks.set(key, block)
    for (const [scope, household] of this.#households) copy.#households.set(scope, household)
    for (const [group, sealed] of this.#summaries) copy.#summaries.set(group, sealed)
    return copy
  }

  header(): Promise<string | undefined> {
    return Promise.resolve(this.#header)
  }

  state(): Promise<IndexState> {
    return Promise.resolve(this.#state)
  }

  attempts(): Promise<PasscodeAttempts> {
    return Promise.resolve(this.#attempts)
  }

  replicas(): ReturnType<SealedIndex['replicas']> {
    return Promise.resolve([...this.#replicas])
  }

  lastPosition(): Promise<number> {
    const blocks = [...this.#blocks.values()].map((block) => block.position)
    return Promise.resolve(
      [...this.#rows.keys(), ...blocks].reduce((last, position) => Math.max(last, position), 0),
    )
  }

  rowsOfEntities(entities: readonly string[]): Promise<readonly StoredRow[]> {
    return Promise.resolve(inOrder(this.#rows.values()).filter((row) => entities.includes(row.entity)))
  }

  rowsOfScopes(scopes: readonly string[]): Promise<readonly StoredRow[]> {
    return Promise.resolve(inOrder(this.#rows.values()).filter((row) => scopes.includes(row.scope)))
  }

  rowsAfter(position: number, limit: number): Promise<readonly StoredRow[]> {
    return Promise.resolve(
      inOrder(this.#rows.values())
        .filter((row) => row.position > position)
        .slice(0, limit),
    )
  }

  blocksAfter(position: number, limit: number): Promise<readonly StoredBlock[]> {
    return Promise.resolve(
      inOrder(this.#blocks.values())
        .filter((block) => block.position > position)
        .slice(0, limit),
    )
  }

  block(document: string, block: string): Promise<StoredBlock | undefined> {
    return Promise.resolve(this.#blocks.get(`${document} ${block}`))
  }

  blocks(document: string, names: readonly string[]): Promise<readonly (StoredBlock | undefined)[]> {
    return Promise.all(names.map((name) => this.block(document, name)))
  }

  blockNames(document: string): Promise<readonly string[]> {
    const own = [...this.#blocks.values()].filter((block) => block.document === document)
    return Promise.resolve(own.map(({ block }) => block))
  }

  households(): Promise<readonly StoredHousehold[]> {
    return Promise.resolve([...this.#households.values()])
  }

  touchedHouseholds(): Promise<readonly StoredHousehold[]> {
    return Promise.resolve([...this.#households.values()].filter((household) => household.mark !== undefined))
  }

  summaries(groups: readonly string[]): Promise<readonly (Uint8Array | undefined)[]> {
    return Promise.resolve(groups.map((group) => this.#summaries.get(group)))
  }

  commit(commit: IndexCommit): Promise<void> {
    if (commit.header !== undefined) this.#header = commit.header
    if (commit.state !== undefined) this.#state = commit.state
    if (commit.attempts !== undefined) this.#attempts = commit.attempts
    for (const position of commit.removedPositions ?? []) this.#rows.delete(position)
    for (const row of commit.rows ?? []) this.#rows.set(row.position, row)
    for (const [replica, ranges] of commit.replicas ?? []) this.#replicas.set(replica, ranges)
    for (const block of commit.blocks ?? []) this.#blocks.set(`${block.document} ${block.block}`, block)
    for (const household of commit.households ?? []) this.#households.set(household.scope, household)
    for (const scope of commit.clearedMarks ?? []) {
      const household = this.#households.get(scope)
      if (household !== undefined) this.#households.set(scope, { scope, sealedName: household.sealedName })
    }
    if (commit.summaries !== undefined) this.#summaries.set(commit.summaries.group, commit.summaries.sealed)
    return Promise.resolve()
  }

  close(): Promise<void> {
    this.#onClose(this)
    return Promise.resolve()
  }
}

function inOrder<Item extends { readonly position: number }>(items: Iterable<Item>): Item[] {
  return [...items].sort((left, right) => left.position - right.position)
}
