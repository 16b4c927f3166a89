import type { ChosenRosterFile, Platform } from '../../../application/Platform'

/** A plain browser tab: files come by the file field and go by a download. */
export function browserPlatform(appVersion: string): Platform {
  return {
    kind: 'browser',
    info: () => Promise.resolve({ appVersion, engines: [engineOf(navigator.userAgent)] }),
    chooseRoster,
    saveWorkbook(suggestedName, bytes) {
      const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)]))
      const link = document.createElement('a')
      link.href = url
      link.download = suggestedName
      link.click()
      URL.revokeObjectURL(url)
      return Promise.resolve({ kind: 'saved', name: suggestedName })
    },
  }
}

function chooseRoster(): Promise<readonly ChosenRosterFile[]> {
  const field = document.createElement('input')
  field.type = 'file'
  field.multiple = true
  field.accept = '.xlsx,.xls,.csv'
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
