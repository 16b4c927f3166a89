import { parseArgs } from 'node:util'
import { TABLE_FORMATS, type TableFormat } from '../adapters/datasets/dataFiles'
import type { HouseholdScope } from '../application/datasets/chooseHouseholds'
import { EXPORT_OPTIONS, exportWordsOf, type ExportWords } from './exportWords'

export const EXPORT_DATA_USAGE = `usage: yihu export --from DIR --format csv|jsonl|dta|sav --into DIR
                   [--household ID … | --village NAME …] [--full-ids --by NAME --why TEXT] [--lang zh-CN|en]
       yihu export --roster FILE … --answers FILE.jsonl … (the words of yihu assess) --format … --into DIR …

Writes the records as files of data: csv, dta (Stata 14 and later) and sav (SPSS), one file a table with labels in the language asked for, a
dictionary and what is to be known of them all beside them; jsonl, the files that yihu assess reads, nothing lost. docs/formats.md tells the tables.
--household, --village: only these. The folder is made where there is none; a file that is there already is never replaced.
ID numbers are masked (first 6 and last 4) unless --full-ids is given, with who asks and why. jsonl has answers as they were given, ID numbers in full.`

const FORMATS = [...TABLE_FORMATS, 'jsonl'] as const

/** How records are written as files of data. */
export interface ExportDataUsage extends ExportWords {
  readonly format: TableFormat | 'jsonl'
  readonly scope: HouseholdScope
}

/** Whether an export is asked for as files of data, rather than as a review workbook. */
export function asksForData(args: readonly string[]): boolean {
  return args.some((word) => /^--(format|into)(=|$)/.test(word))
}

/** The command's words as settings; null where they are wrong, `full_ids` where who asks for ID numbers or why is missing. */
export function parseExportDataUsage(args: readonly string[]): ExportDataUsage | 'full_ids' | null {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        ...EXPORT_OPTIONS,
        household: { type: 'string', multiple: true },
        village: { type: 'string', multiple: true },
      },
    })
    const { format: wanted, household = [], village = [], ...words } = values
    const format = FORMATS.find((each) => each === wanted)
    if (format === undefined || (household.length > 0 && village.length > 0)) return null
    const own = exportWordsOf(words)
    if (own === null || own === 'full_ids') return own
    return { ...own, format, scope: { households: household, villages: village } }
  } catch {
    return null
  }
}
