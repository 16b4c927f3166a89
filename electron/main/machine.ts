import type { WebContents } from 'electron'
import { readdir, stat, statfs } from 'node:fs/promises'
import { freemem, totalmem } from 'node:os'
import { dirname, join } from 'node:path'
import type { JournalFound, MachineAnswer } from '../ipc-contract'
import { mainErrors } from './mainErrors'

/** What diagnostics ask of the main process. */
export interface Machine {
  facts(sender: Pick<WebContents, 'getZoomFactor'>): Promise<MachineAnswer>
  noteOpening(found: JournalFound): void
}

const OPENINGS_KEPT = 20

/** The computer, the disk and the journals below a folder, in numbers and codes. */
export function knowMachine(journals: string): Machine {
  const openings: MachineAnswer['openings'][number][] = []
  const errors = mainErrors(process)
  return {
    async facts(sender) {
      return {
        system: process.platform,
        systemVersion: /^\d+(?:\.\d+){0,3}/.exec(process.getSystemVersion())?.[0] ?? '',
        architecture: process.arch,
        memoryBytes: totalmem(),
        freeMemoryBytes: freemem(),
        ...(await diskOf(dirname(journals))),
        zoom: sender.getZoomFactor(),
        journals: await sizesOf(journals),
        openings,
        errors,
      }
    },
    noteOpening({ tornBytes, damagedRecords }) {
      openings.push({ tornBytes, damagedRecords })
      if (openings.length > OPENINGS_KEPT) openings.shift()
    },
  }
}

async function diskOf(folder: string): Promise<Pick<MachineAnswer, 'diskBytes' | 'freeDiskBytes'>> {
  try {
    const { bsize, blocks, bavail } = await statfs(folder)
    return { diskBytes: bsize * blocks, freeDiskBytes: bsize * bavail }
  } catch {
    return { diskBytes: null, freeDiskBytes: null }
  }
}

/** Largest first, so that their order says nothing. */
async function sizesOf(journals: string): Promise<MachineAnswer['journals']> {
  const folders = await readdir(journals).catch((): string[] => [])
  const sizes = await Promise.all(folders.map((name) => sizeOf(join(journals, name))))
  return sizes.sort((left, right) => right.bytes - left.bytes)
}

async function sizeOf(folder: string): Promise<MachineAnswer['journals'][number]> {
  const log = await stat(join(folder, 'journal.log')).catch(() => null)
  const bulk = await readdir(join(folder, 'bulk')).catch((): string[] => [])
  return { bytes: log?.size ?? 0, attachments: bulk.length }
}
