import { contextBridge, ipcRenderer } from 'electron'
import type { IpcAnswer, IpcArguments, IpcChannel, YihuBridge } from '../ipc-contract'

function ask<Channel extends IpcChannel>(channel: Channel) {
  return (...values: IpcArguments<Channel>): Promise<IpcAnswer<Channel>> =>
    ipcRenderer.invoke(channel, ...values) as Promise<IpcAnswer<Channel>>
}

const bridge: YihuBridge = {
  app: { info: ask('app.info') },
  files: { chooseRoster: ask('files.chooseRoster'), saveWorkbook: ask('files.saveWorkbook') },
  keys: { wrap: ask('keys.wrap'), unwrap: ask('keys.unwrap') },
}

contextBridge.exposeInMainWorld('yihu', bridge)
