import type { InstallerHandover } from '../../ipc-contract'
import type { InstallerKind } from './UpdateManifest'

/** What the system does with a file; Electron and Node have these. */
export interface InstallerSystem {
  /** Runs a program that goes on after the app has ended. Rejects where it cannot be started. */
  run(path: string): Promise<void>
  /** Opens a file as a double click does; gives the system's message where it does not. */
  open(path: string): Promise<string>
  /** Shows a file in its folder. */
  show(path: string): void
  /** Windows asks for no such mark. */
  makeRunnable(path: string): Promise<void>
}

/**
 * Hands the installer over: on Windows it runs; the image of macOS is opened; a package of Debian needs an administrator and an
 * AppImage is the user's to put where he keeps it, so their folder is shown. Throws where the system does not take it.
 */
export async function startInstaller(
  path: string,
  kind: InstallerKind,
  system: InstallerSystem,
): Promise<InstallerHandover> {
  switch (kind) {
    case 'nsis':
      await system.makeRunnable(path)
      await system.run(path)
      return 'runs'
    case 'dmg': {
      const message = await system.open(path)
      if (message !== '') throw new Error(message)
      return 'opened'
    }
    case 'deb':
      system.show(path)
      return 'shown_deb'
    case 'appimage':
      await system.makeRunnable(path)
      system.show(path)
      return 'shown_appimage'
  }
}
