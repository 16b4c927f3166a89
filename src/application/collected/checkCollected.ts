import type { Json } from '../../domain/shared/Json'
import type { Place, Problem } from '../../domain/shared/Problem'
import type { ProblemCode } from '../../domain/shared/ProblemCode'
import { parseAnswerLine, type KnownHousehold } from '../assess/parseAnswerLine'
import { isLabel } from './collectedValue'
import type { CollectedContext } from './readCollected'
import type { Submission } from './submissions'

/** A line of the answers file to be, and the cell that it comes from. */
export interface CollectedLine {
  readonly fields: Readonly<Record<string, Json>>
  readonly place: Place
  readonly evidencePlace: Place
}

/** What the answers file would be refused for, by what it is in a cell. */
const CODES: Partial<Readonly<Record<ProblemCode, ProblemCode>>> = {
  answer_choice_unknown: 'collected_choice_unknown',
  answer_empty: 'collected_value_unreadable',
  answer_id_malformed: 'collected_id_malformed',
  answer_out_of_range: 'collected_out_of_range',
  answer_type_wrong: 'collected_value_unreadable',
  answers_evidence_unknown: 'collected_choice_unknown',
  answers_household_unknown: 'collected_household_unknown',
  answers_member_unknown: 'collected_member_unknown',
}

/** A date after all answers, where nobody says which is the reference date. */
const NO_DATE = '9999-12-31'

/**
 * What is wrong with the lines of a household, as an answers file is checked. Warnings are left to whoever reads the file: they
 * are told then.
 */
export function checkCollected(
  lines: readonly CollectedLine[],
  submission: Submission,
  asOf: string | null,
  { instrument, households }: CollectedContext,
): readonly Problem[] {
  const known = households ?? new Map([[submission.household, householdOf(submission)]])
  const context = { file: '', instrument, households: known, asOf: asOf ?? NO_DATE }
  const problems = lines.flatMap(({ fields, place: answerPlace, evidencePlace }) => {
    const question = instrument.questions.get(String(fields['question']))
    return parseAnswerLine(JSON.stringify(fields), 0, context)
      .problems.filter(({ severity }) => severity === 'error')
      .map((found): Problem => {
        const { household, question: asked } = found.place
        const place = found.code === 'answers_evidence_unknown' ? evidencePlace : answerPlace
        const isCalled =
          found.code === 'answer_choice_unknown' &&
          question !== undefined &&
          isLabel(shown(fields['value']), question, instrument)
        return {
          ...found,
          code: isCalled ? 'collected_label' : (CODES[found.code] ?? found.code),
          place: {
            ...place,
            ...(household !== undefined && { household }),
            ...(asked !== undefined && { question: asked }),
          },
        }
      })
  })
  return onceEach(problems)
}

/** One problem for a household or a member that the list lacks, not one for each of its answers. */
function onceEach(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Set<string>()
  return problems.filter(({ code, value }) => {
    const isOfKey = code === 'collected_household_unknown' || code === 'collected_member_unknown'
    const key = `${code} ${value ?? ''}`
    if (!isOfKey) return true
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

function householdOf({ household, members }: Submission): KnownHousehold {
  return { id: household, members: members.map(({ key }) => ({ id: key })) }
}

function shown(value: Json | undefined): string {
  return Array.isArray(value) ? value.join(' ') : String(value)
}
