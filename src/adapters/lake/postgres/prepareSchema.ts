import type { CompiledTable } from '../../../domain/programmes/census/tables/CompiledTable'
import { groupBy } from '../../../domain/shared/groupBy'
import { inTransaction } from './inTransaction'
import { LAKE_SCHEMA, schemaStatements, type ServerRole } from './lakeDdl'
import type { PostgresServer } from './PostgresServer'

/** Makes what the schema of a server lacks. */
export async function prepareSchema(
  server: PostgresServer,
  tables: readonly CompiledTable[],
  role: ServerRole,
): Promise<void> {
  const rows = await server.query(
    'SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = $1',
    [LAKE_SCHEMA],
  )
  const columns = groupBy(rows, ({ table_name }) => String(table_name))
  const columnsOf = (table: string) => {
    const own = columns.get(table)
    return own && new Set(own.map(({ column_name }) => String(column_name)))
  }
  const statements = schemaStatements(tables, columnsOf, role)
  if (statements.length === 0) return
  await inTransaction(server, async () => {
    for (const statement of statements) await server.query(statement)
  })
}
