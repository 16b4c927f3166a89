import { contextBridge, ipcRenderer } from 'electron'
import {
  FILES_OPENED,
  type IpcAnswer,
  type IpcArguments,
  type IpcChannel,
  type YihuBridge,
} from '../ipc-contract'

function ask<Channel extends IpcChannel>(channel: Channel) {
  return (...values: IpcArguments<Channel>): Promise<IpcAnswer<Channel>> =>
    ipcRenderer.invoke(channel, ...values) as Promise<IpcAnswer<Channel>>
}

const bridge: YihuBridge = {
  app: { info: ask('app.info'), about: ask('app.about'), machine: ask('app.machine') },
  files: {
    saveWorkbook: ask('files.saveWorkbook'),
    saveSampleLog: ask('files.saveSampleLog'),
    saveFigures: ask('files.saveFigures'),
    saveBackup: ask('files.saveBackup'),
    saveArchive: ask('files.saveArchive'),
    savePackage: ask('files.savePackage'),
    savePackages: ask('files.savePackages'),
    saveCode: ask('files.saveCode'),
    saveKey: ask('files.saveKey'),
    chooseBackup: ask('files.chooseBackup'),
    saveDiagnostics: ask('files.saveDiagnostics'),
  },
  print: { page: ask('print.page'), savePdf: ask('print.savePdf') },
  keys: { wrap: ask('keys.wrap'), unwrap: ask('keys.unwrap') },
  journal: {
    list: ask('journal.list'),
    open: ask('journal.open'),
    create: ask('journal.create'),
    read: ask('journal.read'),
    append: ask('journal.append'),
    putBulk: ask('journal.putBulk'),
    bulk: ask('journal.bulk'),
    putHeader: ask('journal.putHeader'),
    close: ask('journal.close'),
  },
  opened: {
    take: ask('opened.take'),
    whenWaiting: (told) => void ipcRenderer.on(FILES_OPENED, () => told()),
  },
  update: {
    state: ask('update.state'),
    choose: ask('update.choose'),
    checkOpened: ask('update.checkOpened'),
    install: ask('update.install'),
    progress: ask('update.progress'),
  },
}

contextBridge.exposeInMainWorld('yihu', bridge)
