import { readFileSync } from 'node:fs'
import type { ElectronRunning } from '../e2e/launchElectron'

/** A moment, in seconds: by the clock, and of the processor's work for the window's process and for its thread so far. */
export interface Moment {
  readonly clock: number
  readonly process: number
  readonly thread: number
}

/** This moment of the window. Linux only, as everything here. */
export function now(app: ElectronRunning): Moment {
  const [id] = renderersOf(app)
  if (id === undefined) throw new Error('there is no window')
  const clock = performance.now() / 1000
  return {
    clock,
    process: processorSeconds(`/proc/${id}/stat`),
    thread: processorSeconds(`/proc/${id}/task/${id}/stat`),
  }
}

/** Kilobytes of the window's process, at most since it began. */
export function peakMemory(app: ElectronRunning): number {
  return Math.max(...renderersOf(app).map(peakOf))
}

function renderersOf({ application }: ElectronRunning): readonly number[] {
  return renderers(application.process().pid ?? 0)
}

/** Ids of the renderer processes below a process. Linux only. */
function renderers(parent: number): readonly number[] {
  const children = readFileSync(`/proc/${parent}/task/${parent}/children`, 'utf8').trim().split(' ')
  return children
    .filter((id) => id !== '')
    .map(Number)
    .flatMap((id) => {
      const isRenderer = readFileSync(`/proc/${id}/cmdline`, 'utf8').includes('--type=renderer')
      return [...(isRenderer ? [id] : []), ...renderers(id)]
    })
}

/** Kilobytes. */
function peakOf(id: number): number {
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0)
}

/** Seconds of the processor's work for a process or thread since it began; Linux counts hundredths. */
function processorSeconds(stat: string): number {
  const [user, system] = readFileSync(stat, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')
    .slice(11, 13)
  return (Number(user) + Number(system)) / 100
}
