import { dirname, join } from 'node:path'
import type { FileLayer } from '../../../electron/disk/files'
import { filePath, type LakeManifest } from '../../application/lake/LakeManifest'
import { LAKE_NAMES } from '../../application/lake/lakeSchema'

/** What is added to a file's name until its manifest names it and no older one stands beside it. */
export const ASIDE = '.part'

/** Files that exports made; whatever else lies in the folders is somebody's own. */
const OWN_FILE = /^[0-9a-f]{16}\.parquet(\.part)?$/

/** A partition, as its folders are named. */
export type Partition = Pick<LakeManifest, 'county' | 'project'>

/**
 * Makes the files of a partition those of its manifest, as the last step of an export and the first of the next: older ones go, then
 * new ones get their names, so that in no dataset two stand side by side. Without a manifest none of them counts. May be done again at any time.
 */
export async function settlePartition(
  files: FileLayer,
  dir: string,
  partition: Partition,
  manifest: LakeManifest | null,
): Promise<void> {
  for (const name of LAKE_NAMES) {
    const folder = join(dir, dirname(filePath(name, { ...partition, state: '' })))
    const named = manifest?.files[name]?.path
    await settleFolder(files, folder, named === undefined ? null : join(dir, named))
  }
}

/** `kept`: the file that stays. */
async function settleFolder(files: FileLayer, folder: string, kept: string | null): Promise<void> {
  const found = (await files.list(folder)).filter((name) => OWN_FILE.test(name))
  const paths = found.map((name) => join(folder, name))
  const aside = paths.find((path) => kept !== null && path === kept + ASIDE)
  const others = paths.filter((path) => path !== kept && path !== aside)
  for (const path of others) await files.remove(path)
  if (others.length > 0) await files.syncFolder(folder)
  if (kept !== null && aside !== undefined) await giveName(files, aside, kept)
}

/** First a second name, made durable, then the first is taken away: no power cut leaves none. */
async function giveName(files: FileLayer, aside: string, path: string): Promise<void> {
  if ((await files.link(aside, path)) === 'unsupported') await files.rename(aside, path)
  else {
    await files.syncFolder(dirname(path))
    await files.remove(aside)
  }
  await files.syncFolder(dirname(path))
}
