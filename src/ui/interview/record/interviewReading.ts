import { computed, type Ref } from 'vue'
import type { AssessmentRules } from '../../../application/assess/assessHousehold'
import { verifiedAnswers, type VerificationBase } from '../../../application/rounds/verificationBase'
import type { Change } from '../../../domain/changes/Change'
import { formOf, type Forms } from '../../../domain/instrument/Forms'
import { overridePath } from '../../../domain/interview/bookkeeping'
import { isSameQuestion } from '../../../domain/interview/Answers'
import type { Interview } from '../../../domain/interview/Interview'
import { groupsInOrder, interviewSteps, type InterviewStep } from '../../../domain/interview/interviewSteps'
import { returnsIn, withdrawnIn } from '../../../domain/interview/returns'
import { readInterview } from '../../../domain/interview/readInterview'
import { runChecks } from '../../../domain/interview/runChecks'
import { unansweredQuestions } from '../../../domain/interview/unansweredQuestions'
import type { RosterHousehold } from '../../../domain/roster/Roster'
import { verificationSteps } from '../../../domain/rounds/verificationSteps'

export interface InterviewState {
  readonly id: Readonly<Ref<string>>
  readonly changes: Readonly<Ref<readonly Change[]>>
  readonly household: Readonly<Ref<RosterHousehold | null>>
  /** What a verification goes back to; null in any other round. */
  readonly verification: Readonly<Ref<VerificationBase | null>>
  readonly forms: Forms
  /** Null while no project is open. */
  rules(): AssessmentRules | null
}

/** What follows from the answers so far: the form as it applies, the way through it, what is open, what the rules say. */
export function interviewReading(state: InterviewState) {
  const { id, changes, household, verification } = state
  const record = computed(() => readInterview(id.value, changes.value, state.rules() ?? state.forms))
  /** All answers that stand: in a verification those of the first round too. */
  const standing = computed(() => {
    const { answers } = record.value
    return verification.value === null ? answers : verifiedAnswers(verification.value, answers)
  })
  const interview = computed((): Interview | null => {
    const rules = state.rules()
    if (rules === null || household.value === null) return null
    const version = verification.value?.instrumentVersion ?? record.value.instrumentVersion
    const instrument = formOf(rules, version)
    if (instrument === undefined) throw new Error(`no form of version ${version}`)
    return rules.programme.evaluate(instrument, household.value, standing.value, rules.standards)
  })
  const roles = computed(
    () => (interview.value?.instrument ?? (state.rules() ?? state.forms).currentInstrument).roles,
  )
  /** The household would rather not talk. */
  const isDeclined = computed(() => {
    const { consent } = roles.value
    const answer = consent && record.value.answers.household.get(consent.question)
    return answer !== undefined && answer.value === consent?.declines
  })
  const verdict = computed(() => {
    const rules = state.rules()
    if (rules === null || interview.value === null) return null
    return rules.programme.judgeProvisionally(interview.value, interview.value.standards)
  })
  const steps = computed((): readonly InterviewStep[] => {
    if (interview.value === null) return []
    const all = interviewSteps(interview.value)
    return verification.value === null ? all : verificationSteps(all, verification.value.plan)
  })
  /** The groups of the way; of a verification those in which it asks something. */
  const groups = computed(() => {
    const all = interview.value === null ? [] : groupsInOrder(interview.value)
    return verification.value === null
      ? all
      : all.filter(({ name }) => steps.value.some(({ group }) => group === name))
  })
  const unanswered = computed(() => {
    const all = interview.value === null ? [] : unansweredQuestions(interview.value)
    if (verification.value === null) return all
    const asked = steps.value.flatMap((step) => (step.kind === 'add_line' ? [] : [step.ref]))
    return all.filter((each) => asked.some((ref) => isSameQuestion(ref, each)))
  })
  /** What the lead wants looked at again. */
  const returns = computed(() => returnsIn(changes.value))
  const withdrawn = computed(() => withdrawnIn(changes.value))
  const checks = computed(() => (interview.value === null ? [] : runChecks(interview.value)))
  /** What has to be put right or answered in writing before the interview can be completed; counted so everywhere. */
  const openChecks = computed(() =>
    checks.value.filter(
      ({ check, tier, refs: [place = {}] }) =>
        tier !== 'note' &&
        check !== 'outcome_missing' &&
        !(tier === 'warning' && record.value.overrides.has(overridePath(check, place))),
    ),
  )
  return {
    record,
    standing,
    interview,
    roles,
    isDeclined,
    verdict,
    steps,
    groups,
    unanswered,
    openChecks,
    returns,
    withdrawn,
  }
}
