import type { PostgresServer } from './PostgresServer'

/** A lock of the server that those who ask a lake share; who changes its tables waits for them here, before any table is locked. */
export const LAKE_LOCK = `hashtext('yihu lake')`

/** All that the work changes of a lake, or nothing of it; while nobody asks it. */
export async function inTransaction(server: PostgresServer, work: () => Promise<void>): Promise<void> {
  await server.query('BEGIN')
  try {
    await server.query(`SELECT pg_advisory_xact_lock(${LAKE_LOCK})`)
    await work()
    await server.query('COMMIT')
  } catch (error) {
    await server.query('ROLLBACK').catch(() => undefined)
    throw error
  }
}
