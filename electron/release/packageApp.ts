import { join } from 'node:path'
import { runElectronBuilder } from './electronBuilder'
import { PROJECT_FOLDER } from '../launch/projectFolder'
import type { Runtime } from '../launch/resolveRuntime'

export interface PackageOptions {
  /** Folder for the result, from the project's. */
  readonly output: string
  /** Settings on top of electron-builder.yml, in its own terms. */
  readonly configuration?: Readonly<Record<string, unknown>>
}

/** Packages `dist/` with electron-builder's `dir` target around the given runtime; nothing is downloaded. Throws when it fails. */
export function packageApp(runtime: Runtime, { output, configuration = {} }: PackageOptions): string {
  runElectronBuilder({
    output,
    words: ['--dir'],
    configuration: { ...configuration, electronDist: runtime.folder, electronVersion: runtime.version },
  })
  return join(PROJECT_FOLDER, output, UNPACKED[process.platform] ?? 'linux-unpacked')
}

const UNPACKED: Readonly<Partial<Record<NodeJS.Platform, string>>> = { win32: 'win-unpacked', darwin: 'mac' }
