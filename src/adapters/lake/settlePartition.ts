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
    const kept = named === undefined ? null : join(dir, named)
    const found = (await files.list(folder)).filter((each) => OWN_FILE.test(each))
    const paths = found.map((each) => join(folder, each))
    for (const path of paths)
      if (kept === null || (path !== kept && path !== kept + ASIDE)) await files.remove(path)
    if (kept !== null && paths.includes(kept + ASIDE)) await files.rename(kept + ASIDE, kept)
    if (found.length > 0) await files.syncFolder(folder)
  }
}
