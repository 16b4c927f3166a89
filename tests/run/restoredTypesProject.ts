import { existsSync } from 'node:fs'
import { copyFile, mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cacheFolder } from '../../electron/launch/cacheFolder'
import { sha256Of, withFetchedPackage } from '../../electron/launch/fetchPackage'
import { PROJECT_FOLDER } from '../../electron/launch/projectFolder'
import { RESTORED_VERSION } from '../../electron/launch/restoreRuntime'

const PACKAGE = {
  spec: `electron@${RESTORED_VERSION}`,
  sha256: 'cacc30c5e898b3a030ffed2b4c06c7955be8e930f4170febf7d044d5e0c090ef',
}
const TYPES_SHA256 = 'a16913a0b377429ba16355aa84926482aa252fec7285c01c98559788459ed028'

/**
 * Writes the project that checks the main process and the preload against the API of the runtime that tests run on, which is
 * older than the pinned one. Returns its path; throws when the types cannot be had.
 */
export async function restoredTypesProject(): Promise<string> {
  const types = await restoredTypes()
  const project = join(PROJECT_FOLDER, '.cache/electron-restored/tsconfig.json')
  const settings = {
    extends: '../../electron/main/tsconfig.json',
    compilerOptions: {
      composite: false,
      noEmit: true,
      emitDeclarationOnly: false,
      rootDir: '/',
      lib: ['ES2023', 'DOM'],
      paths: { electron: [types], 'electron/*': [types] },
      typeRoots: ['../../node_modules/@types'],
    },
    include: ['../../electron/main/**/*.ts', '../../electron/preload/**/*.ts'],
    references: [],
  }
  await mkdir(join(project, '..'), { recursive: true })
  await writeFile(project, JSON.stringify(settings))
  return project
}

/** Path of the older edition’s types; fetched once. Throws when they cannot be had. */
export async function restoredTypes(): Promise<string> {
  const path = join(cacheFolder(), `electron-${RESTORED_VERSION}.d.ts`)
  if (existsSync(path) && (await sha256Of(path)) === TYPES_SHA256) return path
  await withFetchedPackage(PACKAGE, async (folder) => {
    await mkdir(cacheFolder(), { recursive: true })
    const aside = `${path}.${process.pid}.part`
    await copyFile(join(folder, 'electron.d.ts'), aside)
    await rename(aside, path)
  })
  return path
}
