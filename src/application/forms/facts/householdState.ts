import { outcomeIn } from '../../../domain/interview/Interview'
import { answerText } from '../../texts/describeBecause'
import type { Texts } from '../../texts/Texts'
import type { FormHousehold } from '../FormContext'

/** How far a household's interview is, where it is not simply finished; null where it is. */
export function householdState(household: FormHousehold, texts: Texts): string | null {
  const { assessment, isHidden, isReturned } = household
  if (isHidden === true) return texts.term('householdStates', 'hidden')
  const { interview, conflicts } = assessment
  const { question, completed } = interview.instrument.roles.outcome
  const outcome = outcomeIn(interview)
  const visited =
    outcome === null
      ? texts.term('householdStates', 'not_visited')
      : answerText(outcome, question, interview.instrument, texts)
  const states = [
    ...(outcome === completed ? [] : [visited]),
    ...(isReturned ? [texts.term('householdStates', 'returned')] : []),
    ...(conflicts.length > 0 ? [texts.term('householdStates', 'conflicts')] : []),
  ]
  return states.join(texts.language === 'en' ? ', ' : '、') || null
}
