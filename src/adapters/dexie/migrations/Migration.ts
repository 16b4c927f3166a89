import type { Transaction } from 'dexie'

/** One step of the database's layout. Never edited after release: its result is on users' disks. */
export interface Migration {
  /** The database's version after it, counting from 1 without gaps. */
  readonly number: number
  readonly name: string
  /** Tables as Dexie writes them: primary key, then indexes. Only those that change; null drops a table. */
  readonly tables: Readonly<Record<string, string | null>>
  /** Converts the rows of the version before. */
  readonly upgrade?: (transaction: Transaction) => Promise<void>
}
