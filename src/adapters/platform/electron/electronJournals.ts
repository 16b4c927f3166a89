import type { YihuBridge } from '../../../../electron/ipc-contract'
import type { Journal, JournalOpening, JournalShelf } from '../../sealed/Journal'

type JournalBridge = YihuBridge['journal']

/** The journals that the main process keeps, over the preload's bridge. */
export function electronJournals(bridge: JournalBridge): JournalShelf {
  return {
    list: () => bridge.list(),
    open: async (projectId, since) => openingOf(bridge, projectId, await bridge.open(projectId, since)),
    create: async (projectId, header) => openingOf(bridge, projectId, await bridge.create(projectId, header)),
  }
}

function openingOf(
  bridge: JournalBridge,
  projectId: string,
  opened: Awaited<ReturnType<JournalBridge['open']>>,
): JournalOpening {
  if (opened.kind !== 'open') return opened
  const { id, ...found } = opened
  return { ...found, journal: journalOf(bridge, projectId, id) }
}

function journalOf(bridge: JournalBridge, projectId: string, id: string): Journal {
  return {
    id,
    read: (offset) => bridge.read(projectId, offset),
    append: (record, failures) => bridge.append(projectId, record, failures),
    putBulk: (name, bytes) => bridge.putBulk(projectId, name, bytes),
    bulk: (name) => bridge.bulk(projectId, name),
    putHeader: (header) => bridge.putHeader(projectId, header),
    close: () => bridge.close(projectId),
  }
}
