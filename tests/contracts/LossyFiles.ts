import { dirname } from 'node:path'
import type { FileLayer, OpenFile } from '../../electron/disk/files'

interface Content {
  /** What a flush has made safe. */
  safe: Uint8Array
  now: Uint8Array
}

/** What a power cut leaves of something that was not flushed. */
export type Leaves = 'nothing' | 'everything' | 'parts'

/**
 * A disk in memory that loses what was not flushed. At a given step it dies: nothing is ever answered again, and
 * `afterPowerCut` is the disk that the next start finds. It can also be full.
 */
export class LossyFiles implements FileLayer {
  isFull = false
  /** The index on the same machine was thrown away under the running app: it takes nothing any more. */
  isIndexGone = false
  /** Bytes read so far: shows whether a start reads everything. */
  bytesRead = 0
  readonly dead: Promise<void>
  #names = new Map<string, Content>()
  #safeNames = new Map<string, Content>()
  readonly #folders = new Set<string>()
  #diesAtStep: number
  #steps = 0
  #stalled: Promise<void> | undefined
  #die: () => void = () => undefined

  constructor(diesAtStep = Infinity) {
    this.#diesAtStep = diesAtStep
    this.dead = new Promise((resolve) => (this.#die = resolve))
  }

  get steps(): number {
    return this.#steps
  }

  /** The power goes so many steps from now. */
  dieAfter(steps: number): void {
    this.#diesAtStep = this.#steps + steps
  }

  /** From now on nothing is answered until the call that this gives. */
  stall(): () => void {
    let goOn: () => void = () => undefined
    this.#stalled = new Promise((resolve) => (goOn = resolve))
    return goOn
  }

  /** Counts a step that may be the last: also called for what lies on the same machine but not in a file. */
  async step(): Promise<void> {
    this.#steps += 1
    await this.#stalled
    if (this.#steps >= this.#diesAtStep) this.#die()
    if (this.#steps >= this.#diesAtStep) await new Promise(() => undefined)
  }

  afterPowerCut(leaves: Leaves): LossyFiles {
    const disk = new LossyFiles()
    for (const folder of this.#folders) disk.#folders.add(folder)
    const isKept = everySecond(leaves)
    const survivors = new Map(this.#safeNames)
    for (const path of new Set([...this.#names.keys(), ...this.#safeNames.keys()])) {
      const now = this.#names.get(path)
      if (now === this.#safeNames.get(path) || !isKept()) continue
      if (now === undefined) survivors.delete(path)
      else survivors.set(path, now)
    }
    for (const [path, content] of survivors) {
      const bytes = whatIsLeft(content, leaves)
      disk.#names.set(path, { safe: bytes, now: bytes })
    }
    disk.#safeNames = new Map(disk.#names)
    return disk
  }

  /** The disk as it is, for tests that look at it or break it. */
  bytesOf(path: string): Uint8Array | undefined {
    return this.#names.get(path)?.now
  }

  put(path: string, bytes: Uint8Array): void {
    const content = { safe: bytes, now: bytes }
    this.#names.set(path, content)
    this.#safeNames.set(path, content)
  }

  paths(): readonly string[] {
    return [...this.#names.keys()].sort()
  }

  async makeFolder(path: string): Promise<void> {
    await this.step()
    this.#folders.add(path)
  }

  async list(folder: string): Promise<readonly string[]> {
    const below = [...this.#names.keys(), ...this.#folders].filter((path) => path.startsWith(`${folder}/`))
    return Promise.resolve([
      ...new Set(below.map((path) => path.slice(folder.length + 1).split('/')[0] ?? '')),
    ])
  }

  async read(path: string): Promise<Uint8Array | undefined> {
    const bytes = this.#names.get(path)?.now.slice()
    this.bytesRead += bytes?.length ?? 0
    return Promise.resolve(bytes)
  }

  async open(path: string, mode: 'existing' | 'new'): Promise<OpenFile | undefined> {
    await this.step()
    const found = this.#names.get(path)
    if (mode === 'existing') return found && this.#openFile(found)
    if (found !== undefined) return undefined
    const made = { safe: new Uint8Array(), now: new Uint8Array() }
    this.#names.set(path, made)
    return this.#openFile(made)
  }

  async rename(from: string, to: string): Promise<void> {
    await this.step()
    const content = this.#names.get(from)
    if (content === undefined) throw Object.assign(new Error(`no ${from}`), { code: 'ENOENT' })
    this.#names.delete(from)
    this.#names.set(to, content)
  }

  async link(from: string, to: string): ReturnType<FileLayer['link']> {
    await this.step()
    const content = this.#names.get(from)
    if (content === undefined) return 'missing'
    if (this.#names.has(to)) return 'taken'
    this.#names.set(to, content)
    return 'linked'
  }

  async remove(path: string): Promise<void> {
    await this.step()
    this.#names.delete(path)
  }

  async syncFolder(path: string): Promise<void> {
    await this.step()
    for (const name of new Set([...this.#names.keys(), ...this.#safeNames.keys()])) {
      if (dirname(name) !== path) continue
      const content = this.#names.get(name)
      if (content === undefined) this.#safeNames.delete(name)
      else this.#safeNames.set(name, content)
    }
  }

  #openFile(content: Content): OpenFile {
    return {
      size: () => Promise.resolve(content.now.length),
      read: (offset, length) => {
        const bytes = content.now.slice(offset, offset + length)
        this.bytesRead += bytes.length
        return Promise.resolve(bytes)
      },
      write: async (offset, bytes) => {
        await this.step()
        const fitting = this.isFull ? bytes.subarray(0, bytes.length >> 1) : bytes
        const longer = new Uint8Array(Math.max(content.now.length, offset + fitting.length))
        longer.set(content.now)
        longer.set(fitting, offset)
        content.now = longer
        if (this.isFull)
          throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC', syscall: 'write' })
      },
      truncate: async (size) => {
        await this.step()
        content.now = content.now.slice(0, size)
      },
      sync: async () => {
        await this.step()
        content.safe = content.now
      },
      close: () => Promise.resolve(),
    }
  }
}

/** Torn at its middle: where something was appended, half of it; where something was cut, the old end again. */
function whatIsLeft({ safe, now }: Content, leaves: Leaves): Uint8Array {
  if (leaves === 'nothing') return safe
  if (leaves === 'everything' || now.length <= safe.length) return now
  return now.slice(0, safe.length + Math.ceil((now.length - safe.length) / 2))
}

function everySecond(leaves: Leaves): () => boolean {
  let isKept = false
  return () => {
    isKept = !isKept
    return leaves === 'everything' || (leaves === 'parts' && isKept)
  }
}
