import { basename } from 'node:path'
import { readReview } from '../adapters/excel/readReview'
import { readFileBytes } from '../adapters/files/readFileBytes'
import { textsOf } from '../adapters/resources/texts'
import { LANGUAGES } from '../application/texts/Texts'
import { currentReview, reviewedStates } from '../application/workbook/review/currentReview'
import { reviewProblem } from '../application/workbook/review/reviewProblem'
import { takeReview } from '../application/workbook/review/takeReview'
import { NOTHING_TAKEN, type TakenReview } from '../application/workbook/review/TakenReview'
import type { ReturnedWorkbook } from '../application/workbook/review/ReturnedWorkbook'
import type { Problem } from '../domain/shared/Problem'
import { refusals, success, type Result } from '../domain/shared/Result'
import { ASSESS_OPTIONS_USAGE, parseAssessWords, type AssessUsage } from './assessUsage'
import { decisionsJson, decisionsReport, takenLines, type ReportedWorkbook } from './decisionsReport'
import { tellingFileTrouble } from './fileProblem'
import { isOfOtherKind } from './isOfOtherKind'
import { missingFiles, tellMissing } from './missingFiles'
import { outputProblems } from './outputProblems'
import { print, warn } from './print'
import { problemLines } from './problemLines'
import { proposalsGiven } from './proposalsGiven'
import { readForms } from './readForms'
import { assessedFiles, reviewGiven } from './reviewGiven'
import { writeWhole } from './writeWhole'

const USAGE = `usage: yihu decisions FILE.xlsx ${ASSESS_OPTIONS_USAGE}
                   [--out DECISIONS.jsonl] [--json] [--verbose] [--lang zh-CN|en]

Reads a review workbook that came back, or a census workbook (of which there are only values proposed), and tells what is taken of it: decisions, as lines for --determinations of yihu assess;
decisions in conflict with what was found out since; other cells changed by hand; values proposed, as questions to the assessors.
Give the same files and words that the workbook was made with, and the determinations that are in force by now.
--out: the decisions, of a census workbook the proposals, one JSON object a line. All of the file is taken, or with any error nothing.`

/**
 * `yihu decisions`: takes back a review workbook. Returns the exit code: 0 done, 1 refused with problems (nothing is written), 2 wrong
 * usage.
 */
export async function decisionsCommand(args: readonly string[]): Promise<number> {
  const words = parseAssessWords(args, 1)
  const [file] = words === null || words === 'full_ids' ? [] : words.files
  if (words === null || words === 'full_ids' || file === undefined) {
    warn(USAGE)
    return 2
  }
  const { usage } = words
  const reads = [file, ...assessedFiles(usage)]
  const missing = await missingFiles(reads)
  if (missing.length > 0) return tellMissing(missing, usage.language)
  return tellingFileTrouble(
    async () => {
      const clashes = await outputProblems({ reads, writes: [usage.out] })
      return clashes.length > 0 ? tell(NOTHING_TAKEN, clashes, usage) : take(file, usage)
    },
    (problems) => tell(NOTHING_TAKEN, problems, usage),
  )
}

async function take(file: string, usage: AssessUsage): Promise<number> {
  const returned = readReview({ name: basename(file), bytes: await readFileBytes(file) })
  if (!returned.ok) return tell(NOTHING_TAKEN, returned.problems, usage)
  const { kind } = returned.value
  const forms = await readForms(usage.additional, PROGRAMMES[kind])
  if (!forms.ok) return tell(NOTHING_TAKEN, forms.problems, usage)
  const workbook = { kind, instrument: forms.value.currentInstrument }
  const compared = await compare(returned.value, usage)
  if (!compared.ok) return tell(NOTHING_TAKEN, compared.problems, usage, workbook)
  const taken = compared.value
  if (taken.problems.length > 0) return tell(taken, taken.problems, usage, workbook)
  const { out } = usage
  const contentOf = () => takenLines(taken, kind)
  const written = await writeWhole(out === null ? [] : [{ path: out, contentOf }])
  return tell(taken, written.ok ? [] : written.problems, usage, workbook)
}

/** Which programme a workbook is of. */
const PROGRAMMES = { review: 'assessment', census: 'census' } as const

/** What a workbook is that came to the other programme. */
const OF_OTHER = { review: 'census_is_review', census: 'review_is_census' } as const

/** What is taken of it, beside what the command was given. Refused: what is wrong with that. */
async function compare(returned: ReturnedWorkbook, usage: AssessUsage): Promise<Result<TakenReview>> {
  const { kind } = returned
  const isOther = await isOfOtherKind(usage.answers, PROGRAMMES[kind])
  if (!isOther.ok) return isOther
  if (isOther.value) return refusals([reviewProblem(OF_OTHER[kind], returned, null)])
  if (returned.kind === 'census') return proposalsGiven(returned, usage)
  const { reviewed, problems, salt } = await reviewGiven(usage)
  if (reviewed === null) return refusals(problems)
  const current = currentReview(reviewedStates(reviewed.households), salt, LANGUAGES.map(textsOf))
  return success(takeReview(returned, current))
}

/** With `--json` a refusal is still one document: no decisions, and why. Returns the exit code. */
function tell(
  taken: TakenReview,
  problems: readonly Problem[],
  usage: AssessUsage,
  workbook: ReportedWorkbook | null = null,
): number {
  const texts = textsOf(usage.language)
  const isRefused = problems.length > 0
  const told = isRefused ? { ...taken, decisions: [], questions: [], problems } : taken
  if (usage.json) print(decisionsJson(told, texts))
  else print(decisionsReport(told, usage, workbook, texts))
  if (isRefused) warn(problemLines(problems, texts, usage.isVerbose))
  return isRefused ? 1 : 0
}
