import { parseArgs } from 'node:util'
import { LANGUAGES, type Language } from '../application/texts/Texts'
import type { DenominatorReading } from '../domain/programmes/assessment/measures/Measure'
import { parseIncomeWindow } from '../domain/standards/incomeWindow'
import type { IncomeWindow } from '../domain/standards/Standards'
import { fullIdsIn, FULL_IDS_OPTIONS, type AskedIds } from './fullIdsWords'

export interface AssessUsage {
  readonly rosters: readonly string[]
  readonly hiddenSheets: readonly string[]
  readonly answers: string
  readonly asOf: string
  readonly region: string
  readonly incomeWindow?: IncomeWindow
  readonly totals: string | null
  readonly determinations: string | null
  readonly reading: DenominatorReading | null
  readonly areVillagesDrawn: boolean
  /** What keys are made with; null: what the sampling log says, else the terminal's own. */
  readonly salt: string | null
  /** Documented values that a project chose over the defaults, by parameter. */
  readonly chosen?: Readonly<Record<string, number | string>>
  /** Sampling log that says how each household was drawn. */
  readonly sample: string | null
  /** Households found and members moved in the field, which the list lacks. */
  readonly fieldwork: string | null
  /** XLSForm with additional groups of questions. */
  readonly additional: string | null
  readonly out: string | null
  readonly json: boolean
  /** Everything is told, not only the first of each kind. */
  readonly isVerbose: boolean
  /** Who asked for ID numbers in full, and why; null: they are masked. */
  readonly fullIds: AskedIds | null
  readonly language: Language
}

const READINGS: readonly DenominatorReading[] = ['interviewed', 'sampled_villages']

/** The words that decide what is judged, and how. */
export const ASSESS_OPTIONS_USAGE = `--roster FILE [--roster FILE …] [--hidden-sheet NAME …] --answers FILE.jsonl --as-of YYYY-MM-DD
                   --region central|west|CODE [--income-window YYYY-MM:YYYY-MM]
                   [--chosen NAME=VALUE …] [--salt TEXT]
                   [--totals FILE.json] [--determinations FILE.jsonl]
                   [--omission-reading interviewed|sampled_villages] [--drawn households|villages | --sample LOG.json]
                   [--fieldwork FILE.json] [--additional XLSFORM.xlsx|FILE.json]`

export const ASSESS_USAGE = `usage: yihu assess ${ASSESS_OPTIONS_USAGE}
                   [--out FILE.xlsx] [--full-ids --by NAME --why TEXT] [--json] [--verbose] [--lang zh-CN|en]

The income window is twelve whole months, over on --as-of; left out, it is the last twelve that are over then.
--totals: the county's persons, for poverty incidence; --determinations: what people decided of suspicions.
--omission-reading: whom the deciding omission rate divides by; left out, it decides where both readings agree.
--drawn: what was sampled, for the intervals; left out, households. --sample: a log of yihu sample or yihu export, for weights too; keys are made with its salt.
--fieldwork: households found and members moved in the field, of yihu export.
--additional: groups of questions besides the standard form, of an XLSForm or of yihu export; they judge nothing.
--salt: what a project's keys are made with; --chosen: documented values that it chose. yihu export tells both.
Files of text in UTF-8, UTF-16 or GB18030. What is wrong with the roster is told with the result. --out may be none of the files
that are read. Workbooks mask ID numbers (first 6 and last 4) unless --full-ids is given, with who asks and why: the cover tells both.`

/** The words themselves. */
export const ASSESS_OPTIONS = {
  roster: { type: 'string', multiple: true },
  'hidden-sheet': { type: 'string', multiple: true },
  answers: { type: 'string' },
  'as-of': { type: 'string' },
  region: { type: 'string' },
  'income-window': { type: 'string' },
  totals: { type: 'string' },
  determinations: { type: 'string' },
  'omission-reading': { type: 'string' },
  drawn: { type: 'string' },
  sample: { type: 'string' },
  fieldwork: { type: 'string' },
  additional: { type: 'string' },
  salt: { type: 'string' },
  chosen: { type: 'string', multiple: true },
  out: { type: 'string' },
  ...FULL_IDS_OPTIONS,
  json: { type: 'boolean' },
  verbose: { type: 'boolean' },
  lang: { type: 'string' },
} as const

/** The command's words as settings; null where they are wrong, `full_ids` where who asks for ID numbers or why is missing. */
export function parseAssessUsage(args: readonly string[]): AssessUsage | 'full_ids' | null {
  const words = parseAssessWords(args, 0)
  return words === null || words === 'full_ids' ? words : words.usage
}

/** The same of a command that takes so many files besides. */
export function parseAssessWords(
  args: readonly string[],
  fileCount: number,
): { readonly usage: AssessUsage; readonly files: readonly string[] } | 'full_ids' | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: ASSESS_OPTIONS,
      allowPositionals: true,
    })
    const usage = assessUsageOf(values)
    if (usage === 'full_ids') return usage
    return usage === null || positionals.length !== fileCount ? null : { usage, files: positionals }
  } catch {
    return null
  }
}

/** What stood after them. */
export type AssessValues = ReturnType<typeof parseArgs<{ readonly options: typeof ASSESS_OPTIONS }>>['values']

/** The words as settings; see `parseAssessUsage`. */
export function assessUsageOf(values: AssessValues): AssessUsage | 'full_ids' | null {
  const language = LANGUAGES.find((each) => each === (values.lang ?? 'zh-CN'))
  const { roster, answers, region, drawn = 'households' } = values
  const reading = READINGS.find((each) => each === values['omission-reading']) ?? null
  if (values['omission-reading'] !== undefined && reading === null) return null
  if (drawn !== 'households' && drawn !== 'villages') return null
  if (values.drawn !== undefined && values.sample !== undefined) return null
  const asOf = values['as-of']
  const window = values['income-window']
  const incomeWindow = window === undefined ? undefined : parseIncomeWindow(window)
  if (!roster || answers === undefined || asOf === undefined || region === undefined) return null
  if (language === undefined || incomeWindow === null) return null
  const fullIds = fullIdsIn(values)
  if (fullIds === 'incomplete') return 'full_ids'
  const chosen = values.chosen === undefined ? null : chosenIn(values.chosen)
  return {
    rosters: roster,
    hiddenSheets: values['hidden-sheet'] ?? [],
    answers,
    asOf,
    region,
    ...(incomeWindow !== undefined && { incomeWindow }),
    totals: values.totals ?? null,
    determinations: values.determinations ?? null,
    reading,
    areVillagesDrawn: drawn === 'villages',
    sample: values.sample ?? null,
    fieldwork: values.fieldwork ?? null,
    additional: values.additional ?? null,
    salt: values.salt ?? null,
    ...(chosen !== null && { chosen }),
    out: values.out ?? null,
    json: values.json ?? false,
    isVerbose: values.verbose ?? false,
    fullIds,
    language,
  }
}

/** `poverty_line=4000`: numbers as numbers, everything else as text. What the standards do not know is refused with them. */
function chosenIn(words: readonly string[]): Readonly<Record<string, number | string>> {
  return Object.fromEntries(
    words.map((word) => {
      const [name = '', ...rest] = word.split('=')
      const value = rest.join('=')
      return [name, value !== '' && Number.isFinite(Number(value)) ? Number(value) : value]
    }),
  )
}
