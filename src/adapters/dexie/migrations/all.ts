import { firstTables } from './0001-first-tables'
import type { Migration } from './Migration'

/** Every step from nothing to today, in order. */
export const MIGRATIONS: readonly Migration[] = [firstTables]
