import { mkdtemp, rename, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readLake } from '../../../src/adapters/lake/readLake'
import { filePath, manifestPath, type LakeManifest } from '../../../src/application/lake/LakeManifest'
import { LAKE_VERSION } from '../../../src/application/lake/lakeSchema'
import { addPartition } from '../../builders/aLakeFolder'

const VILLAGES = { villages: { bytes: new Uint8Array([1, 2, 3]), rows: 1 } }

describe('the partitions of a lake', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yihu-lake-'))
  })
  afterEach(() => rm(folder, { recursive: true }))
  const add = (changes: Partial<LakeManifest>, below = 'one') =>
    addPartition(join(folder, below), changes, VILLAGES)
  const read = async (...below: readonly string[]) => {
    const lake = await readLake(below.map((name) => join(folder, name)))
    return lake.ok ? lake.value : lake.problems.map(({ code }) => code)
  }

  it('are those of the manifests, with the files they name', async () => {
    const manifest = await add({})
    const path = join(folder, 'one', filePath('villages', manifest))
    await writeFile(`${path}.other.parquet`, 'left by somebody')
    expect(await read('one')).toEqual([
      { folder: join(folder, 'one'), manifest, files: new Map([['villages', path]]) },
    ])
  })

  it('have a file that is not in its place yet beside it', async () => {
    const path = join(folder, 'one', filePath('villages', await add({})))
    await rename(path, `${path}.part`)
    expect(await read('one')).toMatchObject([{ files: new Map([['villages', `${path}.part`]]) }])
  })

  it('count once where two lakes have the same state', async () => {
    await add({})
    await add({}, 'two')
    expect(await read('one', 'two')).toHaveLength(1)
  })

  it('may be a census and an assessment of one county', async () => {
    await add({})
    await add({ kind: 'assessment', project: 'p2' })
    expect(await read('one')).toHaveLength(2)
  })

  it('are refused in two states, as two projects of a county, and by two editions of the tables', async () => {
    await add({})
    await add({ state: 'c'.repeat(64) }, 'two')
    await add({ project: 'p2' }, 'three')
    await add({ county: 'other', tables: 'd'.repeat(64) }, 'four')
    expect(await read('one', 'two')).toEqual(['lake_state_twice'])
    expect(await read('one', 'three')).toEqual(['lake_county_twice'])
    expect(await read('one', 'four')).toEqual(['lake_tables_differ'])
  })

  it('are refused where a folder has none, whether it is there or not', async () => {
    expect(await read('nowhere')).toEqual(['lake_empty'])
    expect(await read('.')).toEqual(['lake_empty'])
  })

  it('are refused where a file is missing or cut short', async () => {
    const path = join(folder, 'one', filePath('villages', await add({})))
    await truncate(path, 2)
    expect(await read('one')).toEqual(['lake_file_size'])
    await rm(path)
    expect(await read('one')).toEqual(['lake_file_missing'])
  })

  it.each([
    ['no JSON', () => '{', 'lake_manifest_damaged'],
    ['another document', () => JSON.stringify({ version: LAKE_VERSION }), 'lake_manifest_damaged'],
    ['of another version', () => JSON.stringify({ version: LAKE_VERSION - 1 }), 'lake_version_unknown'],
    [
      'of another county',
      (own: LakeManifest) => JSON.stringify({ ...own, county: 'x' }),
      'lake_manifest_damaged',
    ],
    [
      'naming files elsewhere',
      (own: LakeManifest) => JSON.stringify(own).replace(/"path":"[^"]*"/, '"path":"../../../etc/hostname"'),
      'lake_manifest_damaged',
    ],
  ])('are refused where a manifest is %s', async (_, textOf, code) => {
    const manifest = await add({})
    await writeFile(join(folder, 'one', manifestPath(manifest)), textOf(manifest))
    expect(await read('one')).toEqual([code])
  })
})
