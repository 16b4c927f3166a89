import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileLayer, OpenFile } from './files'

/** What a lock must know of the machine's processes. */
export interface Processes {
  readonly ownPid: number
  /** Something that tells a process from a later one with the same number; undefined when none has this number. */
  startOf(pid: number): Promise<string | undefined>
}

const LOCK = 'lock'

/**
 * Locks a folder by a file that names the process holding it. A lock whose process is gone is taken over. Gives the call
 * that lets go of it, or undefined when a living process (even this one) holds it. Throws the system's error (disk full).
 */
export async function takeFolderLock(
  files: FileLayer,
  folder: string,
  processes: Processes,
): Promise<(() => Promise<void>) | undefined> {
  const path = join(folder, LOCK)
  const own = JSON.stringify({ pid: processes.ownPid, start: await processes.startOf(processes.ownPid) })
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const file = await files.open(path, 'new')
    if (file !== undefined) {
      await writeLock(file, own).catch(async (error: unknown) => {
        await files.remove(path)
        throw error
      })
      return () => files.remove(path)
    }
    const found = await files.read(path)
    if (found !== undefined && (await isHeld(Buffer.from(found).toString('utf8'), processes)))
      return undefined
    if (!(await moveAway(files, path, found, `${path}.${processes.ownPid}`))) return undefined
  }
  return undefined
}

async function writeLock(file: OpenFile, text: string): Promise<void> {
  try {
    await file.write(0, Buffer.from(text, 'utf8'))
  } finally {
    await file.close()
  }
}

/** Moves a dead lock away. Where another process was faster, its own new lock was moved: that one is put back. */
async function moveAway(
  files: FileLayer,
  path: string,
  dead: Uint8Array | undefined,
  away: string,
): Promise<boolean> {
  if (dead === undefined) return true
  await files.rename(path, away)
  const moved = await files.read(away)
  if (moved !== undefined && Buffer.compare(moved, dead) !== 0) {
    await files.rename(away, path)
    return false
  }
  await files.remove(away)
  return true
}

/** A lock that cannot be read was cut short by a power loss: its process is gone with the power. */
async function isHeld(text: string, processes: Processes): Promise<boolean> {
  try {
    const lock: unknown = JSON.parse(text)
    if (typeof lock !== 'object' || lock === null || !('pid' in lock) || typeof lock.pid !== 'number')
      return false
    const start = await processes.startOf(lock.pid)
    return start !== undefined && start === ('start' in lock ? lock.start : undefined)
  } catch {
    return false
  }
}

/** The machine's processes. On Linux a reused number is told apart by its start; elsewhere only life itself is seen. */
export const PROCESSES: Processes = {
  ownPid: process.pid,
  async startOf(pid) {
    try {
      process.kill(pid, 0)
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'EPERM') return 'living'
      return undefined
    }
    if (process.platform !== 'linux') return 'living'
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
    // The process's name, in brackets, may hold spaces; the start time is the 20th field behind it.
    return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
  },
}
