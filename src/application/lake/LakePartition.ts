import { manifestPath, type LakeManifest } from './LakeManifest'
import type { LakeName } from './lakeSchema'

/** One county's project of a lake, with the files that are its datasets by now. */
export interface LakePartition {
  /** The lake's folder, as it was given. */
  readonly folder: string
  readonly manifest: LakeManifest
  /** Where each dataset's file is to be read; a dataset without rows may have none. */
  readonly files: ReadonlyMap<LakeName, string>
}

/** Every file of a partition, its manifest among them. */
export function lakePaths({ folder, manifest, files }: LakePartition): readonly string[] {
  return [`${folder}/${manifestPath(manifest)}`, ...files.values()]
}
