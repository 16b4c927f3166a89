import type { FileLayer } from '../../electron/disk/files'
import type { Processes } from '../../electron/disk/processes'
import { takeFolderLock, type FolderLock } from '../../electron/disk/takeFolderLock'
import { seededRandom, type SeededRandom } from '../../src/domain/shared/seededRandom'
import { LossyFiles } from '../contracts/LossyFiles'
import type { Tally } from './Tally'

const FOLDER = '/folder'
const MOST_PROCESSES = 7
const DEATH_SHARE = 0.04
const WITHOUT_LINKS_SHARE = 0.25
const LEFT_LOCKED_SHARE = 0.5

/**
 * One round of processes that take one folder's lock at once, on a disk that answers in any order and as late as it likes: some are
 * killed between two steps, some find a lock of a dead process. Gives what was found wrong: two living holders, a commit's look at
 * the lock that says otherwise, or a lock that nobody can take although all are dead.
 */
export async function lockRound(seed: number, tally: Tally): Promise<readonly string[]> {
  const random = seededRandom(seed)
  const disk = new LossyFiles()
  const hasLinks = random.between(1, 100) > WITHOUT_LINKS_SHARE * 100
  if (random.between(1, 100) <= LEFT_LOCKED_SHARE * 100)
    disk.put(
      `${FOLDER}/lock`,
      Buffer.from('{"pid":999,"start":"of 999","machine":"","uptime":1,"nonce":"x"}'),
    )
  const world = new World(disk, random, hasLinks)
  const count = random.between(2, MOST_PROCESSES)
  for (let pid = 1; pid <= count; pid += 1) world.begin(pid, random.between(1, 3))
  await world.toItsEnd()
  for (const [what, times] of world.counts) tally.count('work', what, times)
  tally.count('fault', 'process killed', world.killed)
  const wrongs = [...world.wrongs]
  world.killAll()
  const last = takeFolderLock(world.filesOf(0), FOLDER, world.processesOf(0))
  await world.toItsEnd()
  // Where a disk knows no links a process may have died while it wrote: that lock waits for people.
  const { kind } = await last
  if (kind !== 'taken' && hasLinks) wrongs.push('nobody lives, and the lock cannot be taken')
  if (kind === 'taken') {
    const left = disk.paths().filter((path) => path !== `${FOLDER}/lock`)
    if (left.length > 0) wrongs.push(`left behind: ${left.join(' ')}`)
  }
  return wrongs
}

interface Step {
  readonly pid: number
  readonly go: () => void
}

class World {
  readonly wrongs: string[] = []
  readonly counts = new Map<string, number>()
  killed = 0
  readonly #living = new Set<number>([0])
  readonly #holders = new Set<number>()
  #waiting: Step[] = []

  constructor(
    private readonly disk: LossyFiles,
    private readonly random: SeededRandom,
    private readonly hasLinks: boolean,
  ) {}

  begin(pid: number, times: number): void {
    this.#living.add(pid)
    void this.#work(pid, times).catch((error: unknown) => this.wrongs.push(`threw: ${String(error)}`))
  }

  /** Lets one step after another be done, in any order, until none waits. */
  async toItsEnd(): Promise<void> {
    for (;;) {
      // All that was answered goes on to its next step.
      await new Promise((resolve) => setImmediate(resolve))
      const step = this.#waiting.splice(this.random.between(0, Math.max(0, this.#waiting.length - 1)), 1)[0]
      if (step === undefined) return
      if (!this.#living.has(step.pid)) continue
      if (step.pid !== 0 && this.random.between(1, 1000) <= DEATH_SHARE * 1000) this.#kill(step.pid)
      else step.go()
    }
  }

  killAll(): void {
    for (const pid of this.#living) if (pid !== 0) this.#kill(pid)
  }

  processesOf(pid: number): Processes {
    const startOf = (asked: number): Promise<string | undefined> =>
      Promise.resolve(this.#living.has(asked) ? `of ${asked}` : undefined)
    return { ownPid: pid, machine: '', uptime: () => 1, startOf }
  }

  /** The disk as a process has it: each thing it asks waits its turn. */
  filesOf(pid: number): FileLayer {
    const turn = (): Promise<void> => new Promise((go) => this.#waiting.push({ pid, go }))
    const { disk, hasLinks } = this
    return {
      makeFolder: (path) => turn().then(() => disk.makeFolder(path)),
      list: (path) => turn().then(() => disk.list(path)),
      read: (path) => turn().then(() => disk.read(path)),
      async open(path, mode) {
        await turn()
        const file = await disk.open(path, mode)
        const write = (offset: number, bytes: Uint8Array): Promise<void> =>
          turn().then(() => file?.write(offset, bytes))
        return file && { ...file, write, sync: () => turn().then(() => file.sync()) }
      },
      rename: (from, to) => turn().then(() => disk.rename(from, to)),
      link: (from, to) => turn().then(() => (hasLinks ? disk.link(from, to) : 'unsupported')),
      remove: (path) => turn().then(() => disk.remove(path)),
      syncFolder: (path) => turn().then(() => disk.syncFolder(path)),
    }
  }

  async #work(pid: number, times: number): Promise<void> {
    for (let time = 0; time < times; time += 1) {
      const locking = await takeFolderLock(this.filesOf(pid), FOLDER, this.processesOf(pid))
      this.#count(locking.kind)
      if (locking.kind === 'taken') await this.#hold(pid, locking.lock)
    }
  }

  async #hold(pid: number, lock: FolderLock): Promise<void> {
    if (this.#holders.size > 0) this.wrongs.push(`held by ${pid} and ${[...this.#holders].join(' ')}`)
    this.#holders.add(pid)
    if (!(await lock.isOurs())) this.wrongs.push(`${pid} holds the lock, and is told that it does not`)
    this.#holders.delete(pid)
    await lock.letGo()
  }

  #kill(pid: number): void {
    this.killed += 1
    this.#living.delete(pid)
    this.#holders.delete(pid)
  }

  #count(what: string): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + 1)
  }
}
