import { attachmentHash } from '../adapters/crypto/attachmentHash'
import { readFileBytes } from '../adapters/files/readFileBytes'
import type { FolderStore } from '../adapters/folder/FolderStore'
import type { KeyFile } from '../adapters/package/keyFile'
import { KNOWN_FORMS } from '../adapters/resources/instruments'
import { rulesOf } from '../adapters/resources/rulesOf'
import type { MergeAccepted } from '../application/team/merge/acceptPackage'
import { mergeOneByOne, type MergedPackages, type MergeStep } from '../application/team/merge/mergeOneByOne'
import type { PackageFile } from '../application/team/packages/packageFiles'
import type { TeamPort } from '../application/team/TeamPort'
import { refusals, success, type Result } from '../domain/shared/Result'
import { fileProblem } from './fileProblem'
import { shownNames } from './shownNames'

/** Merges packages of these paths into a folder: see `mergeOneByOne`. */
export function mergeFolder(
  store: FolderStore,
  paths: readonly string[],
  { identity }: KeyFile,
  port: TeamPort,
  accepted: MergeAccepted,
  tell?: (step: MergeStep) => void,
): Promise<Result<MergedPackages>> {
  return mergeOneByOne(store, packageFiles(paths), accepted, {
    port,
    identity,
    forms: KNOWN_FORMS,
    rulesOf,
    hashOf: attachmentHash,
    now: () => new Date().toISOString(),
    ...(tell && { tell }),
  })
}

function packageFiles(paths: readonly string[]): readonly PackageFile[] {
  const names = shownNames(paths)
  return paths.map((path, index) => ({ file: names[index] as string, read: () => readPackage(path) }))
}

async function readPackage(path: string): Promise<Result<Uint8Array>> {
  try {
    return success(await readFileBytes(path))
  } catch (error) {
    return refusals([fileProblem(error)])
  }
}
