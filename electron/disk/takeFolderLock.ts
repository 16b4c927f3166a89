import { createHash, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { FileLayer, OpenFile } from './files'
import { ownerState, ownerText, parseOwner, type LockOwner } from './LockOwner'
import type { Processes } from './processes'

export interface FolderLock {
  /** Whether nobody took the lock file away meanwhile, as people may. */
  isOurs(): Promise<boolean>
  /** Removes the lock file if it is ours. */
  letGo(): Promise<void>
}

export type FolderLocking =
  | { readonly kind: 'taken'; readonly lock: FolderLock }
  /** By a living process (even this one), by one of another machine, or by nobody knows whom (`owner` undefined). */
  | { readonly kind: 'held'; readonly owner: LockOwner | undefined; readonly isElsewhere: boolean }

const LOCK = 'lock'
/** Somebody was faster so many times: whoever that is has the folder, or had it a moment ago. */
const MOST_ATTEMPTS = 20

/**
 * Locks a folder by a file that names its owner; that of a process that is gone is taken over. Throws the system's error.
 *
 * No two ever hold it, whatever each is interrupted by. A lock file is written aside and published by a hard link, which fails
 * where the name is taken: it is never seen in part. Who takes over from a dead owner first publishes a successor's file whose
 * name is made of the dead owner's text, which no other lock has: one wins it. The last successor of `lock` in line is the one who
 * may work; if that one is dead too, its successor is sought in the same way. The winner then looks whether `lock` still is
 * the one the line began at. If so, nobody has replaced it since, files of successors (removed only after that) were all there,
 * and `lock` is replaced by the winner's own. If not, the line was of the past, and the winner begins again.
 */
export async function takeFolderLock(
  files: FileLayer,
  folder: string,
  processes: Processes,
): Promise<FolderLocking> {
  const path = join(folder, LOCK)
  const nonce = randomBytes(16).toString('hex')
  const own: OwnLock = { files, text: await ownerText(processes, nonce), aside: `${path}.${nonce}.part` }
  try {
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
      const tried = await tryOnce(own, path, processes)
      if (tried === 'lost') continue
      if (tried !== 'taken') return tried
      await removeLeftovers(files, folder)
      return { kind: 'taken', lock: lockOf(own, path) }
    }
    return { kind: 'held', owner: parseOwner((await textAt(files, path)) ?? ''), isElsewhere: false }
  } finally {
    await files.remove(own.aside).catch(() => undefined)
  }
}

interface OwnLock {
  readonly files: FileLayer
  readonly text: string
  /** Where it is written before it is published. */
  readonly aside: string
}

/** `lost`: somebody else was faster; to be tried again. */
async function tryOnce(
  own: OwnLock,
  path: string,
  processes: Processes,
): Promise<FolderLocking | 'taken' | 'lost'> {
  const { files } = own
  const first = await textAt(files, path)
  if (first === undefined) return (await publish(own, path)) ? 'taken' : 'lost'
  const last = await lastInLine(files, path, first, processes)
  if (last.kind !== 'gone') return last
  const successor = successorOf(path, last.text)
  const published = last.isWhole ? await publish(own, successor) : await publishByLink(own, successor)
  if (published === undefined) return { kind: 'held', owner: undefined, isElsewhere: false }
  if (!published) return 'lost'
  try {
    if ((await textAt(files, path)) === first) {
      await files.rename(own.aside, path)
      return 'taken'
    }
  } catch (error) {
    await files.remove(successor).catch(() => undefined)
    throw error
  }
  await files.remove(successor)
  return 'lost'
}

/** Follows the line of successors to the first that is not gone, or to its end. */
async function lastInLine(
  files: FileLayer,
  path: string,
  first: string,
  processes: Processes,
): Promise<FolderLocking | { readonly kind: 'gone'; readonly text: string; readonly isWhole: boolean }> {
  let text = first
  for (;;) {
    const owner = parseOwner(text)
    const state = owner === undefined ? 'gone' : await ownerState(owner, processes)
    if (state !== 'gone') return { kind: 'held', owner, isElsewhere: state === 'elsewhere' }
    const next = await textAt(files, successorOf(path, text))
    // Two empty files, as a failing disk leaves them, would name each other for ever.
    if (next === undefined || next === text) return { kind: 'gone', text, isWhole: owner !== undefined }
    text = next
  }
}

function successorOf(path: string, text: string): string {
  return `${path}.${createHash('sha256').update(text).digest('hex').slice(0, 32)}`
}

/**
 * Gives the own lock a name, unless it is taken. Without hard links (FAT, some network disks) the name is taken first and written
 * then. Others find it empty meanwhile: such a lock is nobody's to take over, and one that a power cut left so is to be removed
 * by hand. A network disk that gives a new name to two lets the one that wrote last have it: each reads it again.
 */
async function publish(own: OwnLock, name: string): Promise<boolean> {
  const linked = await publishByLink(own, name)
  if (linked !== undefined) return linked
  const { files, text } = own
  const file = await files.open(name, 'new')
  if (file === undefined) return false
  try {
    await write(file, text)
  } catch (error) {
    await files.remove(name).catch(() => undefined)
    throw error
  }
  return (await textAt(files, name)) === text
}

/** Undefined where the disk knows no hard links. */
async function publishByLink({ files, text, aside }: OwnLock, name: string): Promise<boolean | undefined> {
  const file = await files.open(aside, 'new')
  if (file !== undefined) await write(file, text)
  const linked = await files.link(aside, name)
  // Whoever has the folder by now may have cleared the file away that was written aside.
  return linked === 'unsupported' ? undefined : linked === 'linked'
}

async function write(file: OpenFile, text: string): Promise<void> {
  try {
    await file.write(0, Buffer.from(text, 'utf8'))
    await file.sync()
  } finally {
    await file.close()
  }
}

function lockOf({ files, text }: OwnLock, path: string): FolderLock {
  const isOurs = async (): Promise<boolean> => (await textAt(files, path)) === text
  return {
    isOurs,
    async letGo() {
      if (await isOurs()) await files.remove(path)
    },
  }
}

/** What processes that died on their way left, and successors of locks that are no more. They are in nobody's way: none need go. */
async function removeLeftovers(files: FileLayer, folder: string): Promise<void> {
  const names = await files.list(folder).catch((): readonly string[] => [])
  for (const name of names)
    if (name.startsWith(`${LOCK}.`)) await files.remove(join(folder, name)).catch(() => undefined)
}

async function textAt(files: FileLayer, path: string): Promise<string | undefined> {
  const found = await files.read(path)
  return found && Buffer.from(found).toString('utf8')
}
