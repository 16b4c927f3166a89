import { beforeEach, describe, expect, it } from 'vitest'
import { MIGRATIONS } from '../../../src/adapters/dexie/migrations/all'
import type { Migration } from '../../../src/adapters/dexie/migrations/Migration'
import { openDatabase } from '../../../src/adapters/dexie/openDatabase'

let name: string
beforeEach(() => {
  name = `test-${crypto.randomUUID()}`
})

describe('openDatabase', () => {
  it('refuses a database of a newer version and leaves it as it was', async () => {
    await makeNative(name, (MIGRATIONS.length + 1) * 10)
    expect(await openDatabase(name, MIGRATIONS, 'create')).toEqual({ kind: 'newer' })
    expect(await versionOf(name)).toBe((MIGRATIONS.length + 1) * 10)
  })

  it('leaves no database behind when it looks for one that is missing', async () => {
    expect(await openDatabase(name, MIGRATIONS, 'leave')).toEqual({ kind: 'missing' })
    expect(await versionOf(name)).toBeUndefined()
  })

  it('brings a database of the version before up with its rows, one named step at a time', async () => {
    const before = await opened(MIGRATIONS)
    await before.table('summaries').put({ group: 'g', sealed: Uint8Array.of(1, 2) })
    before.close()
    const nextStep: Migration = {
      number: MIGRATIONS.length + 1,
      name: 'a-step-of-this-test',
      tables: { summaries: 'group, year' },
      upgrade: (transaction) =>
        transaction
          .table('summaries')
          .toCollection()
          .modify({ year: 2020 })
          .then(() => undefined),
    }
    const after = await opened([...MIGRATIONS, nextStep])
    expect(await after.table('summaries').where('year').equals(2020).toArray()).toEqual([
      { group: 'g', sealed: Uint8Array.of(1, 2), year: 2020 },
    ])
    after.close()
    expect(await openDatabase(name, MIGRATIONS, 'create')).toEqual({ kind: 'newer' })
  })

  it('numbers its migrations from 1 without gaps', () => {
    expect(MIGRATIONS.map((migration) => migration.number)).toEqual(MIGRATIONS.map((_, index) => index + 1))
  })
})

async function opened(migrations: readonly Migration[]) {
  const opening = await openDatabase(name, migrations, 'create')
  if (opening.kind !== 'open') throw new Error(opening.kind)
  return opening.database
}

function makeNative(databaseName: string, version: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(databaseName, version)
    opening.onerror = () => reject(opening.error ?? new Error('not opened'))
    opening.onsuccess = () => {
      opening.result.close()
      resolve()
    }
  })
}

async function versionOf(databaseName: string): Promise<number | undefined> {
  return (await indexedDB.databases()).find((database) => database.name === databaseName)?.version
}
