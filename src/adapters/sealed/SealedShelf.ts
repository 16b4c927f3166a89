import { bytesToHex, randomBytes } from '@noble/hashes/utils.js'
import type {
  ListedProject,
  NewProject,
  ProjectShelf,
  RestoredProject,
  Unlock,
} from '../../application/store/ProjectShelf'
import type { ProjectStore } from '../../application/store/ProjectStore'
import { refusal, success, type Result } from '../../domain/shared/Result'
import type { KeyRing } from '../crypto/keyRing'
import { newProjectKey, type ScryptCost } from '../crypto/KeyWrap'
import type { SystemKeyStore } from '../crypto/SystemKeyStore'
import { Vault } from '../crypto/Vault'
import { areKeysOf } from './areKeysOf'
import type { Seals } from './Seals'
import { decodeBackup } from './backupFile'
import { changeKeys } from './changeKeys'
import type { IndexShelf } from './IndexShelf'
import type { JournalShelf } from './Journal'
import { listHeaders, listProjects } from './listHeaders'
import type { LockedProject } from './LockedProject'
import { makeSides } from './makeSides'
import { openBackup } from './openBackup'
import { OpenProjects } from './OpenProjects'
import { closeSides, endingOnFailure, type OpenSides } from './openSides'
import { PasscodeGuard } from './PasscodeGuard'
import { headerText, isOwnHeader, listProject, type ProjectHeader } from './ProjectHeader'
import { wrapKey } from './projectKeys'
import { problemsOfBackup, restoreInto } from './readBackup'
import { SidesOpener } from './SidesOpener'
import { takeBackup } from './takeBackup'
import { unlockKeys } from './unlockKeys'

export interface ShelfParts {
  readonly indexes: IndexShelf
  /** null in a plain browser tab, which has the index only. */
  readonly journals: JournalShelf | null
  readonly keyStore: SystemKeyStore
  readonly scryptCost: ScryptCost
  /** ISO instant by this device's clock. */
  now(): string
  /** By a project's keys. */
  seals(ring: KeyRing): Seals
}

/** The projects of this device: sealed indexes and, in Electron, their journals. */
export class SealedShelf implements ProjectShelf {
  readonly #parts: ShelfParts
  readonly #sides: SidesOpener
  readonly #guard: PasscodeGuard
  readonly #open: OpenProjects
  readonly #locked = new Map<string, LockedProject>()
  /** Texts carried over a lock, until the window reads them. */
  readonly #carried = new Map<string, string>()

  constructor(parts: ShelfParts) {
    this.#parts = parts
    this.#sides = new SidesOpener(parts.indexes, parts.journals)
    this.#guard = new PasscodeGuard(() => parts.now())
    this.#open = new OpenProjects((ring) => parts.seals(ring))
  }

  async list(): Promise<readonly ListedProject[]> {
    const projects = await listProjects(this.#parts.indexes, this.#parts.journals)
    return projects.toSorted((left, right) => (left.title < right.title ? -1 : 1))
  }

  async create({ title, protection, projectId }: NewProject): Promise<Result<ProjectStore>> {
    const { keyStore, scryptCost } = this.#parts
    const key = newProjectKey()
    const wraps = await wrapKey(key, protection, scryptCost, keyStore)
    const isPractice = protection.by === 'nothing_practice'
    const header: ProjectHeader = {
      format: 1,
      projectId: projectId ?? bytesToHex(randomBytes(16)),
      title,
      isPractice,
      wraps,
    }
    return this.#make(header, [key])
  }

  async #make(header: ProjectHeader, ring: KeyRing, awaitsBackup = false): Promise<Result<ProjectStore>> {
    const text = headerText(header, new Vault(ring))
    const sides = await makeSides(header, text, this.#parts.indexes, this.#parts.journals)
    if (!sides.ok) return sides
    return endingOnFailure(
      () => this.#open.open(sides.value, header.projectId, ring, awaitsBackup),
      () => closeSides(sides.value),
    )
  }

  lock(projectId: string, carried: string): { readonly unsavedWrites: number } {
    const locked = this.#open.lock(projectId, carried)
    this.#locked.set(projectId, locked)
    return { unsavedWrites: locked.parts.saves.held().length }
  }

  carried(projectId: string): string | undefined {
    const carried = this.#carried.get(projectId)
    this.#carried.delete(projectId)
    return carried
  }

  async open(projectId: string, unlock: Unlock): Promise<Result<ProjectStore>> {
    const locked = this.#locked.get(projectId)
    const opened =
      locked !== undefined && (await locked.take())
        ? await this.#openLocked(projectId, locked, unlock)
        : await this.#openClosed(projectId, unlock)
    const vault = this.#open.find(projectId)?.vault
    if (locked === undefined) return opened
    if (!opened.ok || vault === undefined) locked.giveBack()
    else {
      this.#locked.delete(projectId)
      this.#carried.set(projectId, vault.open('carried', projectId, locked.parts.carried))
    }
    return opened
  }

  /** Its sides stayed open after the lock, because something is not on disk yet. */
  async #openLocked(
    projectId: string,
    { parts }: LockedProject,
    unlock: Unlock,
  ): Promise<Result<ProjectStore>> {
    const { index, journal } = parts.sides
    const text = (await index.header()) ?? ''
    const keys = await unlockKeys(text, index, unlock, this.#guard, this.#parts.keyStore)
    if (!keys.ok) return keys
    const { header, ring, problems } = keys.value
    const sides = { index, journal, header: text, behind: { offset: 0, position: 0 }, problems }
    const store = await this.#open.reopen(sides, projectId, ring, parts)
    this.#guard.wasRight(header.projectId, index)
    return success(store)
  }

  async #openClosed(projectId: string, unlock: Unlock): Promise<Result<ProjectStore>> {
    const sides = await this.#sides.open(projectId)
    if (!sides.ok) return sides
    const opened = await endingOnFailure(
      () => this.#unlock(sides.value, unlock),
      () => closeSides(sides.value),
    )
    if (opened.ok) this.#sides.markReported(projectId)
    return opened
  }

  async #unlock(sides: OpenSides, unlock: Unlock): Promise<Result<ProjectStore>> {
    const { header: text, index } = sides
    const keys = await unlockKeys(text, index, unlock, this.#guard, this.#parts.keyStore)
    if (!keys.ok) return keys
    const { header, ring, before } = keys.value
    if (!(await areKeysOf(sides, ring))) return refusal('header_replaced')
    const altered = isOwnHeader(header, new Vault(ring)) ? [] : [HEADER_ALTERED]
    const problems = [...sides.problems, ...altered, ...keys.value.problems]
    const opened = await this.#open.open({ ...sides, problems }, header.projectId, ring)
    this.#guard.wasRight(header.projectId, index, opened.ok ? undefined : before)
    return opened
  }

  async changePasscode(
    projectId: string,
    old: string,
    wanted: string,
    isKeyRenewed = false,
  ): Promise<Result<null>> {
    const parts = { ...this.#parts, guard: this.#guard }
    const here = this.#open.find(projectId)
    const sides = here === undefined ? await this.#sides.open(projectId) : success(here.sides)
    if (!sides.ok) return sides
    const changed = await changeKeys(sides.value, { old, wanted, isKeyRenewed }, parts)
    if (here === undefined) await closeSides(sides.value)
    if (!changed.ok) return changed
    if (changed.value !== null && here !== undefined) {
      here.vault.renew(changed.value)
      here.seals.renew(changed.value)
    }
    return success(null)
  }

  backup(projectId: string): Promise<Uint8Array> {
    const here = this.#open.find(projectId)
    if (here === undefined) throw new Error('only an open project can be backed up')
    return takeBackup(here.sides.index, here.vault)
  }

  inspectBackup(name: string, file: Uint8Array): Result<ListedProject> {
    const decoded = decodeBackup(name, file)
    return decoded.ok ? success(listProject(decoded.value.header)) : decoded
  }

  async restore(name: string, file: Uint8Array, unlock: Unlock): Promise<Result<RestoredProject>> {
    const decoded = decodeBackup(name, file)
    if (!decoded.ok) return decoded
    const { header } = decoded.value
    if (this.#open.find(header.projectId) !== undefined) return refusal('project_in_use', header.projectId)
    const { indexes, journals, keyStore } = this.#parts
    const headers = await listHeaders(indexes, journals)
    const here = headers.find(({ projectId }) => projectId === header.projectId)
    const backup = await openBackup(decoded.value, here, unlock, keyStore)
    if (!backup.ok) return backup
    const { content, ring } = backup.value
    const store = await this.#openOrMake(header, ring)
    if (!store.ok) return store
    const problems = await problemsOfBackup(store.value, content)
    const restored = await restoreInto(store.value, content).finally(() => store.value.close())
    if (restored.ok) this.#sides.reportNext(header.projectId, problems)
    return restored.ok ? success({ project: listProject(header), added: restored.value }) : restored
  }

  /** A project of this id on the device must open by these keys: otherwise it is another project. */
  async #openOrMake(header: ProjectHeader, ring: KeyRing): Promise<Result<ProjectStore>> {
    const sides = await this.#sides.open(header.projectId)
    if (sides.ok)
      return endingOnFailure(
        async () =>
          (await areKeysOf(sides.value, ring))
            ? this.#open.open(sides.value, header.projectId, ring)
            : refusal('backup_damaged'),
        () => closeSides(sides.value),
      )
    const isUnknown = sides.problems.every(({ code }) => code === 'project_unknown')
    return isUnknown ? this.#make(header, ring, true) : sides
  }
}

/** Title, cost or key wraps were not written by the owner of this project's key. */
const HEADER_ALTERED = { code: 'header_altered', severity: 'warning', place: {}, value: null } as const
