import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { runElectronBuilder } from './electronBuilder'
import { PROJECT_FOLDER } from './projectFolder'
import type { Runtime } from './resolveRuntime'

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
  runElectronBuilder({
    output,
    words: ['--linux', 'AppImage', '--prepackaged', unpacked],
    configuration: { electronVersion: runtime.version },
    ...(tools === undefined ? {} : { environment: { APPIMAGE_TOOLS_PATH: tools } }),
  })
  const folder = join(PROJECT_FOLDER, output)
  const name = (await readdir(folder)).find((each) => each.endsWith('.AppImage'))
  if (name === undefined) throw new Error('electron-builder left no AppImage behind')
  return join(folder, name)
}
