import { readFile } from 'node:fs/promises'
import { uptime } from 'node:os'

/** What a lock must know of the machine's processes. */
export interface Processes {
  readonly ownPid: number
  /** Tells this machine from others that may reach the same folder; processes of another one cannot be seen from here. */
  readonly machine: string
  /** Seconds since the machine was started. */
  uptime(): number
  /**
   * Something that tells a process from a later one with the same number: `UNTOLD` where the machine does not tell, undefined
   * when none has this number.
   */
  startOf(pid: number): Promise<string | undefined>
}

export const UNTOLD = 'living'

/**
 * The machine's processes. On Linux a reused number is told apart by its start; elsewhere only life itself is seen. The machine
 * has no name here: a profile is one machine's own, and a name that the network gives it anew must lock nobody out of his work.
 */
export const PROCESSES: Processes = {
  ownPid: process.pid,
  machine: '',
  uptime: () => Math.floor(uptime()),
  async startOf(pid) {
    if (!isLiving(pid)) return undefined
    if (process.platform !== 'linux') return UNTOLD
    const boot = await textOf('/proc/sys/kernel/random/boot_id')
    const stat = await textOf(`/proc/${pid}/stat`)
    if (boot === undefined || stat === undefined) return isLiving(pid) ? UNTOLD : undefined
    // The process's name, in brackets, may hold spaces; the start time is the 20th field behind it.
    return `${boot.trim()} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`
  },
}

/** A process of another user may not be signalled, and lives. */
export function isLiving(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function textOf(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(() => undefined)
}
