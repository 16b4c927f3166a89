import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

export interface Obstacle {
  readonly what: string
  readonly remedy: string
}

/** What keeps any window from opening here, whatever the runtime: worth knowing before one is fetched. */
export function displayObstacles(): readonly Obstacle[] {
  if (process.platform !== 'linux' || hasDisplay(process.env)) return []
  return [
    {
      what: 'there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set)',
      remedy: 'run it in a desktop session, or under a virtual one: xvfb-run -a npm start',
    },
  ]
}

/** What keeps `executable` from opening a window on this machine; empty if nothing known does. */
export async function windowObstacles(executable: string): Promise<readonly Obstacle[]> {
  if (process.platform !== 'linux') return []
  const missing = await missingLibraries(executable)
  const libraries: readonly Obstacle[] =
    missing.length === 0
      ? []
      : [{ what: `system libraries are missing: ${missing.join(' ')}`, remedy: 'npm run setup' }]
  return [...libraries, ...displayObstacles()]
}

export function hasDisplay(environment: Readonly<Record<string, string | undefined>>): boolean {
  return [environment['DISPLAY'], environment['WAYLAND_DISPLAY']].some(
    (name) => name !== undefined && name !== '',
  )
}

/** Names of shared libraries that the loader would not find. */
export async function missingLibraries(executable: string): Promise<readonly string[]> {
  // Without ldd nothing is known to be missing; the window will tell.
  const listing = await promisify(execFile)('ldd', [executable]).catch(() => ({ stdout: '' }))
  return parseMissingLibraries(listing.stdout)
}

/** Reads ldd's listing: `libnss3.so => not found`. */
export function parseMissingLibraries(listing: string): readonly string[] {
  return [...listing.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] ?? '')
}
