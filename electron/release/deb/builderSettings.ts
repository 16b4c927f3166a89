import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { PROJECT_FOLDER } from '../../launch/projectFolder'

/** What the Debian package takes from `electron-builder.yml`, in its own terms. */
export interface BuilderSettings {
  readonly productName: string
  readonly executableName: string
  readonly fileAssociations: readonly {
    readonly ext: string
    readonly description: string
    readonly mimeType: string
  }[]
  readonly linux: {
    readonly category: string
    readonly maintainer: string
    readonly synopsis: string
    readonly description: string
    readonly desktop: { readonly entry: Readonly<Record<string, string>> }
  }
  readonly deb: {
    readonly packageCategory: string
    readonly priority: string
    readonly depends: readonly string[]
    readonly recommends: readonly string[]
  }
}

/** The settings by which every other package is built too. */
export async function builderSettings(): Promise<BuilderSettings> {
  return parse(await readFile(join(PROJECT_FOLDER, 'electron-builder.yml'), 'utf8')) as BuilderSettings
}
