import { spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ended, runYihu, SOURCE_ENTRY } from './runYihu'

it('writes the same files from its sources, as `npx yihu` starts it, as from the bundle of the other tests', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'yihu-entry-'))
  const words = (name: string) => [
    'practice',
    '--households',
    '6',
    '--seed',
    '3',
    '--out',
    join(folder, name),
  ]
  const ran = [
    await ended(spawn(process.execPath, [SOURCE_ENTRY, ...words('sources')])),
    await runYihu(...words('bundle')),
  ]
  expect(ran.map(({ code }) => code)).toEqual([0, 0])
  const names = await readdir(join(folder, 'sources'))
  expect(names).toContain('roster.xlsx')
  expect(await readdir(join(folder, 'bundle'))).toEqual(names)
  for (const name of names)
    expect(await readFile(join(folder, 'bundle', name)), name).toEqual(
      await readFile(join(folder, 'sources', name)),
    )
  await rm(folder, { recursive: true })
}, 60_000)
