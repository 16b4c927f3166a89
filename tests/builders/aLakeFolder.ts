import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import {
  filePath,
  manifestPath,
  type LakeFile,
  type LakeManifest,
} from '../../src/application/lake/LakeManifest'
import { LAKE_VERSION, type LakeName } from '../../src/application/lake/lakeSchema'

/** A manifest of a made-up county; `files` come from `addPartition`. */
export function aManifest(changes: Partial<LakeManifest> = {}): LakeManifest {
  return {
    format: 'yihu-lake',
    version: LAKE_VERSION,
    kind: 'census',
    county: '甲省-乙县',
    project: 'p1',
    province: '甲省',
    countyName: '乙县',
    state: 'a'.repeat(64),
    standards: '2020',
    instruments: [1],
    tables: 'b'.repeat(64),
    sampling: null,
    matching: null,
    fullIds: null,
    writtenAt: '2020-09-01T00:00:00.000Z',
    files: {},
    ...changes,
  }
}

/** Adds a partition to a lake's folder: the files, of whatever bytes, and the manifest that names them. */
export async function addPartition(
  folder: string,
  changes: Partial<LakeManifest>,
  contents: Partial<Record<LakeName, { bytes: Uint8Array; rows: number }>>,
): Promise<LakeManifest> {
  const bare = aManifest(changes)
  const files: Partial<Record<LakeName, LakeFile>> = {}
  for (const [name, { bytes, rows }] of Object.entries(contents) as [
    LakeName,
    { bytes: Uint8Array; rows: number },
  ][]) {
    const path = filePath(name, bare)
    await writeBelow(folder, path, bytes)
    files[name] = {
      path,
      rows,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    }
  }
  const manifest = { ...bare, files }
  await writeBelow(folder, manifestPath(manifest), JSON.stringify(manifest))
  return manifest
}

async function writeBelow(folder: string, path: string, content: Uint8Array | string): Promise<void> {
  const place = join(folder, path)
  await mkdir(dirname(place), { recursive: true })
  await writeFile(place, content)
}
