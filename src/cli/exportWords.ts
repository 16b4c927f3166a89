import { LANGUAGES, type Language } from '../application/texts/Texts'
import { ASSESS_OPTIONS, assessUsageOf, type AssessUsage, type AssessValues } from './assessUsage'
import { fullIdsIn, type AskedIds } from './fullIdsWords'

/** The words of every export of records into a folder: those of yihu assess among them, for lists and answers. */
export const EXPORT_OPTIONS = {
  ...ASSESS_OPTIONS,
  from: { type: 'string' },
  format: { type: 'string' },
  into: { type: 'string' },
} as const

/** What is exported, and where to. */
export interface ExportWords {
  /** The folder that is read; null: lists and answers. */
  readonly from: string | null
  readonly given: AssessUsage | null
  readonly into: string
  /** Who asked for ID numbers in full, and why; null: they stay masked or out. */
  readonly fullIds: AskedIds | null
  readonly isVerbose: boolean
  readonly language: Language
}

/** The words as settings; null where they are wrong, `full_ids` where who asks for ID numbers or why is missing. */
export function exportWordsOf({
  from,
  into,
  ...words
}: AssessValues & { readonly from?: string | undefined; readonly into?: string | undefined }):
  ExportWords | 'full_ids' | null {
  const language = LANGUAGES.find((each) => each === (words.lang ?? 'zh-CN'))
  if (into === undefined || language === undefined) return null
  if (words.out !== undefined || words.json === true) return null
  const fullIds = fullIdsIn(words)
  if (fullIds === 'incomplete') return 'full_ids'
  const given = from === undefined ? assessUsageOf(words) : null
  if (given === 'full_ids') return given
  if (from === undefined ? given === null : hasMore(words)) return null
  return { from: from ?? null, given, into, fullIds, isVerbose: words.verbose ?? false, language }
}

/** Words of yihu assess that a folder has no need of: its own settings hold. */
function hasMore(words: object): boolean {
  const taken = ['full-ids', 'by', 'why', 'verbose', 'lang']
  return Object.keys(words).some((word) => !taken.includes(word))
}
