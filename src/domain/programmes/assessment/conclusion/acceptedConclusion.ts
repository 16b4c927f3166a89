import { canonicalText } from '../../../changes/canonicalText'
import { CRITERIA } from '../criteria/Criterion'
import type { Instrument } from '../../../instrument/loadInstrument'
import type { InterviewAnswers } from '../../../interview/Answers'
import { evaluateInterview } from '../../../interview/evaluateInterview'
import type { Interview } from '../../../interview/Interview'
import type { RosterHousehold } from '../../../roster/Roster'
import { digest } from '../../../shared/digest'
import type { StandardsInForce } from '../../../standards/Standards'
import { judgeProvisionally, type Judgement } from './judgeHousehold'

/** Names the conclusion that is read to a household, with the result of each criterion: another conclusion has another hash. */
export function conclusionHash({ conclusion, criteria }: Pick<Judgement, 'conclusion' | 'criteria'>): string {
  const results = CRITERIA.map((criterion) => criteria?.[criterion].result ?? null)
  return digest(canonicalText([conclusion, results]))
}

/** The form applied to the answers; that a household accepted another conclusion than the present one is void. */
export function evaluateAccepted(
  instrument: Instrument,
  roster: RosterHousehold,
  answers: InterviewAnswers,
  standards: StandardsInForce,
): Interview {
  const interview = evaluateInterview(instrument, roster, answers, standards)
  const { acceptance } = instrument.roles
  const accepted = answers.household.get(acceptance ?? '')?.givenFor
  if (
    acceptance === undefined ||
    accepted === undefined ||
    accepted.includes(conclusionHash(judgeProvisionally(interview, standards)))
  )
    return interview
  return evaluateInterview(instrument, roster, answers, standards, [acceptance])
}
