import { parseArgs } from 'node:util'
import type { CountUsage } from './countGiven'
import { EXPORT_OPTIONS, exportWordsOf, type ExportWords } from './exportWords'

export const EXPORT_LAKE_USAGE = `usage: yihu export --from DIR --format parquet --into DIR [--match-salt FILE] [--full-ids --by NAME --why TEXT] [--lang zh-CN|en]
       yihu export --roster FILE … --answers FILE.jsonl … (the words of yihu assess, of a census those of yihu census)
                   [--salt TEXT] --format parquet --into DIR …

Puts a project into a lake: Parquet files, a dataset each, below the folder by county and project, with a manifest. The same records again write
nothing; others replace those of this county and project. The folder is made where there is none; one with other files in it is refused.
Households and members have keyed hashes in place of their numbers. --match-salt: a file with the secret of whoever matches counties, at least 16
characters: people, telephones and photos then have the same key in every county written with it. Lists and answers without a sampling log need
--salt or --match-salt, since the terminal's own salt is known to everybody.
Names, ID numbers and telephones stay out unless --full-ids is given, with who asks and why: then they are a dataset of their own.`

/** What goes into a lake, and how. */
export interface ExportLakeUsage extends ExportWords {
  readonly given: CountUsage | null
  /** A file with the secret that people, telephones and photos are matched by. */
  readonly matchSalt: string | null
}

/** Whether an export is asked for into a lake. */
export function asksForLake(args: readonly string[]): boolean {
  return args.some(
    (word, at) => word === '--format=parquet' || (word === '--format' && args[at + 1] === 'parquet'),
  )
}

/** The command's words as settings; null where they are wrong, `full_ids` where who asks for ID numbers or why is missing. */
export function parseExportLakeUsage(args: readonly string[]): ExportLakeUsage | 'full_ids' | null {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        ...EXPORT_OPTIONS,
        villages: { type: 'string' },
        county: { type: 'string' },
        'match-salt': { type: 'string' },
      },
    })
    const { format, villages = null, county = null, 'match-salt': matchSalt = null, ...words } = values
    if (format !== 'parquet') return null
    const own = exportWordsOf(words)
    if (own === null || own === 'full_ids') return own
    if (own.given === null && (villages !== null || county !== null)) return null
    return { ...own, given: own.given && { ...own.given, villages, county }, matchSalt }
  } catch {
    return null
  }
}
