import type { ProjectStore } from '../../application/store/ProjectStore'
import { success, type Result } from '../../domain/shared/Result'
import type { KeyRing } from '../crypto/keyRing'
import { Vault } from '../crypto/Vault'
import type { Seals } from './Seals'
import { LockedProject, type LockedParts } from './LockedProject'
import { closeSides, type OpenSides } from './openSides'
import { openStore, reopenStore, type Keyed, type OpenedStore } from './openStore'

interface OpenHere extends OpenedStore {
  readonly sides: OpenSides
  readonly vault: Vault
  readonly seals: Seals
}

/** The projects that are open in this process, by id, with the vaults made from their keys. */
export class OpenProjects {
  readonly #sealsBy: (ring: KeyRing) => Seals
  readonly #open = new Map<string, OpenHere>()

  constructor(sealsBy: (ring: KeyRing) => Seals) {
    this.#sealsBy = sealsBy
  }

  find(projectId: string): OpenHere | undefined {
    return this.#open.get(projectId)
  }

  /** Opens the store over two sides. The ring's keys are wiped afterwards. */
  async open(
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

  /** As `open`, over sides that stayed open while the project was locked. */
  async reopen(
    sides: OpenSides,
    projectId: string,
    ring: KeyRing,
    parts: LockedParts,
  ): Promise<ProjectStore> {
    const keyed = this.#keyed(projectId, ring, sides)
    const opened = await reopenStore(sides, parts, keyed)
    this.#open.set(projectId, { ...keyed, ...opened, sides })
    return opened.store
  }

  /** Takes the keys away from an open project at once; `carried` is sealed by them first. */
  lock(projectId: string, carried: string): LockedProject {
    const here = this.#open.get(projectId)
    if (here === undefined) throw new Error('only an open project can be locked')
    const { sides, vault, seals, saves, checkpoint } = here
    const sealed = vault.seal('carried', projectId, carried)
    saves.answerAll()
    vault.forget()
    seals.end()
    this.#open.delete(projectId)
    return new LockedProject({ sides, saves, checkpoint, carried: sealed })
  }

  /** Makes the vault and the seals, then wipes the ring's keys. */
  #keyed(projectId: string, ring: KeyRing, sides: OpenSides): Keyed {
    const vault = new Vault(ring)
    const seals = this.#sealsBy(ring)
    for (const key of ring) key.fill(0)
    const release = async (): Promise<void> => {
      vault.forget()
      seals.end()
      this.#open.delete(projectId)
      await closeSides(sides)
    }
    return { projectId, vault, seals, release }
  }
}
