import { UNTOLD, type Processes } from './processes'

/** Who wrote a lock file. What an older version did not write is absent. */
export interface LockOwner {
  readonly pid: number
  readonly machine: string | undefined
  readonly start: string | undefined
  readonly uptime: number | undefined
}

export type OwnerState = 'gone' | 'living' | 'elsewhere'

/** The text of a lock file of this process. `nonce`: no other lock, of any process, has the same text. */
export async function ownerText(processes: Processes, nonce: string): Promise<string> {
  const { ownPid: pid, machine } = processes
  return JSON.stringify({
    pid,
    start: await processes.startOf(pid),
    machine,
    uptime: processes.uptime(),
    nonce,
  })
}

/** The owner that a lock file names; undefined when it names none. A number alone is a process of an older version. */
export function parseOwner(text: string): LockOwner | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  const found = typeof value === 'number' ? { pid: value } : value
  if (typeof found !== 'object' || found === null || !('pid' in found) || typeof found.pid !== 'number')
    return undefined
  return {
    pid: found.pid,
    machine: 'machine' in found && typeof found.machine === 'string' ? found.machine : undefined,
    start: 'start' in found && typeof found.start === 'string' ? found.start : undefined,
    uptime: 'uptime' in found && typeof found.uptime === 'number' ? found.uptime : undefined,
  }
}

/** Whether the owner still works. In doubt it does: a lock taken from a living process loses work, one kept too long is told. */
export async function ownerState(owner: LockOwner, processes: Processes): Promise<OwnerState> {
  if (owner.machine !== undefined && owner.machine !== processes.machine) return 'elsewhere'
  // The machine was started anew since; its clock may be set, this figure cannot.
  if (owner.uptime !== undefined && owner.uptime > processes.uptime()) return 'gone'
  const start = await processes.startOf(owner.pid)
  if (start === undefined) return 'gone'
  const isSame = owner.start === undefined || owner.start === UNTOLD || start === UNTOLD
  return isSame || owner.start === start ? 'living' : 'gone'
}
