import { attachmentsIn, parseAttachmentName } from '../../domain/interview/attachmentName'
import { answerTo } from '../../domain/interview/Interview'
import { keyOf } from '../datasets/answerVariables'
import type { LakeHousehold } from './LakeHousehold'
import type { LakeKeys } from './lakeKeys'
import type { LakeRow } from './lakeSchema'

/**
 * Answers that took the place of others, without either. `at` is null where it is not before `begun`: a file that is read now does
 * not say when.
 */
export function correctionRows(
  { assessment }: LakeHousehold,
  keys: LakeKeys,
  begun: string,
): readonly LakeRow<'corrections'>[] {
  const { id } = assessment.household
  const household = keys.household(id)
  const { roles, questions } = assessment.interview.instrument
  return assessment.corrections.map(({ ref: { question, member, line }, new: changed }) => ({
    household,
    scope: questions.get(question)?.scope ?? null,
    instance:
      member !== undefined
        ? keys.member(id, keyOf(assessment, member))
        : line !== undefined
          ? keyOf(assessment, line)
          : null,
    question,
    kind: changed.value === null ? 'taken_back' : question === roles.outcome.question ? 'outcome' : 'answer',
    at: changed.at >= begun ? null : changed.at,
  }))
}

/** The pictures of a household, by the file that each was made from. */
export function photoRows({ assessment }: LakeHousehold, keys: LakeKeys): readonly LakeRow<'photos'>[] {
  const { household, interview } = assessment
  const { instrument } = interview
  return [...instrument.questions.values()]
    .filter(({ scope, data }) => data.type === 'image' && instrument.repeats.listOf(scope) === null)
    .flatMap(({ data: { name } }) =>
      attachmentsIn(answerTo(interview, interview.household, name)?.value).flatMap((text) => {
        const original = parseAttachmentName(text)?.original
        if (original === undefined) return []
        return { household: keys.household(household.id), question: name, photo: keys.photo(original) }
      }),
    )
}
