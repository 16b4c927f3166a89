import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { PROJECT_FOLDER } from '../launch/projectFolder'

export interface BuilderRun {
  /** Folder for the result, from the project's. */
  readonly output: string
  /** Settings on top of electron-builder.yml, in its own terms. */
  readonly configuration: Readonly<Record<string, unknown>>
  readonly words: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
}

/** Runs electron-builder by electron-builder.yml. Throws with what it said when it fails. */
export function runElectronBuilder({ output, configuration, words, environment = {} }: BuilderRun): void {
  const configPath = join(PROJECT_FOLDER, '.cache', `electron-builder-${basename(output)}.json`)
  const whole = {
    ...configuration,
    extends: join(PROJECT_FOLDER, 'electron-builder.yml'),
    directories: { output },
  }
  mkdirSync(dirname(configPath), { recursive: true })
  writeFileSync(configPath, JSON.stringify(whole))
  const builder = createRequire(import.meta.url).resolve('electron-builder/cli.js')
  const run = spawnSync(process.execPath, [builder, ...words, '--publish=never', '--config', configPath], {
    cwd: PROJECT_FOLDER,
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  })
  if (run.status !== 0) throw new Error(`electron-builder failed\n${run.stdout}\n${run.stderr}`)
}
