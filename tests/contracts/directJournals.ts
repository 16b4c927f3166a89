import type { FileLayer } from '../../electron/disk/files'
import { keepJournals } from '../../electron/main/keepJournals'
import type { Processes } from '../../electron/disk/processes'
import type { YihuBridge } from '../../electron/ipc-contract'
import { electronJournals } from '../../src/adapters/platform/electron/electronJournals'
import type { JournalShelf } from '../../src/adapters/sealed/Journal'

/** Electron's journals with everything but the wire: the renderer's client upon the main process's keeper. */
export function directJournals(
  files: FileLayer,
  processes: Processes,
  above = '/profile/journals',
): JournalShelf {
  const bridge: YihuBridge['journal'] = keepJournals(files, above, processes)
  return electronJournals(bridge)
}

/** A machine on which this process alone is alive: locks of any other are stale. */
export function aProcess(pid: number): Processes {
  return {
    ownPid: pid,
    machine: '',
    uptime: () => 1,
    startOf: (asked) => Promise.resolve(asked === pid ? 'started' : undefined),
  }
}
