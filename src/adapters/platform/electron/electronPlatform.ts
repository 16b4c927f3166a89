import type { YihuBridge } from '../../../../electron/ipc-contract'
import type { Platform } from '../../../application/Platform'
import { electronUpdates } from './electronUpdates'

/** The platform behind the preload's bridge. */
export function electronPlatform(bridge: YihuBridge): Platform {
  return {
    kind: 'electron',
    async info() {
      const info = await bridge.app.info()
      return {
        appVersion: info.version,
        engines: [`Electron ${info.electron}`, `Chromium ${info.chromium}`, `Node ${info.node}`],
        dataFolder: info.dataFolder,
        isStorageKept: true,
      }
    },
    saveWorkbook: (suggestedName, bytes) => bridge.files.saveWorkbook(suggestedName, bytes),
    saveFigures: (suggestedName, bytes) => bridge.files.saveFigures(suggestedName, bytes),
    saveSampleLog: (suggestedName, bytes) => bridge.files.saveSampleLog(suggestedName, bytes),
    saveBackup: (suggestedName, bytes) => bridge.files.saveBackup(suggestedName, bytes),
    saveArchive: (suggestedName, bytes) => bridge.files.saveArchive(suggestedName, bytes),
    savePackage: (suggestedName, bytes) => bridge.files.savePackage(suggestedName, bytes),
    savePackages: (_archiveName, packages) => bridge.files.savePackages(packages),
    saveCode: (suggestedName, bytes) => bridge.files.saveCode(suggestedName, bytes),
    saveKey: (suggestedName, bytes) => bridge.files.saveKey(suggestedName, bytes),
    chooseBackup: () => bridge.files.chooseBackup(),
    print: () => bridge.print.page(),
    savePdf: (suggestedName) => bridge.print.savePdf(suggestedName),
    packageHash: async () => (await bridge.app.about()).packageHash,
    machine: () => bridge.app.machine(),
    saveDiagnostics: (suggestedName, bytes) => bridge.files.saveDiagnostics(suggestedName, bytes),
    takeOpened(take) {
      const ask = async () => {
        const files = await bridge.opened.take()
        if (files.length > 0) take(files)
      }
      bridge.opened.whenWaiting(() => void ask())
      void ask()
    },
    updates: electronUpdates(bridge.update),
  }
}
