import type { Instrument } from '../../domain/instrument/loadInstrument'
import type { InterviewAnswers } from '../../domain/interview/Answers'
import { roundOf } from '../../domain/interview/bookkeeping'
import { interviewSteps } from '../../domain/interview/interviewSteps'
import { overlayAnswers } from '../../domain/interview/overlayAnswers'
import { verificationPlan, type VerificationPlan } from '../../domain/rounds/verificationSteps'
import type { RosterHousehold } from '../../domain/roster/Roster'
import { assessHousehold, recordOfRound, type AssessmentRules } from '../assess/assessHousehold'
import type { ProjectStore } from '../store/ProjectStore'

/** The first round as a verification goes back to it. */
export interface VerificationBase {
  readonly instrumentVersion: string
  readonly instrument: Instrument
  readonly answers: InterviewAnswers
  readonly plan: VerificationPlan
}

/** What a household's verification starts from; null without a first round. */
export async function verificationBase(
  store: ProjectStore,
  household: RosterHousehold,
  rules: AssessmentRules,
): Promise<VerificationBase | null> {
  const changes = (await store.changesOfHouseholds([household.id])).get(household.id) ?? []
  const record = recordOfRound(changes, 'first', rules)
  if (record?.instrumentVersion === undefined) return null
  // Its own answers are no reason to ask less: what it was to settle stays what it asks.
  const first = changes.filter(({ entityId }) => roundOf(entityId) !== 'verification')
  const { judgement, interview } = assessHousehold(household, first, rules)
  const { instrument } = interview
  const plan = verificationPlan(judgement.criteria, instrument, interviewSteps(interview))
  return { instrumentVersion: record.instrumentVersion, instrument, answers: record.answers, plan }
}

/** The answers that stand while a verification goes on; a ledger that is asked again starts empty. */
export function verifiedAnswers(
  { answers, plan, instrument }: VerificationBase,
  own: InterviewAnswers,
): InterviewAnswers {
  const standing = overlayAnswers(answers, own, instrument)
  return plan.isLedgerAsked ? { ...standing, lines: own.lines } : standing
}
