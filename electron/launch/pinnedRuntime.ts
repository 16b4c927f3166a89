import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { cacheFolder } from './cacheFolder'

const PROBE_SECONDS = 5
const DOWNLOAD_MINUTES = 10
const UNREACHABLE_HOURS = 24
const OFFICIAL_SITE = 'https://github.com/electron/electron/releases/'

/** The folder of npm's `electron` package. */
export function electronPackageFolder(): string {
  return dirname(createRequire(import.meta.url).resolve('electron/package.json'))
}

/** The version that ships. */
export async function pinnedVersion(): Promise<string> {
  const text = await readFile(join(electronPackageFolder(), 'package.json'), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}

/** The pinned runtime's folder if it is unpacked in `node_modules`, else `null`. */
export async function findPinnedRuntime(): Promise<string | null> {
  const folder = join(electronPackageFolder(), 'dist')
  const version = await readFile(join(folder, 'version'), 'utf8').catch(() => null)
  return version?.replace(/^v/, '') === (await pinnedVersion()) ? folder : null
}

/**
 * Downloads the pinned runtime by its own installer (which checks its hash), after a short look whether its site answers at all.
 * A site that did not answer is left alone for a day unless `again`, so that starting stays quick. Throws with the reason.
 */
export async function downloadPinnedRuntime(again: boolean): Promise<string> {
  if (!again && (await isKnownUnreachable())) throw new Error('its download site did not answer lately')
  try {
    await probeSite()
    await promisify(execFile)(process.execPath, [join(electronPackageFolder(), 'install.js')], {
      timeout: DOWNLOAD_MINUTES * 60_000,
    })
  } catch (error) {
    await mkdir(cacheFolder(), { recursive: true })
    await writeFile(unreachableMark(), '')
    throw new Error(`its download site cannot be reached`, { cause: error })
  }
  await rm(unreachableMark(), { force: true })
  const folder = await findPinnedRuntime()
  if (folder === null) throw new Error('its installer left no runtime behind')
  return folder
}

/** Behind a proxy only the installer itself knows the way. */
async function probeSite(): Promise<void> {
  if (process.env['ELECTRON_GET_USE_PROXY'] !== undefined) return
  const site = process.env['ELECTRON_MIRROR'] ?? process.env['npm_config_electron_mirror'] ?? OFFICIAL_SITE
  await fetch(site, { method: 'HEAD', signal: AbortSignal.timeout(PROBE_SECONDS * 1000) })
}

async function isKnownUnreachable(): Promise<boolean> {
  if (!existsSync(unreachableMark())) return false
  const { mtimeMs } = await stat(unreachableMark())
  return Date.now() - mtimeMs < UNREACHABLE_HOURS * 3_600_000
}

function unreachableMark(): string {
  return join(cacheFolder(), 'pinned-unreachable')
}
