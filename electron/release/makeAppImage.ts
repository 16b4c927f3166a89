import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { runElectronBuilder } from './electronBuilder'
import { PROJECT_FOLDER } from '../launch/projectFolder'
import type { Runtime } from '../launch/resolveRuntime'

export interface AppImageOptions {
  /** Folder for the result, from the project's. */
  readonly output: string
  /** Folder with the tools and the runtime of AppImages; where it is left out, electron-builder fetches its own. */
  readonly tools?: string
}

/** Makes an AppImage of an unpacked app, and returns its path. Throws when it fails, as where its tools cannot be fetched. */
export async function makeAppImage(
  runtime: Runtime,
  unpacked: string,
  { output, tools }: AppImageOptions,
): Promise<string> {
  const folder = join(PROJECT_FOLDER, output)
  for (const name of await imagesIn(folder)) await rm(join(folder, name))
  runElectronBuilder({
    output,
    words: ['--linux', 'AppImage', '--prepackaged', unpacked],
    configuration: { electronVersion: runtime.version },
    ...(tools === undefined ? {} : { environment: { APPIMAGE_TOOLS_PATH: tools } }),
  })
  const [name] = await imagesIn(folder)
  if (name === undefined) throw new Error('electron-builder left no AppImage behind')
  return join(folder, name)
}

async function imagesIn(folder: string): Promise<readonly string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith('.AppImage'))
}
