import type { Change } from '../../../domain/changes/Change'
import { isWordless } from '../../../domain/instrument/Instrument'
import type { Answer, InterviewAnswers, QuestionRef } from '../../../domain/interview/Answers'
import type { RosterHousehold } from '../../../domain/roster/Roster'
import type { Json } from '../../../domain/shared/Json'
import type { AssessmentRules } from '../../assess/assessHousehold'
import { answerText } from '../../texts/describeBecause'
import { describeEvidence } from '../../texts/describeEvidence'
import { describeQuestion } from '../../texts/describeQuestion'
import type { Texts } from '../../texts/Texts'
import { makeNameOf } from '../../workbook/WorkbookInput'
import { commentable } from '../desk/commentable'

/** An interview that is put beside others; `changes`: all of its household. */
export interface ComparedInterview {
  readonly household: RosterHousehold
  readonly interview: string
  readonly changes: readonly Change[]
}

/** One question with what each interview has, in words; null where it has nothing. */
export interface ComparedRow {
  readonly label: string
  readonly values: readonly (string | null)[]
  readonly isDifferent: boolean
}

/**
 * Interviews side by side, of one household or of several, question by question: in the order of the first form, and behind it what
 * only others were asked. People and ledger lines are told by their names: in two households nothing else is the same. What has no
 * words (photos, sounds, signatures) is left out.
 */
export function compareInterviews(
  interviews: readonly ComparedInterview[],
  rules: AssessmentRules,
  texts: Texts,
): readonly ComparedRow[] {
  const columns = interviews.map((each) => answersByLabel(each, rules, texts))
  const labels = new Set(columns.flatMap((column) => [...column.keys()]))
  return [...labels].map((label) => {
    const values = columns.map((column) => column.get(label) ?? null)
    return { label, values, isDifferent: new Set(values).size > 1 }
  })
}

/** Questions whose answers are people. */
const MEMBERS: readonly string[] = ['select_one_member', 'select_multiple_members']

function answersByLabel(
  { household, interview: id, changes }: ComparedInterview,
  rules: AssessmentRules,
  texts: Texts,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const read = commentable(household, id, changes, rules)
  if (read === null) return found
  const { instrument } = read.interview
  const nameOf = makeNameOf(read, texts)
  const namesOf = (members: Json): string =>
    [members]
      .flat()
      .map((member) => nameOf({ member: String(member) }) ?? '—')
      .join('、')
  for (const ref of read.asked) {
    const question = instrument.questions.get(ref.question)
    const answer = answerTo(read.answers, ref)
    if (question === undefined || answer === undefined || isWordless(question.data.type)) continue
    const said = answer.value as Json
    const value = MEMBERS.includes(question.data.type)
      ? namesOf(said)
      : answerText(said, ref.question, instrument, texts)
    const label = freeLabel(found, describeQuestion(ref, read.interview, read.labels, texts))
    found.set(label, `${value} · ${describeEvidence(answer.evidence, texts)}`)
  }
  return found
}

function answerTo(answers: InterviewAnswers, { question, member, line }: QuestionRef): Answer | undefined {
  if (member !== undefined) return answers.members.get(member)?.get(question)
  if (line !== undefined) return answers.lines.get(line)?.get(question)
  return answers.household.get(question)
}

/** The second line of one name is the second in each interview. */
function freeLabel(taken: ReadonlyMap<string, unknown>, label: string): string {
  let [free, nth] = [label, 1]
  while (taken.has(free)) free = `${label} ${++nth}`
  return free
}
