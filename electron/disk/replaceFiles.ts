import { join } from 'node:path'
import { codeOf, writeAside, type FileLayer } from './files'

/** How far several files came; `names`: those that lie in place. */
export type ReplacedFiles =
  | { readonly kind: 'done'; readonly names: readonly string[] }
  | { readonly kind: 'failed'; readonly code: string; readonly names: readonly string[] }

/**
 * Writes several files into a folder, each whole or not at all. None is put in place before all lie aside, flushed: a disk that
 * fills up leaves the folder as it was. `mark` goes into the names aside, and must be one that nobody else uses.
 */
export async function replaceFiles(
  files: FileLayer,
  folder: string,
  wanted: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  mark: string,
): Promise<ReplacedFiles> {
  const asideOf = (name: string): string => join(folder, `${name}.${mark}.part`)
  const placed: string[] = []
  try {
    for (const { name, bytes } of wanted) await writeAside(files, asideOf(name), bytes)
    for (const { name } of wanted) {
      await files.rename(asideOf(name), join(folder, name))
      placed.push(name)
    }
    await files.syncFolder(folder)
    return { kind: 'done', names: placed }
  } catch (error) {
    for (const { name } of wanted) await files.remove(asideOf(name)).catch(() => undefined)
    return { kind: 'failed', code: codeOf(error), names: placed }
  }
}
