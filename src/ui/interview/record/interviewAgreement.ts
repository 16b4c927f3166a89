import { computed, ref, type Ref } from 'vue'
import type { NewAnswer } from '../../../application/interview/recordAnswers'
import { conclusionHash } from '../../../domain/programmes/assessment/conclusion/acceptedConclusion'
import type { Judgement } from '../../../domain/programmes/assessment/conclusion/judgeHousehold'
import type { Roles } from '../../../domain/instrument/Roles'
import { boundToLedger, ledgerHash, mayAgree, unreadLines } from '../../../domain/interview/agreedLedger'
import type { InterviewAnswers, QuestionRef } from '../../../domain/interview/Answers'
import type { RosterHousehold } from '../../../domain/roster/Roster'
import type { interviewWrites } from './interviewWrites'

interface OpenInterview {
  readonly roles: Readonly<Ref<Roles>>
  readonly standing: Readonly<Ref<InterviewAnswers>>
  readonly household: Readonly<Ref<RosterHousehold | null>>
  readonly verdict: Readonly<Ref<Omit<Judgement, 'unanswered'> | null>>
  readonly writes: Pick<ReturnType<typeof interviewWrites>, 'read'>
  readonly isLocked: Readonly<Ref<boolean>>
  /** What is entered was asked, and read out, from a paper form. */
  readonly isOnPaper: Readonly<Ref<boolean>>
  mayChange(): boolean
}

/** What the household agrees to: it hears the ledger line by line before it is asked, and its answers name what they are about. */
export function interviewAgreement({
  roles,
  standing,
  household,
  verdict,
  writes,
  isLocked,
  isOnPaper,
  mayChange,
}: OpenInterview) {
  /** Lines that the household has not heard as the ledger is now. */
  const unread = computed(() =>
    household.value === null ? [] : unreadLines(standing.value, household.value, roles.value),
  )
  /** Somebody wanted to answer about a ledger that is not read: it is read first. */
  const isReadingAsked = ref(false)

  /** Asked before an answer is given. */
  function mayAnswer({ question }: QuestionRef): boolean {
    if (!mayChange()) return false
    const isUnread =
      household.value !== null && !mayAgree(question, standing.value, household.value, roles.value)
    // The paper's agreement was given at the visit.
    if (isUnread && isOnPaper.value) for (const line of unread.value) void readLine(line)
    isReadingAsked.value = isUnread && !isOnPaper.value
    return !isReadingAsked.value
  }

  /** A line was read to the household; of a finished interview nothing is written. False where it was not saved. */
  function readLine(line: string): Promise<boolean> {
    if (isLocked.value || household.value === null || !unread.value.includes(line))
      return Promise.resolve(true)
    return writes.read(line, ledgerHash(standing.value, household.value, roles.value))
  }

  /** An answer that is given to a ledger or a conclusion names the present one. */
  function naming(answer: NewAnswer): NewAnswer {
    const { question } = answer.ref
    if (answer.value === null || household.value === null || verdict.value === null) return answer
    if (boundToLedger(roles.value).includes(question))
      return { ...answer, givenFor: ledgerHash(standing.value, household.value, roles.value) }
    return question === roles.value.acceptance
      ? { ...answer, givenFor: conclusionHash(verdict.value) }
      : answer
  }

  return { unread, isReadingAsked, mayAnswer, readLine, naming }
}
