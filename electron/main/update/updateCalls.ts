import { app, BrowserWindow, dialog, type WebContents } from 'electron'
import { DISK } from '../../disk/files'
import type { UpdateCalls, UpdateInstalled } from '../../ipc-contract'
import { answerCalls } from '../answerCalls'
import { INSTALLER_SYSTEM } from './installerSystem'
import { keepUpdates } from './keepUpdates'
import { keyFingerprint, UPDATE_KEY } from './updateKey'

const UPDATE = { name: '一户更新 Update', extensions: ['yihu-update'] }

/** Answers the window's calls of the update. What is installed was chosen in the system's dialog, and signed. */
export function handleUpdateCalls(profile: string): void {
  const version = app.getVersion()
  const keeper = keepUpdates({
    files: DISK,
    profile,
    target: { key: UPDATE_KEY, version, platform: process.platform, arch: process.arch },
    system: INSTALLER_SYSTEM,
    now: () => new Date(),
  })

  async function install(): Promise<UpdateInstalled> {
    const installed = await keeper.install()
    // The installer replaces the program's files: it must have ended. The answer is on its way by then.
    if (installed.kind === 'done' && installed.how === 'runs') setImmediate(() => app.quit())
    return installed
  }

  answerCalls<keyof UpdateCalls>({
    'update.state': () => ({
      version,
      keyFingerprint: UPDATE_KEY && keyFingerprint(UPDATE_KEY),
      backupFolder: keeper.backupFolder,
    }),
    'update.choose': async (event) => {
      const path = await choosePath(event.sender)
      return path === undefined ? null : keeper.check(path)
    },
    'update.install': install,
    'update.progress': () => keeper.progress(),
  })
}

async function choosePath(sender: WebContents): Promise<string | undefined> {
  const window = BrowserWindow.fromWebContents(sender)
  if (window === null) throw new Error('a dialog needs a window')
  const answer = await dialog.showOpenDialog(window, { properties: ['openFile'], filters: [UPDATE] })
  return answer.canceled ? undefined : answer.filePaths[0]
}
