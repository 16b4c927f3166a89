import { shell } from 'electron'
import { chmod } from 'node:fs/promises'
import type { InstallerSystem } from './startInstaller'
import { runDetached } from './runDetached'

/** This system. */
export const INSTALLER_SYSTEM: InstallerSystem = {
  run: runDetached,
  open: (path) => shell.openPath(path),
  show: (path) => shell.showItemInFolder(path),
  makeRunnable: (path) => chmod(path, 0o755),
}
