import type { PostgresServer } from './PostgresServer'

/** All that the work asks of the server, or nothing of it. */
export async function inTransaction(server: PostgresServer, work: () => Promise<void>): Promise<void> {
  await server.query('BEGIN')
  try {
    await work()
    await server.query('COMMIT')
  } catch (error) {
    await server.query('ROLLBACK').catch(() => undefined)
    throw error
  }
}
