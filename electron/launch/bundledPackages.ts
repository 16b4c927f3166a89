import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import type { Plugin } from 'vite'

/** A package whose code is in the app. */
export interface BundledPackage {
  readonly name: string
  readonly version: string
  /** SPDX expression, as its package.json has it. */
  readonly identifier: string | null
  /** Text of its licence; empty where the package has no such file. */
  readonly text: string
}

export interface PackageCollector {
  /** Looks at what is really put into a bundle: of the window, of a worker, of the main process. */
  readonly plugin: Plugin
  /** What was found so far, by name, then version. */
  packages(): readonly BundledPackage[]
}

/** Collects the packages of which bundles hold code. Vite's own list leaves out what only workers run. */
export function collectPackages(): PackageCollector {
  const folders = new Set<string>()
  return {
    plugin: {
      name: 'yihu:bundled-packages',
      generateBundle(_, bundle) {
        for (const chunk of Object.values(bundle))
          if (chunk.type === 'chunk')
            for (const id of chunk.moduleIds) {
              const folder = packageFolder(id)
              if (folder !== null) folders.add(folder)
            }
      },
    },
    packages: () => byName([...folders].map(readPackage)),
  }
}

/** Writes the notices that the about page shows: of the packages and of Electron, which no bundle holds. */
export function writeNotices(path: string, packages: readonly BundledPackage[]): void {
  const electron = readPackage(join(import.meta.dirname, '../../node_modules/electron'))
  writeFileSync(path, `${JSON.stringify(byName([...packages, electron]), null, 1)}\n`)
}

/** The folder of the package that a module is of; null for the app's own and for what the bundler adds. */
function packageFolder(moduleId: string): string | null {
  if (moduleId.startsWith('\0') || !moduleId.includes(MODULES)) return null
  let folder = dirname(moduleId.replace(/\?.*$/, ''))
  while (!isPackage(folder)) folder = dirname(folder)
  return folder
}

/** Some packages have a package.json without a name in folders of theirs, which says only what kind of modules lie there. */
function isPackage(folder: string): boolean {
  const path = join(folder, 'package.json')
  return existsSync(path) && (JSON.parse(readFileSync(path, 'utf8')) as { name?: string }).name !== undefined
}

function readPackage(folder: string): BundledPackage {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    name: string
    version: string
    license?: string
  }
  const file = readdirSync(folder).find((each) => /^(licen[cs]e|copying)(\.|-|$)/i.test(each))
  const text = file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim()
  return { name, version, identifier: license ?? null, text }
}

/** One of each name and version, in the order of code units: the same on every machine. */
function byName(packages: readonly BundledPackage[]): readonly BundledPackage[] {
  const unique = new Map(packages.map((each) => [`${each.name}@${each.version}`, each]))
  return [...unique.keys()].sort().flatMap((key) => unique.get(key) ?? [])
}

const MODULES = `${sep}node_modules${sep}`
