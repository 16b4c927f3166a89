import type { Change } from '../../domain/changes/Change'
import type { Forms } from '../../domain/instrument/Forms'
import type { Answer, InstanceAnswers, InterviewAnswers, QuestionRef } from '../../domain/interview/Answers'
import { recordOfRound } from '../assess/assessHousehold'

/** One question that the verification asked, with what the first round had; null where it had no answer. */
export interface RoundAnswers {
  readonly ref: QuestionRef
  readonly first: Answer | null
  readonly verification: Answer
}

/**
 * What the verification round found beside the first round's answers, question by question; empty where there was none.
 * Ledgers stand by themselves: see `compareLedgers`.
 */
export function compareRounds(changes: readonly Change[], forms: Forms): readonly RoundAnswers[] {
  const verification = recordOfRound(changes, 'verification', forms)
  if (verification === undefined) return []
  const first = recordOfRound(changes, 'first', forms)
  const { household, members } = verification.answers
  return [
    ...pairs(household, first?.answers.household, (question) => ({ question })),
    ...[...members].flatMap(([member, answers]) =>
      pairs(answers, first && memberAnswers(first.answers, verification.answers, member), (question) => ({
        question,
        member,
      })),
    ),
  ]
}

function pairs(
  verification: InstanceAnswers,
  first: InstanceAnswers | undefined,
  refOf: (question: string) => QuestionRef,
): readonly RoundAnswers[] {
  return [...verification].map(([question, answer]) => ({
    ref: refOf(question),
    first: first?.get(question) ?? null,
    verification: answer,
  }))
}

/** Members of the list have one id in every round; those whom the interviews added are known by their labels. */
function memberAnswers(
  first: InterviewAnswers,
  verification: InterviewAnswers,
  member: string,
): InstanceAnswers | undefined {
  const label = verification.labels.get(member)
  const same =
    label === undefined ? undefined : first.addedMembers.find((id) => first.labels.get(id) === label)
  return first.members.get(same ?? member)
}
