import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { SqlName } from '../../application/lake/LakeEngine'

/** A statement of `resources/sql`, for `fillSql`. */
export function sqlText(name: SqlName): string {
  return readFileSync(join(sqlFolder(import.meta.dirname), `${name}.sql`), 'utf8')
}

/** Sources and bundles of them lie at different depths below the program's folder. */
function sqlFolder(from: string): string {
  const folder = join(from, 'resources/sql')
  if (existsSync(folder)) return folder
  if (dirname(from) === from) throw new Error('no resources/sql above the program')
  return sqlFolder(dirname(from))
}
