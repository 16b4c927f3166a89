import type { ChosenRosterFile, Platform, SaveOutcome } from '../../../application/Platform'

/** A plain browser tab: files come by the file field and go by a download. */
export function browserPlatform(appVersion: string): Platform {
  return {
    kind: 'browser',
    info: async () => ({
      appVersion,
      engines: [engineOf(navigator.userAgent)],
      dataFolder: null,
      isStorageKept: await navigator.storage.persisted(),
    }),
    chooseRoster: () => choose('.xlsx,.xls,.csv', true),
    saveWorkbook: download,
    saveBackup: download,
    chooseBackup: async () => (await choose('.yihu-backup', false))[0] ?? null,
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

function choose(accept: string, multiple: boolean): Promise<readonly ChosenRosterFile[]> {
  const field = document.createElement('input')
  field.type = 'file'
  field.multiple = multiple
  field.accept = accept
  return new Promise((resolve, reject) => {
    field.addEventListener('cancel', () => resolve([]))
    field.addEventListener('change', () => {
      Promise.all(Array.from(field.files ?? [], readChosen)).then(resolve, reject)
    })
    field.click()
  })
}

async function readChosen(file: File): Promise<ChosenRosterFile> {
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
}

function engineOf(userAgent: string): string {
  return /(?:Firefox|Edg|Chrome|Version)\/[\d.]+/.exec(userAgent)?.[0].replace('/', ' ') ?? userAgent
}
