import { canonicalText } from '../changes/canonicalText'
import { isWordless } from '../instrument/Instrument'
import type { Instrument } from '../instrument/loadInstrument'
import type { AnswerValue, InstanceAnswers, InterviewAnswers, QuestionRef } from '../interview/Answers'

/** One field of a paper form that two people entered differently, or only one of them. */
export interface EntryDifference {
  /** As the first entry has it; of a line or a person that only the second has, as that one has it. */
  readonly ref: QuestionRef
  readonly first: AnswerValue | null
  readonly second: AnswerValue | null
}

export interface ComparedEntries {
  /** Fields that at least one of the two filled in. */
  readonly fields: number
  readonly differences: readonly EntryDifference[]
}

/**
 * Two entries of one paper form, field by field. Listed members are the same people by their id; added members and ledger lines
 * are compared in the order of the paper. Spaces around a text and the order of several choices make no difference; what no paper
 * holds (photos, sound, signatures) is left out.
 */
export function compareEntries(
  first: InterviewAnswers,
  second: InterviewAnswers,
  instrument: Instrument,
): ComparedEntries {
  const differences: EntryDifference[] = []
  let fields = 0
  const compare = (
    left: InstanceAnswers | undefined,
    right: InstanceAnswers | undefined,
    refOf: (question: string) => QuestionRef,
  ): void => {
    for (const question of new Set([...(left?.keys() ?? []), ...(right?.keys() ?? [])])) {
      const type = instrument.questions.get(question)?.data.type
      if (type === undefined || isWordless(type)) continue
      const [one, other] = [left?.get(question)?.value ?? null, right?.get(question)?.value ?? null]
      fields += 1
      if (comparable(one) !== comparable(other))
        differences.push({ ref: refOf(question), first: one, second: other })
    }
  }
  compare(first.household, second.household, (question) => ({ question }))
  for (const [left, right] of pairedMembers(first, second))
    compare(first.members.get(left), second.members.get(right), (question) => ({
      question,
      member: left === '' ? right : left,
    }))
  for (const [left, right] of pairs([...first.lines.keys()], [...second.lines.keys()]))
    compare(first.lines.get(left), second.lines.get(right), (question) => ({
      question,
      line: left === '' ? right : left,
    }))
  return { fields, differences }
}

function pairedMembers(
  first: InterviewAnswers,
  second: InterviewAnswers,
): readonly (readonly [string, string])[] {
  const isAdded = (id: string) => first.addedMembers.includes(id) || second.addedMembers.includes(id)
  const listed = new Set([...first.members.keys(), ...second.members.keys()].filter((id) => !isAdded(id)))
  return [...[...listed].map((id) => [id, id] as const), ...pairs(first.addedMembers, second.addedMembers)]
}

/** The first with the first, the second with the second; `''` where one has no more. */
function pairs(left: readonly string[], right: readonly string[]): readonly (readonly [string, string])[] {
  const length = Math.max(left.length, right.length)
  return Array.from({ length }, (_, at) => [left[at] ?? '', right[at] ?? ''] as const)
}

function comparable(value: AnswerValue | null): string {
  if (typeof value === 'string') return canonicalText(value.trim())
  if (Array.isArray(value) && value.every((each) => typeof each === 'string'))
    return canonicalText(value.toSorted())
  return canonicalText(value)
}
