import { parseArgs } from 'node:util'
import { TERMINAL_SALT } from '../application/project/terminalSalt'
import { LANGUAGES, type Language } from '../application/texts/Texts'
import { isIsoDate } from '../domain/shared/calendar'
import { fullIdsIn, FULL_IDS_OPTIONS, type AskedIds } from './fullIdsWords'

export const RECONCILE_USAGE = `usage: yihu reconcile --roster FILE [--roster FILE …] --list FILE [--list FILE …] --source NAME --date YYYY-MM-DD
                   [--hidden-sheet NAME …] [--out FILE.xlsx] [--full-ids --by NAME --why TEXT] [--json] [--verbose]
                   [--salt TEXT] [--lang zh-CN|en]

Holds another list of people (recipients of the allowance, the insured, pupils) against the register: who is on both, by ID number, then by
name and village; where the two differ; who is on one of them alone; and of whom it cannot be told. Nothing is decided by it.
--source, --date: whose list of whom, and the day it was true. --out: a workbook with a sheet a group. ID numbers are masked (first 6 and
last 4) unless --full-ids is given, with who asks and why.`

export interface ReconcileUsage {
  readonly rosters: readonly string[]
  readonly lists: readonly string[]
  readonly source: string
  readonly date: string
  readonly hiddenSheets: readonly string[]
  readonly out: string | null
  readonly fullIds: AskedIds | null
  readonly json: boolean
  readonly isVerbose: boolean
  readonly salt: string
  readonly language: Language
}

/** The command's words as settings; null where they are wrong, `full_ids` where who asks for ID numbers or why is missing. */
export function parseReconcileUsage(args: readonly string[]): ReconcileUsage | 'full_ids' | null {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        roster: { type: 'string', multiple: true },
        list: { type: 'string', multiple: true },
        source: { type: 'string' },
        date: { type: 'string' },
        'hidden-sheet': { type: 'string', multiple: true },
        out: { type: 'string' },
        ...FULL_IDS_OPTIONS,
        json: { type: 'boolean' },
        verbose: { type: 'boolean' },
        salt: { type: 'string' },
        lang: { type: 'string' },
      },
    })
    const { roster, list, source = '', date = '' } = values
    const language = LANGUAGES.find((each) => each === (values.lang ?? 'zh-CN'))
    if (!roster || !list || language === undefined || source.trim() === '' || !isIsoDate(date)) return null
    const fullIds = fullIdsIn(values)
    if (fullIds === 'incomplete') return 'full_ids'
    return {
      rosters: roster,
      lists: list,
      source: source.trim(),
      date,
      hiddenSheets: values['hidden-sheet'] ?? [],
      out: values.out ?? null,
      fullIds,
      json: values.json ?? false,
      isVerbose: values.verbose ?? false,
      salt: values.salt ?? TERMINAL_SALT,
      language,
    }
  } catch {
    return null
  }
}
