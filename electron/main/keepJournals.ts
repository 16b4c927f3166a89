import { join } from 'node:path'
import type { JournalFound, JournalMark, JournalOpened } from '../ipc-contract'
import type { FileLayer } from '../disk/files'
import type { Journal } from './journal'
import type { JournalKeeper } from './journalCalls'
import { createJournal, listJournals, openJournal, type JournalFolderOpening } from './openJournal'
import type { Processes } from '../disk/processes'

/**
 * The journals of a profile, one folder for each project, and those of them that the app's page has open. A page that
 * was reloaded has forgotten what it had open: it opens again, and the journal is closed for it first. `note` is told what each
 * opening found.
 */
export function keepJournals(
  files: FileLayer,
  above: string,
  processes: Processes,
  note: (found: JournalFound) => void = () => undefined,
): JournalKeeper {
  const open = new Map<string, Journal>()

  function opened(projectId: string): Journal {
    const journal = open.get(projectId)
    if (journal === undefined) throw new Error('this project has no open journal')
    return journal
  }

  function take(projectId: string, opening: JournalFolderOpening): JournalOpened {
    if (opening.kind !== 'open') return opening
    const { journal, ...found } = opening
    open.set(projectId, journal)
    note(found)
    return { ...found, id: journal.id }
  }

  async function close(projectId: string): Promise<undefined> {
    const journal = open.get(projectId)
    open.delete(projectId)
    await journal?.close()
  }

  return {
    list: () => listJournals(files, above),
    async open(projectId: string, since: JournalMark | null) {
      await close(projectId)
      return take(projectId, await openJournal(files, join(above, projectId), since, processes))
    },
    async create(projectId, header) {
      return take(projectId, await createJournal(files, join(above, projectId), header, processes))
    },
    read: (projectId, offset) => opened(projectId).read(offset),
    append: (projectId, record, failures) => opened(projectId).append(record, failures),
    putBulk: (projectId, name, bytes) => opened(projectId).putBulk(name, bytes),
    bulk: (projectId, name) => opened(projectId).bulk(name),
    putHeader: (projectId, header) => opened(projectId).putHeader(header),
    close,
  }
}
