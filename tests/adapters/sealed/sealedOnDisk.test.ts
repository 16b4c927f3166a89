import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { DISK } from '../../../electron/disk/files'
import { PROCESSES } from '../../../electron/disk/processes'
import { MemoryIndexShelf } from '../../../src/adapters/memory/MemoryIndexShelf'
import { directJournals } from '../../contracts/directJournals'
import { aShelf, sealedHarness } from '../../contracts/sealedHarness'
import { secretsIn, workWithSecrets } from '../../contracts/sealedProject'

it('leaves no readable name, ID number, household, question or answer in the journal’s folder', async () => {
  const above = await mkdtemp(join(tmpdir(), 'yihu-sealed-'))
  const shelf = aShelf({ indexes: new MemoryIndexShelf(), journals: directJournals(DISK, PROCESSES, above) })
  const store = await sealedHarness(() => shelf).create()
  await workWithSecrets(store)
  await store.close()
  const paths = (await readdir(above, { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  )
  const files = await Promise.all(paths.map((entry) => readFile(join(entry.parentPath, entry.name))))
  expect(paths.map((entry) => entry.name).sort()).toEqual(
    expect.arrayContaining(['journal.log', 'project.json', expect.stringMatching(/^[0-9a-f]{32}$/)]),
  )
  expect(files.flatMap(secretsIn)).toEqual([])
  expect(paths.flatMap((entry) => secretsIn(Buffer.from(entry.name)))).toEqual([])
  await rm(above, { recursive: true })
})
