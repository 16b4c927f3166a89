import { parseArgs } from 'node:util'
import { TABLE_FORMATS, type TableFormat } from '../adapters/datasets/dataFiles'
import type { HouseholdScope } from '../application/datasets/chooseHouseholds'
import { LANGUAGES, type Language } from '../application/texts/Texts'
import { ASSESS_OPTIONS, assessUsageOf, type AssessUsage } from './assessUsage'
import { fullIdsIn, type AskedIds } from './fullIdsWords'

export const EXPORT_DATA_USAGE = `usage: yihu export --from DIR --format csv|jsonl|dta|sav --into DIR
                   [--household ID … | --village NAME …] [--full-ids --by NAME --why TEXT] [--lang zh-CN|en]
       yihu export --roster FILE … --answers FILE.jsonl … (the words of yihu assess) --format … --into DIR …

Writes the records as files of data: csv, dta (Stata 14 and later) and sav (SPSS), one file a table with labels in the language asked for, a
dictionary and what is to be known of them all beside them; jsonl, the files that yihu assess reads, nothing lost. docs/formats.md tells the tables.
--household, --village: only these. The folder is made where there is none; a file that is there already is never replaced.
ID numbers are masked (first 6 and last 4) unless --full-ids is given, with who asks and why. jsonl has answers as they were given, ID numbers in full.`

const FORMATS = [...TABLE_FORMATS, 'jsonl'] as const

/** How records are written as files of data. */
export interface ExportDataUsage {
  /** The folder that is read; null: lists and answers. */
  readonly from: string | null
  readonly given: AssessUsage | null
  readonly format: TableFormat | 'jsonl'
  readonly into: string
  readonly scope: HouseholdScope
  /** Who asked for ID numbers in full, and why; null: they are masked. */
  readonly fullIds: AskedIds | null
  readonly isVerbose: boolean
  readonly language: Language
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
        ...ASSESS_OPTIONS,
        from: { type: 'string' },
        format: { type: 'string' },
        into: { type: 'string' },
        household: { type: 'string', multiple: true },
        village: { type: 'string', multiple: true },
      },
    })
    const { from, format: wanted, into, household = [], village = [], ...words } = values
    const format = FORMATS.find((each) => each === wanted)
    const language = LANGUAGES.find((each) => each === (values.lang ?? 'zh-CN'))
    if (format === undefined || into === undefined || language === undefined) return null
    if (household.length > 0 && village.length > 0) return null
    if (values.out !== undefined || values.json === true) return null
    const fullIds = fullIdsIn(values)
    if (fullIds === 'incomplete') return 'full_ids'
    const given = from === undefined ? assessUsageOf(words) : null
    if (given === 'full_ids') return given
    if (from === undefined ? given === null : hasMore(words)) return null
    const scope = { households: household, villages: village }
    const isVerbose = values.verbose ?? false
    return { from: from ?? null, given, format, into, scope, fullIds, isVerbose, language }
  } catch {
    return null
  }
}

/** Words of yihu assess that a folder has no need of: its own settings hold. */
export function hasMore(words: object): boolean {
  const taken = ['full-ids', 'by', 'why', 'verbose', 'lang']
  return Object.keys(words).some((word) => !taken.includes(word))
}
