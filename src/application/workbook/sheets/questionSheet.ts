import type { QuestionData } from '../../../domain/instrument/Instrument'
import { instancesOf, stateOf, type Instance, type Interview } from '../../../domain/interview/Interview'
import type { QuestionRef } from '../../../domain/interview/Answers'
import type { HouseholdAssessment } from '../../assess/assessHousehold'
import { columnsIn, type Cell } from '../../tables/TableSpec'
import { bracketed } from '../../texts/bracketed'
import { describeEvidence } from '../../texts/describeEvidence'
import { describeHousehold } from '../../texts/describeHousehold'
import { shownAnswer } from '../../texts/shownAnswer'
import type { Texts, TermOf } from '../../texts/Texts'
import { listOf, type HouseholdList } from '../HouseholdList'
import { isOfNoLine, openQuestions, type OpenQuestion } from '../openQuestions'
import { fingerprintOf, REVIEW_NAMES } from '../review/reviewFormat'
import { makeNameOf, measuredOf, shownText, type ReviewedHousehold, type ReviewTerms } from '../WorkbookInput'
import { someRows } from '../SheetRows'
import type { SheetInput, WorkbookSheet } from '../WorkbookSheet'
import { writingOf } from '../writings'
import { listName } from './codeSheet'

/** Most questions of one household; how many more there are is told in the last of them. */
const LISTED_AT_MOST = 50

/** Most questions of a workbook: each may have a drop-down of its own, and programs hold few of those. */
const QUESTION_LIMIT = 20_000

interface QuestionRow extends OpenQuestion {
  readonly assessment: HouseholdAssessment
  readonly fingerprint: string
  /** Questions of the household that are not listed any more after this one. */
  readonly left: number
}

/** One row a question that is open: what is answered now, why it is open, and what the reviewer proposes. */
export function questionList({ texts, isIdInFull }: ReviewTerms): HouseholdList {
  const column = columnsIn<QuestionRow>(texts)
  return listOf({
    key: 'questions',
    columns: [
      column('household', 22, 'text', ({ assessment }) => describeHousehold(assessment.household, texts)),
      column('head', 12, 'text', ({ assessment }) => assessment.household.headName),
      column('village', 14, 'text', ({ assessment }) => assessment.household.village),
      column('question', 30, 'text', ({ assessment, ref }) => askedText(ref, assessment.interview, texts)),
      column('source', 14, 'text', ({ assessment, ref }) => makeNameOf(assessment, texts)(ref)),
      column('answeredNow', 30, 'text', (row) => shownText(nowText(row, texts), isIdInFull)),
      column('whyOpen', 34, 'text', (row) => whyText(row, texts)),
      column('proposal', 24, 'text', () => null),
      column('proposalReason', 40, 'text', () => null),
      column('key', 16, 'text', ({ assessment }) => assessment.household.id),
      column('path', 24, 'text', ({ path }) => path),
      column('fingerprint', 28, 'text', ({ fingerprint }) => fingerprint),
      column('choiceList', 20, 'text', ({ assessment, ref }) => choiceListOf(ref, assessment.interview)),
    ],
    rowsOf,
  })
}

/** The list with its names, and with the cells that the reviewer fills in. */
export function questionSheet(sheet: WorkbookSheet, texts: Texts): WorkbookSheet {
  const rows = [...someRows(sheet.rows, 0, QUESTION_LIMIT)]

  return {
    ...sheet,
    rows,
    printedTo: 'proposalReason',
    names: [
      { name: REVIEW_NAMES.questionKey, column: 'key' },
      { name: REVIEW_NAMES.questionPath, column: 'path' },
      { name: REVIEW_NAMES.questionFingerprint, column: 'fingerprint' },
      { name: REVIEW_NAMES.questionValue, column: 'proposal' },
      { name: REVIEW_NAMES.questionReason, column: 'proposalReason' },
    ],
    inputs: [
      { column: 'proposal' },
      ...choiceInputs(
        sheet.columns.findIndex(({ key }) => key === 'choiceList'),
        rows,
      ),
      { column: 'proposalReason', hint: texts.term('hints', 'proposalReason') },
    ],
  }
}

/** Questions that a workbook of so many leaves out. */
export function questionsLeftOut(count: number): number {
  return Math.max(0, count - QUESTION_LIMIT)
}

function rowsOf(reviewed: ReviewedHousehold): readonly QuestionRow[] {
  const { assessment, determinations, isHidden } = reviewed
  if (isHidden === true) return []
  const open = openQuestions(assessment)
  if (open.length === 0) return []
  const { household } = assessment
  const measured = measuredOf(reviewed)
  const fingerprint = fingerprintOf({ household, measured, determinations })
  return open.slice(0, LISTED_AT_MOST).map((each, index) => ({
    ...each,
    assessment,
    fingerprint,
    left: index === LISTED_AT_MOST - 1 ? open.length - LISTED_AT_MOST : 0,
  }))
}

/** A drop-down for each run of rows with the same choices. */
function choiceInputs(at: number, rows: readonly (readonly Cell[])[]): readonly SheetInput[] {
  const inputs: SheetInput[] = []
  let first = 0
  for (const [row, cells] of rows.entries()) {
    const list = textIn(cells[at])
    if (list === textIn(rows[row + 1]?.[at])) continue
    if (list !== null) inputs.push({ column: 'proposal', rows: [first, row], choices: list })
    first = row + 1
  }
  return inputs
}

function choiceListOf(ref: QuestionRef, interview: Interview): string | null {
  const question = isOfNoLine(ref, interview.instrument) ? undefined : questionOf(ref, interview)
  return question?.type === 'select_one' && question.choices !== undefined ? listName(question.choices) : null
}

function questionOf({ question }: QuestionRef, { instrument }: Interview): QuestionData | undefined {
  return instrument.questions.get(question)?.data
}

/** What is asked; what is asked of no line yet is asked of the ledger. */
function askedText(ref: QuestionRef, interview: Interview, texts: Texts): string {
  if (isOfNoLine(ref, interview.instrument)) return texts.term('sheets', 'ledger')
  return questionOf(ref, interview)?.label[texts.language] ?? ref.question
}

/** The answer with how it is known, or why there is none. */
function nowText({ ref, isConflict, assessment }: QuestionRow, texts: Texts): string {
  const instance = instanceOf(ref, assessment.interview)
  // A line or a person that is not there, or not for everybody.
  if (instance === undefined) return texts.term('writings', isConflict ? 'conflict' : 'unanswered')
  const writing = writingOf(assessment, instance, ref.question)
  const state = stateOf(assessment.interview, instance, ref.question)
  if (writing !== null || state.state !== 'answered') return texts.term('writings', writing ?? 'unanswered')
  const { value, evidence } = state.answer
  return shownAnswer(value, ref, assessment, texts) + bracketed(describeEvidence(evidence, texts), texts)
}

function instanceOf({ question, member, line }: QuestionRef, interview: Interview): Instance | undefined {
  const scope = interview.instrument.questions.get(question)?.scope ?? 'household'
  return instancesOf(interview, scope).find(({ id }) => id === (member ?? line ?? ''))
}

function whyText({ isConflict, settles, left }: QuestionRow, texts: Texts): string {
  const word = (name: TermOf<'whyOpen'>): string => texts.term('whyOpen', name)
  const criteria = settles.map((criterion) => texts.term('criteria', criterion)).join('、')
  const why = [
    ...(isConflict ? [word('conflict')] : []),
    ...(settles.length > 0 ? [word('settles').replace('{criteria}', criteria)] : []),
    ...(!isConflict && settles.length === 0 ? [word('unanswered')] : []),
    ...(left > 0 ? [word('left').replace('{count}', String(left))] : []),
  ]
  return why.join('；')
}

function textIn(cell: Cell | undefined): string | null {
  return typeof cell === 'string' ? cell : null
}
