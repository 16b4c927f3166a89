import { execFileSync } from 'node:child_process'
import { appendFile, cp, mkdir, open, rm, truncate, stat, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { profileOf, type WindowRound } from './WindowRound'

/** What befalls the profile between two launches. */
export type ProfileFault = (round: WindowRound) => Promise<void>

export const PROFILE_FAULTS: Readonly<Record<string, ProfileFault>> = {
  nothing: () => Promise.resolve(),
  'IndexedDB removed': (round) => rm(join(profileOf(round), 'IndexedDB'), { recursive: true, force: true }),
  'journal removed': (round) => rm(join(profileOf(round), 'journals'), { recursive: true, force: true }),
  'garbage behind the journal': async (round) => {
    const garbage = Array.from({ length: round.random.between(1, 2_000) }, () => round.random.between(0, 255))
    await appendFile(await journalOf(round), Uint8Array.from(garbage))
  },
  'journal torn at a random byte': async (round) => {
    const path = await journalOf(round)
    const { size } = await stat(path)
    await truncate(path, round.random.between(Math.floor(size / 2), size))
  },
}

/**
 * After a full disk only the journal is sure to be whole, and has to be left alone. A record that the full disk cut at the end
 * of a block of LevelDB's log passes for a torn tail at the next start, which goes on writing behind it; the start after
 * that finds half a record in the middle, and Chromium throws the whole of IndexedDB away (seen in Electron 33).
 */
export const SPARES_JOURNAL = ['nothing', 'IndexedDB removed', 'garbage behind the journal']

/** What the next launch must report; the texts are looked up by these codes. */
export const MUST_TELL: Readonly<Record<string, string>> = {
  'IndexedDB removed': 'index_rebuilt',
  'journal removed': 'journal_recreated',
  'garbage behind the journal': 'journal_tail_cut',
}

/** The profile as it is, on another laptop. */
export async function copyProfile(round: WindowRound): Promise<string> {
  const copy = join(round.folder, 'copy')
  await rm(copy, { recursive: true, force: true })
  await cp(profileOf(round), copy, { recursive: true, filter: (path) => !/Singleton|\/lock$/.test(path) })
  return copy
}

/** The journal of a copy that went on by itself comes to lie beside this profile's index. */
export async function takeJournalOf(copy: string, round: WindowRound): Promise<void> {
  const own = join(profileOf(round), 'journals')
  await rm(own, { recursive: true, force: true })
  await cp(join(copy, 'journals'), own, { recursive: true })
}

/** A small disk of the profile's own, which can be filled; undefined where this user may not mount one. */
export async function mountSmallDisk(path: string): Promise<(() => void) | undefined> {
  await mkdir(path, { recursive: true })
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=160m', 'tmpfs', path], { stdio: 'ignore' })
  } catch {
    return undefined
  }
  return () => void execFileSync('umount', ['--lazy', path])
}

/** Takes the last free page; gives the call that frees them again. */
export async function fillDisk(path: string): Promise<() => Promise<void>> {
  const ballast = join(path, 'ballast')
  const file = await open(ballast, 'w')
  for (let size = 2 ** 20; size >= 4_096; size >>= 4) {
    const bytes = new Uint8Array(size)
    for (let isFull = false; !isFull;)
      await file.write(bytes).then(
        ({ bytesWritten }) => (isFull = bytesWritten < size),
        () => (isFull = true),
      )
  }
  await file.close()
  return () => rm(ballast)
}

async function journalOf(round: WindowRound): Promise<string> {
  const above = join(profileOf(round), 'journals')
  const [project] = await readdir(above)
  return join(above, project ?? '', 'journal.log')
}
