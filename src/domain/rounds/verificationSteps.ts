import type { Judgement } from '../programmes/assessment/conclusion/judgeHousehold'
import { CRITERIA } from '../programmes/assessment/criteria/Criterion'
import type { Instrument } from '../instrument/loadInstrument'
import { isSameQuestion, type QuestionRef } from '../interview/Answers'
import type { InterviewStep } from '../interview/interviewSteps'

/** What a verification is for: the questions that would settle what the first round left open or found unmet. */
export interface VerificationPlan {
  readonly questions: readonly QuestionRef[]
  /** Income is among it: a verification's ledger replaces the first whole, so all of it is asked again. */
  readonly isLedgerAsked: boolean
  /** Every stop of the first round, asked in it or not. */
  readonly firstSteps: readonly InterviewStep[]
}

/** Whether a verification would ask anything: some criterion of a finished interview is not met. */
export function canVerify({ criteria }: Pick<Judgement, 'criteria'>): boolean {
  return criteria !== null && CRITERIA.some((criterion) => criteria[criterion].result !== 'met')
}

/**
 * For every criterion that is undetermined, what would settle it; for every one that is unmet, the answers that it rests
 * on. `firstSteps`: the stops of the first round as it was closed.
 */
export function verificationPlan(
  criteria: Judgement['criteria'],
  instrument: Instrument,
  firstSteps: readonly InterviewStep[],
): VerificationPlan {
  const wanted = CRITERIA.flatMap((criterion): readonly QuestionRef[] => {
    const result = criteria?.[criterion]
    if (result === undefined || result.result === 'met') return []
    if (result.result === 'undetermined') return result.wouldSettle
    return result.because.flatMap(({ fact, member, line }) =>
      instrument.questions.has(fact)
        ? [{ question: fact, ...(member && { member }), ...(line && { line }) }]
        : [],
    )
  })
  const isOfLedger = ({ question }: QuestionRef): boolean =>
    instrument.questions.get(question)?.scope === instrument.repeats.hand
  const isIncomeOpen = criteria !== null && criteria.income.result !== 'met'
  const isLedgerAsked = isIncomeOpen || wanted.some(isOfLedger)
  const { ledger } = instrument.roles
  // A ledger counts once the household agrees to it: a new ledger needs a new agreement.
  const agreement = isLedgerAsked && ledger !== undefined ? [{ question: ledger.agreement }] : []
  return {
    questions: [...wanted.filter((ref) => !isOfLedger(ref)), ...agreement],
    isLedgerAsked,
    firstSteps,
  }
}

/**
 * The stops of a verification, out of all that apply now: what is to be settled, and what the new answers themselves
 * bring up. Nothing else is asked.
 */
export function verificationSteps(
  steps: readonly InterviewStep[],
  { questions, isLedgerAsked, firstSteps }: VerificationPlan,
): readonly InterviewStep[] {
  return steps.filter((step) => {
    if (step.kind !== 'question') return isLedgerAsked
    return questions.some((each) => isSameQuestion(each, step.ref)) || !isAmong(firstSteps, step.ref)
  })
}

function isAmong(steps: readonly InterviewStep[], ref: QuestionRef): boolean {
  return steps.some((step) => step.kind === 'question' && isSameQuestion(step.ref, ref))
}
