import type { Platform, SaveOutcome } from '../../../application/Platform'
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
    saveBackup: download,
    savePackage: download,
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

function engineOf(userAgent: string): string {
  return /(?:Firefox|Edg|Chrome|Version)\/[\d.]+/.exec(userAgent)?.[0].replace('/', ' ') ?? userAgent
}
