import { app, ipcMain, type IpcMainInvokeEvent } from 'electron'
import type { IpcAnswer, IpcArguments, IpcChannel } from '../ipc-contract'
import { chooseRoster, saveWorkbook } from './dialogs'
import { unwrapKey, wrapKey } from './keys'
import { isAppUrl } from './window'

/** One handler for each call of the contract. What comes from the renderer is `unknown` until its handler has looked. */
type Handlers = {
  readonly [Channel in IpcChannel]: (
    event: IpcMainInvokeEvent,
    ...values: Unlooked<IpcArguments<Channel>>
  ) => IpcAnswer<Channel> | Promise<IpcAnswer<Channel>>
}

type Unlooked<Values extends readonly unknown[]> = { [Index in keyof Values]: unknown }

const HANDLERS: Handlers = {
  'app.info': () => ({
    version: app.getVersion(),
    electron: process.versions.electron ?? '',
    chromium: process.versions['chrome'] ?? '',
    node: process.versions.node,
    isPackaged: app.isPackaged,
  }),
  'files.chooseRoster': (event) => chooseRoster(event.sender),
  'files.saveWorkbook': (event, suggestedName, bytes) =>
    saveWorkbook(event.sender, parseText(suggestedName), parseBytes(bytes)),
  'keys.wrap': (_event, key) => wrapKey(parseBytes(key)),
  'keys.unwrap': (_event, wrapped) => unwrapKey(parseBytes(wrapped)),
}

/** Answers the contract's calls, and only for the main frame of the app's own page. */
export function handleCalls(): void {
  for (const [channel, handler] of Object.entries(HANDLERS) as [
    IpcChannel,
    (...values: unknown[]) => unknown,
  ][]) {
    ipcMain.handle(channel, (event, ...values: unknown[]) => {
      if (!isFromAppPage(event)) throw new Error(`${channel}: refused, not the app's own page`)
      return handler(event, ...values)
    })
  }
}

function isFromAppPage(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame
  return frame !== null && frame === event.sender.mainFrame && isAppUrl(frame.url)
}

function parseText(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError('a text was expected')
  return value
}

function parseBytes(value: unknown): Uint8Array {
  if (!(value instanceof Uint8Array)) throw new TypeError('bytes were expected')
  return value
}
