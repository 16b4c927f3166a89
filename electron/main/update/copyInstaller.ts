import { join } from 'node:path'
import { copyBytes } from '../../disk/copyBytes'
import { codeOf, type FileLayer } from '../../disk/files'
import type { ReadableFile } from '../../disk/openToRead'
import type { UpdateRefusal } from '../../ipc-contract'
import type { UpdateHead } from './updateFormat'

export type InstallerCopy =
  | { readonly kind: 'copied'; readonly path: string }
  | { readonly kind: 'refused'; readonly refusal: UpdateRefusal }

/**
 * Copies the installer out of an update file into `folder`, in place of what an earlier update left there. It is hashed on its way:
 * what is not, byte for byte, what was signed is removed again and refused, as is a copy that the disk does not take.
 */
export async function copyInstaller(
  files: FileLayer,
  update: ReadableFile,
  { manifest, installerAt }: UpdateHead,
  folder: string,
  onPart: (bytes: number) => void,
): Promise<InstallerCopy> {
  const { name, size, sha256 } = manifest.installer
  const path = join(folder, name)
  try {
    await files.makeFolder(folder)
    for (const left of await files.list(folder)) await files.remove(join(folder, left))
    const span = { start: installerAt, end: installerAt + size }
    const copied = await copyBytes(files, update, span, `${path}.part`, onPart)
    if (copied !== sha256) {
      await files.remove(`${path}.part`)
      return refused('update_changed', {})
    }
    await files.rename(`${path}.part`, path)
    await files.syncFolder(folder)
    return { kind: 'copied', path }
  } catch (error) {
    return refused('update_not_copied', { code: codeOf(error) })
  }
}

function refused(code: UpdateRefusal['code'], details: UpdateRefusal['details']): InstallerCopy {
  return { kind: 'refused', refusal: { code, details } }
}
