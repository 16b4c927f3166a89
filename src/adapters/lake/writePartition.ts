import { dirname, join } from 'node:path'
import { replaceFile, writeAside, type FileLayer } from '../../../electron/disk/files'
import type { Processes } from '../../../electron/disk/processes'
import { takeFolderLock } from '../../../electron/disk/takeFolderLock'
import {
  filePath,
  manifestPath,
  manifestText,
  parseManifest,
  type LakeManifest,
} from '../../application/lake/LakeManifest'
import { manifestOf, type LakeTables, type ManifestFacts } from '../../application/lake/manifestOf'
import { LAKE_VERSION } from '../../application/lake/lakeSchema'
import { refusal, success, type Result } from '../../domain/shared/Result'
import { withFile } from '../files/FileTrouble'
import { ASIDE, settlePartition } from './settlePartition'

/** `same`: the records are there already. `renewed`: they are, and only what is said of them is another. */
export type Written = 'added' | 'replaced' | 'renewed' | 'same'

/** The machine's, or a test's. */
export interface LakeDisk {
  readonly files: FileLayer
  readonly processes: Processes
}

/**
 * Writes a partition: new files aside, then its manifest, then older files go and new ones get their names. The manifest is what counts: a stop
 * anywhere leaves the old partition or the new one, whole, and the next export finishes what was left. Refused: `lake_folder_foreign` (other
 * files lie in the folder), `lake_partition_busy`, `lake_newer`. Throws `FileTrouble`.
 */
export async function writePartition(
  { files, processes }: LakeDisk,
  dir: string,
  facts: ManifestFacts,
  made: LakeTables,
): Promise<Result<Written>> {
  return withFile('write', dir, async () => {
    if (await isForeign(files, dir)) return refusal('lake_folder_foreign', dir)
    const path = join(dir, manifestPath(facts))
    await files.makeFolder(dirname(path))
    const locking = await takeFolderLock(files, dirname(path), processes)
    if (locking.kind === 'held') return refusal('lake_partition_busy', dirname(path))
    try {
      const known = await manifestAt(files, path)
      if (known === 'newer') return refusal('lake_newer', path)
      await settlePartition(files, dir, facts, known)
      return success(await writeNew(files, dir, manifestOf(facts, made), made, known))
    } finally {
      await locking.lock.letGo()
    }
  })
}

async function writeNew(
  files: FileLayer,
  dir: string,
  manifest: LakeManifest,
  { tables }: LakeTables,
  known: LakeManifest | null,
): Promise<Written> {
  const areThere = known?.state === manifest.state && (await hasFiles(files, dir, known))
  if (areThere && isSaidAlike(known, manifest)) return 'same'
  // Files that are there may have been compressed by another version of this program: what is said of them stays.
  const said = areThere ? { ...manifest, files: known.files } : manifest
  if (!areThere)
    for (const { name, parts } of tables) {
      const path = join(dir, filePath(name, manifest))
      await files.makeFolder(dirname(path))
      await writeAside(files, path + ASIDE, joined(parts))
      await files.syncFolder(dirname(path))
    }
  await replaceFile(files, join(dir, manifestPath(said)), new TextEncoder().encode(manifestText(said)))
  if (areThere) return 'renewed'
  await settlePartition(files, dir, manifest, manifest)
  return known === null ? 'added' : 'replaced'
}

/** A folder with something in it is a lake if it has manifests. */
async function isForeign(files: FileLayer, dir: string): Promise<boolean> {
  const names = await files.list(dir)
  return names.some((name) => !name.startsWith('.')) && !names.includes('manifests')
}

/** One that cannot be read counts for nothing, and is replaced. */
async function manifestAt(files: FileLayer, path: string): Promise<LakeManifest | null | 'newer'> {
  const bytes = await files.read(path)
  if (bytes === undefined) return null
  try {
    const json: unknown = JSON.parse(new TextDecoder().decode(bytes))
    return parseManifest(json) ?? (isOfLaterVersion(json) ? 'newer' : null)
  } catch {
    return null
  }
}

function isOfLaterVersion(json: unknown): boolean {
  if (typeof json !== 'object' || json === null || !('version' in json)) return false
  return typeof json.version === 'number' && json.version > LAKE_VERSION
}

async function hasFiles(files: FileLayer, dir: string, manifest: LakeManifest): Promise<boolean> {
  for (const { path, bytes } of Object.values(manifest.files)) {
    const file = await files.open(join(dir, path), 'existing')
    if (file === undefined) return false
    const size = await file.size()
    await file.close()
    if (size !== bytes) return false
  }
  return true
}

/** Whether two manifests say the same, whenever that was. */
function isSaidAlike(one: LakeManifest, other: LakeManifest): boolean {
  return timeless(one) === timeless(other)
}

function timeless({ fullIds, ...manifest }: LakeManifest): string {
  const said = { ...manifest, writtenAt: '', files: {}, fullIds: fullIds && { ...fullIds, at: '' } }
  return JSON.stringify(Object.entries(said).toSorted(([one], [other]) => (one < other ? -1 : 1)))
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : new Uint8Array(Buffer.concat(parts))
}
