import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readLake } from '../../src/adapters/lake/readLake'
import type { LakeManifest } from '../../src/application/lake/LakeManifest'
import type { LakePartition } from '../../src/application/lake/LakePartition'
import { runYihu } from '../cli/runYihu'

/** A practice county of one kind, exported into a lake of its own below a folder. `draw`: so many households, drawn. */
export async function exportedCounty(
  folder: string,
  kind: LakeManifest['kind'],
  { households, seed, draw }: { readonly households: number; readonly seed: number; readonly draw?: number },
): Promise<LakePartition> {
  const name = `${kind}-${seed}`
  const at = (file: string) => join(folder, name, file)
  const size = ['--households', String(households), '--seed', String(seed)]
  await run('practice', '--kind', kind, ...size, '--out', at('given'))
  const roster = ['--roster', at('given/roster.csv')]
  const answers = ['--answers', at('given/answers.jsonl'), '--as-of', '2020-12-31', '--region', 'west']
  const areas = ['--villages', at('given/villages.jsonl'), '--county', at('given/county.json')]
  const log = ['--log', at('log.json')]
  if (draw !== undefined)
    await run('sample', ...roster, '--seed', '一', '--size', String(draw), ...log, '--accept-rejected')
  await writeFile(at('salt'), `the salt of ${name}`)
  const drawn = draw === undefined ? [] : ['--sample', at('log.json')]
  const words = [
    ...roster,
    ...answers,
    ...(kind === 'census' ? areas : []),
    ...drawn,
    '--match-salt',
    at('salt'),
  ]
  await run('export', ...words, '--format', 'parquet', '--into', at('lake'))
  const lake = await readLake([at('lake')])
  const [partition] = lake.ok ? lake.value : []
  if (partition === undefined) throw new Error(JSON.stringify(lake))
  return partition
}

async function run(...words: readonly string[]): Promise<void> {
  const { code, stderr } = await runYihu(...words)
  if (code !== 0) throw new Error(`yihu ${words.join(' ')}: ${stderr}`)
}
