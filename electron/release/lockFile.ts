import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PROJECT_FOLDER } from '../launch/projectFolder'

/** A package of the lockfile. */
export interface LockedPackage {
  /** Its own name, also where it is installed under another. */
  readonly name: string
  readonly version: string
  /** Hash of its archive, as `sha512-` and base64; empty where the lockfile has none. */
  readonly integrity: string
  /** Where its archive is fetched from, if the lockfile says so; else the registry that npm is set to. */
  readonly resolved: string | null
  /** SPDX expression. */
  readonly license: string | null
  /** For development alone. */
  readonly isDev: boolean
}

interface LockEntry {
  readonly name?: string
  readonly version?: string
  readonly integrity?: string
  readonly resolved?: string
  readonly license?: string
  readonly dev?: boolean
}

/** The packages of `package-lock.json`. */
export async function lockedPackages(): Promise<readonly LockedPackage[]> {
  const text = await readFile(join(PROJECT_FOLDER, 'package-lock.json'), 'utf8')
  const { packages } = JSON.parse(text) as { packages: Readonly<Record<string, LockEntry>> }
  return Object.entries(packages).flatMap(([path, entry]) => {
    if (path === '') return []
    const { version = '', integrity = '', resolved = null, license = null, dev = false } = entry
    const name = entry.name ?? path.slice(path.lastIndexOf(MODULES) + MODULES.length)
    return [{ name, version, integrity, resolved, license, isDev: dev }]
  })
}

const MODULES = 'node_modules/'
