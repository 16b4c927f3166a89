import Dexie from 'dexie'
import type { Migration } from './migrations/Migration'

/** Dexie keeps version n of its own count as n * 10 of IndexedDB's. */
const NATIVE_VERSIONS_PER_STEP = 10

export type DatabaseOpening =
  | { readonly kind: 'open'; readonly database: Dexie }
  | { readonly kind: 'missing' }
  | { readonly kind: 'newer' }

/**
 * Opens a database and brings it up to the last migration. Its version is read before it is opened, because Dexie opens
 * a database of a newer version without an error.
 */
export async function openDatabase(
  name: string,
  migrations: readonly Migration[],
  whenMissing: 'create' | 'leave',
): Promise<DatabaseOpening> {
  const found = (await indexedDB.databases()).find((database) => database.name === name)
  if (found === undefined && whenMissing === 'leave') return { kind: 'missing' }
  const latest = migrations.at(-1)?.number ?? 0
  if ((found?.version ?? 0) > latest * NATIVE_VERSIONS_PER_STEP) return { kind: 'newer' }
  // autoOpen would silently make an empty database when Chromium has removed ours.
  const database = new Dexie(name, { chromeTransactionDurability: 'strict', autoOpen: false })
  for (const { number, tables, upgrade } of migrations) {
    const version = database.version(number).stores({ ...tables })
    if (upgrade !== undefined) version.upgrade(upgrade)
  }
  await database.open()
  return { kind: 'open', database }
}
