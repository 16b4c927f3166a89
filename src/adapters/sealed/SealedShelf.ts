import { bytesToHex, randomBytes } from '@noble/hashes/utils.js'
import type { ListedProject, NewProject, ProjectShelf, Unlock } from '../../application/store/ProjectShelf'
import type { ProjectStore } from '../../application/store/ProjectStore'
import { refusal, type Result } from '../../domain/shared/Result'
import { newProjectKey, type ScryptCost } from '../crypto/KeyWrap'
import type { SystemKeyStore } from '../crypto/SystemKeyStore'
import type { IndexShelf } from './IndexShelf'
import type { JournalShelf } from './Journal'
import { closeSides, openSides, type OpenSides } from './openSides'
import { openStore } from './openStore'
import { listProject, parseProjectHeader, type ProjectHeader } from './ProjectHeader'
import { unwrapKey, wrapKey } from './projectKeys'

export interface ShelfParts {
  readonly indexes: IndexShelf
  /** null in a plain browser tab: there the index is all there is. */
  readonly journals: JournalShelf | null
  readonly keyStore: SystemKeyStore
  readonly scryptCost: ScryptCost
}

/** The projects of this device: sealed indexes and, in Electron, their journals. */
export class SealedShelf implements ProjectShelf {
  readonly #parts: ShelfParts

  constructor(parts: ShelfParts) {
    this.#parts = parts
  }

  async list(): Promise<readonly ListedProject[]> {
    const { indexes, journals } = this.#parts
    const journalled = (await journals?.list()) ?? []
    const texts = [...(await indexes.headers()), ...journalled.map((listing) => listing.header)]
    const headers = texts.map(parseProjectHeader).filter((header) => header !== undefined)
    const listed = new Map(headers.map((header) => [header.projectId, listProject(header)]))
    return [...listed.values()].sort((left, right) => (left.title < right.title ? -1 : 1))
  }

  async create({ title, protection }: NewProject): Promise<Result<ProjectStore>> {
    const { indexes, journals, keyStore, scryptCost } = this.#parts
    const key = newProjectKey()
    const wraps = await wrapKey(key, protection, scryptCost, keyStore)
    const isPractice = protection.by === 'nothing_practice'
    const header: ProjectHeader = {
      format: 1,
      projectId: bytesToHex(randomBytes(16)),
      title,
      isPractice,
      wraps,
    }
    const text = JSON.stringify(header)
    const journalled = (await journals?.create(header.projectId, text)) ?? null
    if (journalled !== null && journalled.kind !== 'open')
      return refusal('not_saved', title, {
        side: 'journal',
        code: journalled.kind === 'failed' ? journalled.code : '',
      })
    const indexed = await indexes.create(header.projectId)
    if (indexed.kind !== 'open') throw new Error(`a new index is ${indexed.kind}`)
    await indexed.index.commit({ header: text })
    const sides = { index: indexed.index, journal: journalled?.journal ?? null, header: text }
    return openStore({ ...sides, behind: { offset: 0, position: 0 }, problems: [] }, header.projectId, key)
  }

  async open(projectId: string, unlock: Unlock): Promise<Result<ProjectStore>> {
    const sides = await openSides(projectId, this.#parts.indexes, this.#parts.journals)
    if (!sides.ok) return sides
    const opened = await this.#unlock(sides.value, unlock)
    if (!opened.ok) await closeSides(sides.value)
    return opened
  }

  async #unlock(sides: OpenSides, unlock: Unlock): Promise<Result<ProjectStore>> {
    const header = parseProjectHeader(sides.header)
    if (header === undefined) return refusal('project_damaged')
    const key = await unwrapKey(header.wraps, unlock, this.#parts.keyStore)
    return key.ok ? openStore(sides, header.projectId, key.value) : key
  }
}
