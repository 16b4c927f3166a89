import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { makeDeb } from './deb/makeDeb'
import { runElectronBuilder } from './electronBuilder'
import { makeAppImage } from './makeAppImage'
import { packageApp } from './packageApp'
import { pinnedVersion } from '../launch/pinnedRuntime'
import { PROJECT_FOLDER } from '../launch/projectFolder'
import type { Runtime } from '../launch/resolveRuntime'

const OUTPUT = 'release'
const OF_USERS = /\.(?:exe|zip|dmg|deb|AppImage)$/

export interface Installers {
  /** Full paths of what users get. */
  readonly files: readonly string[]
  /** What could not be made, and why. */
  readonly missing: readonly { readonly what: string; readonly why: string }[]
}

/** Makes everything that is released for the platform it runs on, into `release/`, which is emptied before. */
export async function makeInstallers(runtime: Runtime): Promise<Installers> {
  await rm(join(PROJECT_FOLDER, OUTPUT), { recursive: true, force: true })
  return process.platform === 'linux' ? linuxInstallers(runtime) : otherInstallers()
}

async function linuxInstallers(runtime: Runtime): Promise<Installers> {
  const unpacked = packageApp(runtime, { output: OUTPUT })
  const { version } = JSON.parse(await readFile(join(PROJECT_FOLDER, 'package.json'), 'utf8')) as {
    version: string
  }
  const ways = {
    deb: () => makeDeb({ unpacked, output: join(PROJECT_FOLDER, OUTPUT), version, compression: 'xz' }),
    AppImage: () => makeAppImage(runtime, unpacked, { output: OUTPUT }),
  }
  const files: string[] = []
  const missing: { what: string; why: string }[] = []
  for (const [what, make] of Object.entries(ways)) {
    try {
      files.push(await make())
    } catch (error) {
      missing.push({ what, why: firstFault(String(error)) })
    }
  }
  return { files, missing }
}

/** For several processors at once: each has a runtime of its own, which electron-builder fetches. */
async function otherInstallers(): Promise<Installers> {
  runElectronBuilder({ output: OUTPUT, words: [], configuration: { electronVersion: await pinnedVersion() } })
  const folder = join(PROJECT_FOLDER, OUTPUT)
  const names = (await readdir(folder)).filter((name) => OF_USERS.test(name))
  return { files: names.map((name) => join(folder, name)), missing: [] }
}

/** electron-builder marks what went wrong, amid all that it did. */
function firstFault(said: string): string {
  return (
    said
      .split('\n')
      .find((line) => line.includes('⨯'))
      ?.replace('⨯', '')
      .trim() ?? said
  )
}
