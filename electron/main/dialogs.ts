import { BrowserWindow, dialog, type WebContents } from 'electron'
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { ChosenFile, SaveManyResult, SaveResult } from '../ipc-contract'
import { codeOf, DISK, replaceFile } from '../disk/files'
import { replaceFiles } from '../disk/replaceFiles'

/** Lets the user pick one backup file. */
export async function chooseBackup(sender: WebContents): Promise<ChosenFile | null> {
  const answer = await dialog.showOpenDialog(windowOf(sender), {
    properties: ['openFile'],
    filters: [BACKUP],
  })
  const path = answer.canceled ? undefined : answer.filePaths[0]
  return path === undefined ? null : { name: basename(path), bytes: new Uint8Array(await readFile(path)) }
}

export function saveWorkbook(sender: WebContents, name: string, bytes: Uint8Array): Promise<SaveResult> {
  return saveAs(sender, name, { name: '工作簿 Workbook', extensions: ['xlsx'] }, bytes)
}

export function saveSampleLog(sender: WebContents, name: string, bytes: Uint8Array): Promise<SaveResult> {
  return saveAs(sender, name, { name: '抽样记录 Sampling log', extensions: ['json'] }, bytes)
}

export function saveFigures(sender: WebContents, name: string, bytes: Uint8Array): Promise<SaveResult> {
  return saveAs(sender, name, { name: '统计结果 Figures', extensions: ['json'] }, bytes)
}

export function saveBackup(sender: WebContents, name: string, bytes: Uint8Array): Promise<SaveResult> {
  return saveAs(sender, name, BACKUP, bytes)
}

export function saveArchive(sender: WebContents, name: string, bytes: Uint8Array): Promise<SaveResult> {
  return saveAs(sender, name, { name: '数据文件 Files of data', extensions: ['zip'] }, bytes)
}

export function savePackage(sender: WebContents, name: string, bytes: Uint8Array): Promise<SaveResult> {
  return saveAs(sender, name, { name: '一户数据包 Package', extensions: ['yihu'] }, bytes)
}

/** Asks for a folder, then writes there every package or none. */
export async function savePackages(
  sender: WebContents,
  packages: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): Promise<SaveManyResult> {
  const answer = await dialog.showOpenDialog(windowOf(sender), {
    properties: ['openDirectory', 'createDirectory'],
  })
  const folder = answer.canceled ? undefined : answer.filePaths[0]
  if (folder === undefined) return { kind: 'cancelled' }
  const replaced = await replaceFiles(DISK, folder, packages, randomUUID())
  return replaced.kind === 'done'
    ? { kind: 'saved', place: basename(folder), names: replaced.names }
    : replaced
}

export function saveCode(sender: WebContents, name: string, bytes: Uint8Array): Promise<SaveResult> {
  return saveAs(sender, name, { name: '代码 Code', extensions: ['txt'] }, bytes)
}

export function saveKey(sender: WebContents, name: string, bytes: Uint8Array): Promise<SaveResult> {
  return saveAs(sender, name, { name: '恢复钥匙 Recovery key', extensions: ['txt'] }, bytes)
}

export function saveDiagnostics(sender: WebContents, name: string, bytes: Uint8Array): Promise<SaveResult> {
  return saveAs(sender, name, { name: '诊断 Diagnostics', extensions: ['json'] }, bytes)
}

const BACKUP = { name: '一户备份 Backup', extensions: ['yihu-backup'] }

/** Asks where to save, then writes there, whole or not at all. */
export async function saveAs(
  sender: WebContents,
  suggestedName: string,
  kind: { readonly name: string; readonly extensions: string[] },
  bytes: Uint8Array,
): Promise<SaveResult> {
  const answer = await dialog.showSaveDialog(windowOf(sender), {
    defaultPath: basename(suggestedName),
    filters: [kind],
  })
  if (answer.canceled || answer.filePath === '') return { kind: 'cancelled' }
  try {
    await replaceFile(DISK, answer.filePath, bytes, `${answer.filePath}.${randomUUID()}.part`)
    return { kind: 'saved', name: basename(answer.filePath) }
  } catch (error) {
    return { kind: 'failed', code: codeOf(error) }
  }
}

function windowOf(sender: WebContents): BrowserWindow {
  const window = BrowserWindow.fromWebContents(sender)
  if (window === null) throw new Error('a dialog needs a window')
  return window
}
