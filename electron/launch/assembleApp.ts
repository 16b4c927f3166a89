import { existsSync } from 'node:fs'
import { copyFile, link, mkdir, readdir, rename, rm, symlink } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import { PROJECT_FOLDER } from './projectFolder'
import type { Runtime } from './resolveRuntime'

export interface LaunchCommand {
  readonly executable: string
  readonly words: readonly string[]
}

/**
 * How to run the checkout's built app. An official download opens the folder it is told to; the restored one lacks the small
 * app that does this (`default_app.asar`), so the checkout is linked to where Electron looks first: `resources/app`.
 */
export async function assembleApp(runtime: Runtime): Promise<LaunchCommand> {
  if (process.platform !== 'linux' || existsSync(join(runtime.folder, 'resources/default_app.asar'))) {
    return { executable: runtime.executable, words: [PROJECT_FOLDER] }
  }
  const assembled = join(PROJECT_FOLDER, '.cache/electron', `${runtime.source}-${runtime.version}`)
  const executable = join(assembled, basename(runtime.executable))
  if (!existsSync(executable)) {
    const aside = `${assembled}.${process.pid}.part`
    await linkFolder(runtime.folder, aside)
    const app = join(aside, 'resources/app')
    await mkdir(join(aside, 'resources'), { recursive: true })
    await symlink(relative(join(assembled, 'resources'), PROJECT_FOLDER), app)
    await rm(assembled, { recursive: true, force: true })
    await rename(aside, assembled)
  }
  return { executable, words: [] }
}

/** Hard links cost nothing; a symbolic link would not do, as Electron looks beside its real file. */
async function linkFolder(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true })
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) await linkFolder(source, target)
    else await link(source, target).catch(() => copyFile(source, target))
  }
}
