import { app } from 'electron'
import type { IpcCalls } from '../ipc-contract'
import { answerCalls } from './answerCalls'
import { parseBytes, parseFiles, parseText } from './callValues'
import {
  chooseBackup,
  saveArchive,
  saveBackup,
  saveCode,
  saveDiagnostics,
  saveKey,
  savePackage,
  savePackages,
  saveFigures,
  saveSampleLog,
  saveWorkbook,
} from './dialogs'
import type { Machine } from './machine'
import { packageHash } from './packageHash'
import { unwrapKey, wrapKey } from './keys'
import type { OpenedFiles } from './openedFiles'
import { printPage, savePdf } from './print'

/** The calls of the contract but for the journal's, which are in journalCalls.ts. */
export function handleCalls(machine: Machine, opened: OpenedFiles): void {
  answerCalls<keyof IpcCalls>({
    'app.info': () => ({
      version: app.getVersion(),
      electron: process.versions.electron ?? '',
      chromium: process.versions['chrome'] ?? '',
      node: process.versions.node,
      isPackaged: app.isPackaged,
      dataFolder: app.getPath('userData'),
    }),
    'files.saveWorkbook': (event, suggestedName, bytes) =>
      saveWorkbook(event.sender, parseText(suggestedName), parseBytes(bytes)),
    'files.saveFigures': (event, suggestedName, bytes) =>
      saveFigures(event.sender, parseText(suggestedName), parseBytes(bytes)),
    'files.saveSampleLog': (event, suggestedName, bytes) =>
      saveSampleLog(event.sender, parseText(suggestedName), parseBytes(bytes)),
    'files.saveBackup': (event, suggestedName, bytes) =>
      saveBackup(event.sender, parseText(suggestedName), parseBytes(bytes)),
    'files.saveArchive': (event, suggestedName, bytes) =>
      saveArchive(event.sender, parseText(suggestedName), parseBytes(bytes)),
    'files.savePackage': (event, suggestedName, bytes) =>
      savePackage(event.sender, parseText(suggestedName), parseBytes(bytes)),
    'files.savePackages': (event, packages) => savePackages(event.sender, parseFiles(packages)),
    'files.saveCode': (event, suggestedName, bytes) =>
      saveCode(event.sender, parseText(suggestedName), parseBytes(bytes)),
    'files.saveKey': (event, suggestedName, bytes) =>
      saveKey(event.sender, parseText(suggestedName), parseBytes(bytes)),
    'files.chooseBackup': (event) => chooseBackup(event.sender),
    'print.page': (event) => printPage(event.sender),
    'print.savePdf': (event, suggestedName) => savePdf(event.sender, parseText(suggestedName)),
    'keys.wrap': (_event, key) => wrapKey(parseBytes(key)),
    'keys.unwrap': (_event, wrapped) => unwrapKey(parseBytes(wrapped)),
    'app.about': async () => ({ packageHash: await packageHash() }),
    'app.machine': (event) => machine.facts(event.sender),
    'files.saveDiagnostics': (event, suggestedName, bytes) =>
      saveDiagnostics(event.sender, parseText(suggestedName), parseBytes(bytes)),
    'opened.take': () => opened.take(),
  })
}
