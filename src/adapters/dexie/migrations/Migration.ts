import type { Transaction } from 'dexie'

/** One step of the database's layout. Never edited after release: what it did is on people's disks. */
export interface Migration {
  /** The database's version after it, counting from 1 without gaps. */
  readonly number: number
  readonly name: string
  /** Tables as Dexie writes them: primary key, then indexes. Only those that change; null drops a table. */
  readonly tables: Readonly<Record<string, string | null>>
  /** Brings the rows of the version before into this one's shape. */
  readonly upgrade?: (transaction: Transaction) => Promise<void>
}
