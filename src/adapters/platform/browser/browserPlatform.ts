import { zipSync } from 'fflate'
import type { FileToSave, Platform, SaveManyOutcome, SaveOutcome } from '../../../application/Platform'
import { browserMachine } from './browserMachine'
import { chooseFiles } from './chooseFiles'

/** A plain browser tab: files are read by a file field and written by a download. */
export function browserPlatform(appVersion: string): Platform {
  return {
    kind: 'browser',
    info: async () => ({
      appVersion,
      engines: [engineOf(navigator.userAgent)],
      dataFolder: null,
      isStorageKept: await navigator.storage.persisted(),
    }),
    saveWorkbook: download,
    saveSampleLog: download,
    saveFigures: download,
    saveBackup: download,
    saveArchive: download,
    savePackage: download,
    savePackages: downloadTogether,
    saveCode: download,
    saveKey: download,
    async chooseBackup() {
      const [file] = await chooseFiles('.yihu-backup', 'one')
      return file === undefined ? null : { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
    },
    print() {
      window.print()
      return Promise.resolve({ kind: 'printed' })
    },
    savePdf: null,
    packageHash: () => Promise.resolve(null),
    machine: browserMachine,
    saveDiagnostics: download,
    // Nobody hands files to a tab.
    takeOpened: () => undefined,
    updates: null,
  }
}

function download(suggestedName: string, bytes: Uint8Array): Promise<SaveOutcome> {
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)]))
  const link = document.createElement('a')
  link.href = url
  link.download = suggestedName
  link.click()
  URL.revokeObjectURL(url)
  return Promise.resolve({ kind: 'saved', name: suggestedName })
}

/** One archive: a browser asks before a page may start several downloads, and whoever overlooks that has lost some. */
async function downloadTogether(archiveName: string, files: readonly FileToSave[]): Promise<SaveManyOutcome> {
  const names = files.map(({ name }) => name)
  // Packages are compressed already.
  const entries = Object.fromEntries(files.map(({ name, bytes }) => [name, bytes]))
  const saved = await download(archiveName, zipSync(entries, { level: 0 }))
  return saved.kind === 'saved' ? { kind: 'saved', place: saved.name, names } : { kind: 'cancelled' }
}

function engineOf(userAgent: string): string {
  return /(?:Firefox|Edg|Chrome|Version)\/[\d.]+/.exec(userAgent)?.[0].replace('/', ' ') ?? userAgent
}
