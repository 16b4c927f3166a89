import { ipcMain, type IpcMainInvokeEvent } from 'electron'
import type { IpcAnswer, IpcArguments, IpcChannel } from '../ipc-contract'
import { isAppUrl } from './window'

/** A handler for each of the channels. What comes from the renderer is `unknown` until its handler has looked. */
export type Handlers<Channels extends IpcChannel> = {
  readonly [Channel in Channels]: (
    event: IpcMainInvokeEvent,
    ...values: Unlooked<IpcArguments<Channel>>
  ) => IpcAnswer<Channel> | Promise<IpcAnswer<Channel>>
}

type Unlooked<Values extends readonly unknown[]> = { [Index in keyof Values]: unknown }

/** Answers calls, and only for the main frame of the app's own page. */
export function answerCalls<Channels extends IpcChannel>(handlers: Handlers<Channels>): void {
  for (const [channel, handler] of Object.entries(handlers) as [
    string,
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
