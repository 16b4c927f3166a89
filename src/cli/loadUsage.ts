import { parseArgs } from 'node:util'
import { postgresAddress } from '../adapters/lake/postgres/postgresAddress'
import { LANGUAGES, type Language } from '../application/texts/Texts'

export const LOAD_USAGE = `usage: yihu load --from DIR … --into postgres://USER@HOST[:PORT]/DATABASE … [--coordinate postgres://…]
                 [--json] [--verbose] [--lang zh-CN|en]
       yihu load --coordinate postgres://… --into postgres://… …

Loads lakes (yihu export --format parquet) into PostgreSQL 15 or later, into the schema yihu, which is made if need be. A county is loaded
wholly or not at all; one that is there in the same state is passed over, in another it is replaced. --from and --into may be given several
times: counties are spread over the databases, each stays where it is. --coordinate makes a further database give the counties of all of
them as its own (postgres_fdw); without --from nothing is loaded. Better than in the address, a password stands in PGPASSWORD or ~/.pgpass.
docs/lake.md tells how the servers are set up.`

export interface LoadUsage {
  /** Lakes; none where servers are only coordinated. */
  readonly from: readonly string[]
  /** Addresses of the databases that keep rows. */
  readonly into: readonly string[]
  readonly coordinate: string | null
  readonly json: boolean
  /** Everything is told, not only the first of each kind. */
  readonly isVerbose: boolean
  readonly language: Language
}

/** The command's words as settings; null where they are wrong. */
export function parseLoadUsage(args: readonly string[]): LoadUsage | null {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        from: { type: 'string', multiple: true },
        into: { type: 'string', multiple: true },
        coordinate: { type: 'string' },
        json: { type: 'boolean' },
        verbose: { type: 'boolean' },
        lang: { type: 'string' },
      },
    })
    const { from = [], into = [], coordinate = null } = values
    const language = LANGUAGES.find((each) => each === (values.lang ?? 'zh-CN'))
    if (language === undefined || into.length === 0 || (from.length === 0 && coordinate === null)) return null
    const places = [...into, ...(coordinate === null ? [] : [coordinate])].map(
      (each) => postgresAddress(each)?.place,
    )
    if (places.includes(undefined) || new Set(places).size < places.length) return null
    return {
      from,
      into,
      coordinate,
      json: values.json ?? false,
      isVerbose: values.verbose ?? false,
      language,
    }
  } catch {
    return null
  }
}
