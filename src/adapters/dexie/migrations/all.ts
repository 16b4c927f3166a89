import { firstTables } from './0001-first-tables'
import type { Migration } from './Migration'

/** Every step from an empty database to the current version, in order. */
export const MIGRATIONS: readonly Migration[] = [firstTables]
