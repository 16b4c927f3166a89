import { bytesToHex, randomBytes } from '@noble/hashes/utils.js'
import type {
  ListedProject,
  NewProject,
  ProjectShelf,
  RestoredProject,
  Unlock,
} from '../../application/store/ProjectShelf'
import type { ProjectStore } from '../../application/store/ProjectStore'
import type { Problem } from '../../domain/shared/Problem'
import { refusal, success, type Result } from '../../domain/shared/Result'
import type { KeyRing } from '../crypto/keyRing'
import { newProjectKey, type ScryptCost } from '../crypto/KeyWrap'
import type { SystemKeyStore } from '../crypto/SystemKeyStore'
import { Vault } from '../crypto/Vault'
import type { AttachmentSeals } from './AttachmentSeals'
import { decodeBackup } from './backupFile'
import { areKeysOf } from './areKeysOf'
import { changeKeys } from './changeKeys'
import type { IndexShelf } from './IndexShelf'
import type { JournalShelf } from './Journal'
import { LockedProject } from './LockedProject'
import { makeSides } from './makeSides'
import { closeSides, endingOnFailure, type OpenSides } from './openSides'
import { openStore, reopenStore, type Keyed, type OpenedStore } from './openStore'
import { PasscodeGuard, type GuardedKey } from './PasscodeGuard'
import { headerText, isOwnHeader, listProject, parseProjectHeader, type ProjectHeader } from './ProjectHeader'
import { earlierRing, ringOf, unwrapKey, wrapKey } from './projectKeys'
import { isVouchedFor, readBackup, restoreInto, tellOfBackup } from './readBackup'
import { SidesOpener } from './SidesOpener'
import { takeBackup } from './takeBackup'

interface OpenHere extends OpenedStore {
  readonly sides: OpenSides
  readonly vault: Vault
  readonly seals: AttachmentSeals
}

export interface ShelfParts {
  readonly indexes: IndexShelf
  /** null in a plain browser tab: there the index is all there is. */
  readonly journals: JournalShelf | null
  readonly keyStore: SystemKeyStore
  readonly scryptCost: ScryptCost
  /** ISO instant by this device's clock. */
  now(): string
  /** By a project's keys. */
  attachmentSeals(ring: KeyRing): AttachmentSeals
}

/** The projects of this device: sealed indexes and, in Electron, their journals. */
export class SealedShelf implements ProjectShelf {
  readonly #parts: ShelfParts
  readonly #sides: SidesOpener
  readonly #guard: PasscodeGuard
  /** The projects that are open here, by id. */
  readonly #open = new Map<string, OpenHere>()
  readonly #locked = new Map<string, LockedProject>()
  /** What was carried over a lock, until it is asked for. */
  readonly #carried = new Map<string, string>()

  constructor(parts: ShelfParts) {
    this.#parts = parts
    this.#sides = new SidesOpener(parts.indexes, parts.journals)
    this.#guard = new PasscodeGuard(() => parts.now())
  }

  async list(): Promise<readonly ListedProject[]> {
    const listed = new Map((await this.#headers()).map((header) => [header.projectId, listProject(header)]))
    return [...listed.values()].sort((left, right) => (left.title < right.title ? -1 : 1))
  }

  async #headers(): Promise<readonly ProjectHeader[]> {
    const { indexes, journals } = this.#parts
    const journalled = (await journals?.list()) ?? []
    const texts = [...journalled.map((listing) => listing.header), ...(await indexes.headers())]
    // An index's header comes last: it is the one that opening believes.
    const known = new Map<string, ProjectHeader>()
    for (const header of texts.map(parseProjectHeader))
      if (header !== undefined) known.set(header.projectId, header)
    return [...known.values()]
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
      () => this.#store(sides.value, header.projectId, ring, awaitsBackup),
      () => closeSides(sides.value),
    )
  }

  async #store(
    sides: OpenSides,
    projectId: string,
    ring: KeyRing,
    awaitsBackup = false,
  ): Promise<Result<ProjectStore>> {
    const keyed = this.#keyed(projectId, ring, sides)
    const opened = await openStore(sides, keyed, awaitsBackup)
    if (!opened.ok) return opened
    this.#open.set(projectId, { ...keyed, ...opened.value, sides })
    return success(opened.value.store)
  }

  /** What is made of keys, which themselves are not needed any more then. */
  #keyed(projectId: string, ring: KeyRing, sides: OpenSides): Keyed {
    const vault = new Vault(ring)
    const seals = this.#parts.attachmentSeals(ring)
    for (const key of ring) key.fill(0)
    const release = async (): Promise<void> => {
      vault.forget()
      seals.end()
      this.#open.delete(projectId)
      await closeSides(sides)
    }
    return { projectId, vault, seals, release }
  }

  lock(projectId: string, carried: string): { readonly unsavedWrites: number } {
    const here = this.#open.get(projectId)
    if (here === undefined) throw new Error('only an open project can be locked')
    const { sides, vault, seals, saves, checkpoint } = here
    const sealed = vault.seal('carried', projectId, carried)
    saves.answerAll()
    vault.forget()
    seals.end()
    this.#open.delete(projectId)
    this.#locked.set(projectId, new LockedProject({ sides, saves, checkpoint, carried: sealed }))
    return { unsavedWrites: saves.held().length }
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
    const vault = this.#open.get(projectId)?.vault
    if (locked === undefined) return opened
    if (!opened.ok || vault === undefined) locked.giveBack()
    else {
      this.#locked.delete(projectId)
      this.#carried.set(projectId, vault.open('carried', projectId, locked.parts.carried))
    }
    return opened
  }

  /** Its sides are open since it was locked, and something of it is not on disk. */
  async #openLocked(
    projectId: string,
    { parts }: LockedProject,
    unlock: Unlock,
  ): Promise<Result<ProjectStore>> {
    const { index, journal } = parts.sides
    const text = (await index.header()) ?? ''
    const header = parseProjectHeader(text)
    if (header === undefined) return refusal('project_damaged')
    const unwrap = () => unwrapKey(header.wraps, unlock, this.#parts.keyStore)
    const key = await this.#guard.key(projectId, index, unlock, unwrap)
    if (!key.ok) return key
    const ring = ringOf(header, key.value.key)
    if (!ring.ok) return ring
    const problems = wrongBefore(key.value)
    const sides = { index, journal, header: text, behind: { offset: 0, position: 0 }, problems }
    const keyed = this.#keyed(projectId, ring.value, sides)
    const opened = await reopenStore(sides, parts, keyed)
    this.#open.set(projectId, { ...keyed, ...opened, sides })
    this.#guard.wasRight(projectId, index)
    return success(opened.store)
  }

  async #openClosed(projectId: string, unlock: Unlock): Promise<Result<ProjectStore>> {
    const sides = await this.#sides.open(projectId)
    if (!sides.ok) return sides
    const opened = await endingOnFailure(
      () => this.#unlock(sides.value, unlock),
      () => closeSides(sides.value),
    )
    if (opened.ok) this.#sides.told(projectId)
    return opened
  }

  async #unlock(sides: OpenSides, unlock: Unlock): Promise<Result<ProjectStore>> {
    const header = parseProjectHeader(sides.header)
    if (header === undefined) return refusal('project_damaged')
    const { projectId } = header
    const unwrap = () => unwrapKey(header.wraps, unlock, this.#parts.keyStore)
    const key = await this.#guard.key(projectId, sides.index, unlock, unwrap)
    if (!key.ok) return key
    const ring = ringOf(header, key.value.key)
    if (!ring.ok) return ring
    if (!(await areKeysOf(sides, ring.value))) return refusal('header_replaced')
    const altered = isOwnHeader(header, new Vault(ring.value)) ? [] : [HEADER_ALTERED]
    const problems = [...sides.problems, ...altered, ...wrongBefore(key.value)]
    const opened = await this.#store({ ...sides, problems }, projectId, ring.value)
    this.#guard.wasRight(projectId, sides.index, opened.ok ? undefined : key.value.before)
    return opened
  }

  async changePasscode(
    projectId: string,
    old: string,
    wanted: string,
    isKeyRenewed = false,
  ): Promise<Result<null>> {
    const parts = { ...this.#parts, guard: this.#guard }
    const here = this.#open.get(projectId)
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
    const here = this.#open.get(projectId)
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
    if (this.#open.has(header.projectId)) return refusal('project_in_use', header.projectId)
    const here = (await this.#headers()).find(({ projectId }) => projectId === header.projectId)
    const ofHere = here && (await this.#ring(here, unlock))
    const isOfHere = ofHere?.ok === true && isVouchedFor(decoded.value, new Vault(ofHere.value))
    const reading = isOfHere ? ofHere : await this.#ring(header, unlock)
    if (!reading.ok) return reading
    const content = readBackup(decoded.value, new Vault(reading.value))
    if (!content.ok) return content
    const ring = isOfHere
      ? reading
      : here === undefined
        ? reading
        : earlierRing(reading.value, here.older?.length ?? 0)
    if (!ring.ok) return ring
    const store = await this.#openOrMake(header, ring.value)
    if (!store.ok) return store
    const told = await tellOfBackup(store.value, content.value)
    const restored = await restoreInto(store.value, content.value).finally(() => store.value.close())
    if (restored.ok) this.#sides.tellNext(header.projectId, told)
    return restored.ok ? success({ project: listProject(header), added: restored.value }) : restored
  }

  async #ring(header: ProjectHeader, unlock: Unlock): Promise<Result<KeyRing>> {
    const key = await unwrapKey(header.wraps, unlock, this.#parts.keyStore)
    return key.ok ? ringOf(header, key.value) : key
  }

  /** A project that is here must open by these keys: else it is another one that bears its id. */
  async #openOrMake(header: ProjectHeader, ring: KeyRing): Promise<Result<ProjectStore>> {
    const sides = await this.#sides.open(header.projectId)
    if (sides.ok)
      return endingOnFailure(
        async () =>
          (await areKeysOf(sides.value, ring))
            ? this.#store(sides.value, header.projectId, ring)
            : refusal('backup_damaged'),
        () => closeSides(sides.value),
      )
    const isUnknown = sides.problems.every(({ code }) => code === 'project_unknown')
    return isUnknown ? this.#make(header, ring, true) : sides
  }
}

/** Title, cost or ways to the key are not as this project's key wrote them. */
const HEADER_ALTERED = { code: 'header_altered', severity: 'warning', place: {}, value: null } as const

/** For whoever has the right passcode. */
function wrongBefore({ before }: GuardedKey): readonly Problem[] {
  if (before.wrong === 0) return []
  const details = { count: before.wrong }
  return [{ code: 'passcode_tried', severity: 'warning', place: {}, value: null, details }]
}
