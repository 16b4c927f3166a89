import { parseArgs } from 'node:util'
import { LANGUAGES, type Language } from '../application/texts/Texts'
import type { AssessFiles } from '../application/review/assessFiles'
import { fullIdsIn, FULL_IDS_OPTIONS, type AskedIds } from './fullIdsWords'

export const EXPORT_USAGE = `usage: yihu export --from DIR [--out FILE.xlsx] [--answers FILE.jsonl] [--determinations FILE.jsonl]
                   [--totals FILE.json] [--sample LOG.json] [--fieldwork FILE.json] [--additional FILE.json] [--full-ids --by NAME --why TEXT] [--json]
                   [--lang zh-CN|en]

Judges what yihu merge united in a folder, by the project's own settings: the review workbook, or with --json the document of
yihu assess. --answers, --determinations, --totals, --sample (the log, with replacements), --fieldwork (households found, members
moved) and --additional (the additional questions) are files of yihu assess, which comes to the same figures with them, the lists, and the words that are told with --answers. No output may be a file of the folder's own. Workbooks mask ID numbers (first 6 and last 4) unless --full-ids is given, with who asks and why: the cover tells both.`

export interface ExportUsage {
  readonly from: string
  readonly out: string | null
  readonly files: AssessFiles
  /** Who asked for ID numbers in full, and why; null: they are masked. */
  readonly fullIds: AskedIds | null
  readonly json: boolean
  /** Everything is told, not only the first of each kind. */
  readonly isVerbose: boolean
  readonly language: Language
}

/** The command's words as settings; null where they are wrong, `full_ids` where who asks for ID numbers or why is missing. */
export function parseExportUsage(args: readonly string[]): ExportUsage | 'full_ids' | null {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        from: { type: 'string' },
        out: { type: 'string' },
        answers: { type: 'string' },
        determinations: { type: 'string' },
        totals: { type: 'string' },
        sample: { type: 'string' },
        fieldwork: { type: 'string' },
        additional: { type: 'string' },
        ...FULL_IDS_OPTIONS,
        json: { type: 'boolean' },
        verbose: { type: 'boolean' },
        lang: { type: 'string' },
      },
    })
    const language = LANGUAGES.find((each) => each === (values.lang ?? 'zh-CN'))
    if (values.from === undefined || language === undefined) return null
    const fullIds = fullIdsIn(values)
    if (fullIds === 'incomplete') return 'full_ids'
    return {
      from: values.from,
      out: values.out ?? null,
      files: {
        answers: values.answers ?? null,
        determinations: values.determinations ?? null,
        totals: values.totals ?? null,
        sample: values.sample ?? null,
        fieldwork: values.fieldwork ?? null,
        additional: values.additional ?? null,
      },
      fullIds,
      json: values.json ?? false,
      isVerbose: values.verbose ?? false,
      language,
    }
  } catch {
    return null
  }
}
