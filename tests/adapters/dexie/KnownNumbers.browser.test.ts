import { expect, it } from 'vitest'
import { DexieIndex } from '../../../src/adapters/dexie/DexieIndex'
import { MIGRATIONS } from '../../../src/adapters/dexie/migrations/all'
import type { StoredHousehold } from '../../../src/adapters/sealed/SealedIndex'
import { openDatabase } from '../../../src/adapters/dexie/openDatabase'

const replica = 'a'.repeat(32)

it('knows only the numbers of transactions that came through, when one fails among others made at once', async () => {
  const index = await anIndex()
  await index.commit({ known: [[replica, [1]]] })
  const row = { position: 1, entity: 'e', scope: 's', sealed: Uint8Array.of(1) }
  const unkeyable = { sealedName: Uint8Array.of(1) } as unknown as StoredHousehold
  const all = await Promise.allSettled([
    index.commit({ known: [[replica, [2]]] }),
    index.commit({ rows: [row], known: [[replica, [3]]], households: [unkeyable] }),
    index.commit({ known: [[replica, [4]]] }),
  ])
  expect(all.map((one) => one.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  await index.commit({ known: [[replica, [5]]] })
  await index.commit({ known: [[replica, [6]]] })
  expect(await index.replicas()).toEqual([
    [
      replica,
      [
        [1, 2],
        [4, 6],
      ],
    ],
  ])
  expect(await index.lastPosition()).toBe(0)
  await index.close()
})

async function anIndex(): Promise<DexieIndex> {
  const opening = await openDatabase(`test-${crypto.randomUUID()}`, MIGRATIONS, 'create')
  if (opening.kind !== 'open') throw new Error(opening.kind)
  return new DexieIndex(opening.database, () => undefined)
}
