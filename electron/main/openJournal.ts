import { join } from 'node:path'
import type { JournalFound, JournalListing, JournalMark, JournalNotOpened } from '../ipc-contract'
import { codeOf, replaceFile, type FileLayer, type OpenFile } from '../disk/files'
import { Journal, newJournalId } from './journal'
import {
  DATA_VERSION,
  dataVersionOf,
  decodeFileHeader,
  encodeFileHeader,
  endingBefore,
  FILE_HEADER_BYTES,
  scanRecords,
} from './journalFormat'
import type { Processes } from '../disk/processes'
import { takeFolderLock } from '../disk/takeFolderLock'

const LOG = 'journal.log'
const HEADER = 'project.json'

export type JournalFolderOpening =
  (JournalFound & { readonly kind: 'open'; readonly journal: Journal }) | JournalNotOpened

/** Makes a journal in an empty folder. The log comes last: a folder with a log is a whole journal. */
export async function createJournal(
  files: FileLayer,
  folder: string,
  header: string,
  processes: Processes,
): Promise<JournalFolderOpening> {
  try {
    await files.makeFolder(join(folder, 'bulk'))
    await replaceFile(files, join(folder, HEADER), Buffer.from(header, 'utf8'))
    if ((await files.read(join(folder, LOG))) !== undefined) return { kind: 'failed', code: 'EEXIST' }
    await replaceFile(files, join(folder, LOG), encodeFileHeader(newJournalId()))
  } catch (error) {
    return { kind: 'failed', code: codeOf(error) }
  }
  return openJournal(files, folder, null, processes)
}

/** Opens a journal and checks what lies behind the mark; a torn tail is laid aside and cut off. */
export async function openJournal(
  files: FileLayer,
  folder: string,
  since: JournalMark | null,
  processes: Processes,
): Promise<JournalFolderOpening> {
  if (!(await files.list(folder)).includes(LOG)) return { kind: 'missing' }
  let letGo: (() => Promise<void>) | undefined
  let file: OpenFile | undefined
  try {
    const locking = await takeFolderLock(files, folder, processes)
    if (locking.kind === 'held') return { kind: 'locked' }
    letGo = () => locking.lock.letGo()
    file = await files.open(join(folder, LOG), 'existing')
    const header = await files.read(join(folder, HEADER))
    const id = file && decodeFileHeader(await file.read(0, FILE_HEADER_BYTES))
    if (file === undefined || id === undefined) {
      const version = file && dataVersionOf(await file.read(0, FILE_HEADER_BYTES))
      await file?.close()
      await letGo()
      return version !== undefined && version > DATA_VERSION
        ? { kind: 'newer' }
        : { kind: 'failed', code: 'not_a_journal' }
    }
    const size = await file.size()
    const from = since !== null && (await isMarkOf(file, id, since)) ? since.offset : FILE_HEADER_BYTES
    const { end, damagedRecords } = await check(file, from, size)
    if (end < size) await layAside(files, folder, file, end, size)
    const journal = new Journal(files, folder, id, file, end, letGo)
    const text = header === undefined ? '' : Buffer.from(header).toString('utf8')
    return { kind: 'open', journal, header: text, from, tornBytes: size - end, damagedRecords }
  } catch (error) {
    await file?.close().catch(() => undefined)
    await letGo?.().catch(() => undefined)
    return { kind: 'failed', code: codeOf(error) }
  }
}

/** Another journal, an older copy of this one, and a copy that went on by itself are all told from it. */
async function isMarkOf(file: OpenFile, id: string, mark: JournalMark): Promise<boolean> {
  const { journal, offset, ending } = mark
  if (journal !== id || offset < FILE_HEADER_BYTES || offset > (await file.size())) return false
  return (await endingBefore(file, offset)) === ending
}

/** Headers of all journals below a folder; a folder without a readable header is passed over. */
export async function listJournals(files: FileLayer, above: string): Promise<readonly JournalListing[]> {
  const listings: JournalListing[] = []
  for (const projectId of await files.list(above)) {
    const names = await files.list(join(above, projectId)).catch((): readonly string[] => [])
    if (!names.includes(LOG) || !names.includes(HEADER)) continue
    const header = await files.read(join(above, projectId, HEADER))
    if (header !== undefined) listings.push({ projectId, header: Buffer.from(header).toString('utf8') })
  }
  return listings
}

/** The oldest version of data among the journals below a folder; null where there is none. */
export async function oldestData(files: FileLayer, above: string): Promise<number | null> {
  let oldest: number | null = null
  for (const { projectId } of await listJournals(files, above)) {
    const file = await files.open(join(above, projectId, LOG), 'existing')
    const version = file && dataVersionOf(await file.read(0, FILE_HEADER_BYTES))
    await file?.close()
    if (version !== undefined && (oldest === null || version < oldest)) oldest = version
  }
  return oldest
}

/** The end of the last sound record, and how many places before it are damaged. */
async function check(
  file: OpenFile,
  from: number,
  size: number,
): Promise<{ end: number; damagedRecords: number }> {
  let end = from
  let damagedRecords = 0
  for await (const found of scanRecords(file, from, size)) {
    if (found.kind === 'record') end = found.end
    else if (found.end < size) damagedRecords += 1
  }
  return { end, damagedRecords }
}

/** Nothing is destroyed: the bytes cut off lie beside the journal, under the offset they began at. */
async function layAside(
  files: FileLayer,
  folder: string,
  file: OpenFile,
  end: number,
  size: number,
): Promise<void> {
  const names = await files.list(folder)
  const before = names.filter((name) => name.startsWith(`torn-${end}-`)).length
  await replaceFile(files, join(folder, `torn-${end}-${before}`), await file.read(end, size - end))
  await file.truncate(end)
  await file.sync()
}
