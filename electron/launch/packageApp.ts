import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { PROJECT_FOLDER } from './projectFolder'
import type { Runtime } from './resolveRuntime'

export interface PackageOptions {
  /** Folder for the result, from the project's. */
  readonly output: string
  /** Settings on top of electron-builder.yml, in its own terms. */
  readonly configuration?: Readonly<Record<string, unknown>>
}

/** Packages `dist/` with electron-builder's `dir` target around the given runtime; nothing is downloaded. Throws when it fails. */
export function packageApp(runtime: Runtime, options: PackageOptions): string {
  const configPath = join(PROJECT_FOLDER, '.cache', `electron-builder-${basename(options.output)}.json`)
  const configuration = {
    ...options.configuration,
    extends: join(PROJECT_FOLDER, 'electron-builder.yml'),
    electronDist: runtime.folder,
    electronVersion: runtime.version,
    directories: { output: options.output },
  }
  mkdirSync(dirname(configPath), { recursive: true })
  writeFileSync(configPath, JSON.stringify(configuration))
  const builder = createRequire(import.meta.url).resolve('electron-builder/cli.js')
  const words = ['--dir', '--publish=never', '--config', configPath]
  const run = spawnSync(process.execPath, [builder, ...words], { cwd: PROJECT_FOLDER, encoding: 'utf8' })
  if (run.status !== 0) throw new Error(`electron-builder failed\n${run.stdout}\n${run.stderr}`)
  return join(PROJECT_FOLDER, options.output, UNPACKED[process.platform] ?? 'linux-unpacked')
}

const UNPACKED: Readonly<Partial<Record<NodeJS.Platform, string>>> = { win32: 'win-unpacked', darwin: 'mac' }
