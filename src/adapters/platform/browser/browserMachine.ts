import type { MachineFacts } from '../../../application/diagnostics/MachineFacts'

/** What a page in a browser is told of the computer: little, and of the disk only its own share. */
export async function browserMachine(): Promise<MachineFacts> {
  const { quota, usage } = await navigator.storage.estimate()
  return {
    system: null,
    systemVersion: null,
    architecture: null,
    memoryBytes: null,
    freeMemoryBytes: null,
    diskBytes: quota ?? null,
    freeDiskBytes: quota === undefined ? null : quota - (usage ?? 0),
    zoom: null,
    journals: [],
    openings: [],
    errors: [],
  }
}
