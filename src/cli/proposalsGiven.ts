import { textsOf } from '../adapters/resources/texts'
import { LANGUAGES } from '../application/texts/Texts'
import { proposedHouseholds } from '../application/census/workbook/back/householdNames'
import { proposedState, type ProposedState } from '../application/census/workbook/back/ProposedState'
import { takeProposals } from '../application/census/workbook/back/takeProposals'
import { projectMark } from '../application/workbook/review/reviewFormat'
import type { ReturnedCensus } from '../application/workbook/review/ReturnedWorkbook'
import type { KnownHousehold } from '../application/workbook/review/rowFingerprint'
import type { TakenReview } from '../application/workbook/review/TakenReview'
import { success, type Result } from '../domain/shared/Result'
import type { AssessUsage } from './assessUsage'
import { countGiven } from './countGiven'

/** What is taken of a returned census workbook, beside the lists and answers that a command was given. Refused: what is wrong with these. */
export async function proposalsGiven(
  returned: ReturnedCensus,
  usage: AssessUsage,
): Promise<Result<TakenReview>> {
  const proposed = proposedHouseholds(returned)
  const languages = LANGUAGES.map(textsOf)
  const households = new Map<string, KnownHousehold>()
  const states = new Map<string, ProposedState>()
  const counted = await countGiven({ ...usage, villages: null, county: null }, ({ rules }) => {
    return (taken, interview) => {
      const { id, headName, village } = taken.household
      households.set(id, { id, headName, village })
      if (proposed.has(id)) states.set(id, proposedState(taken, interview, rules, languages))
    }
  })
  if (!counted.ok) return counted
  const { rules, salt } = counted.value
  const current = { project: projectMark(salt), instrument: rules.currentInstrument, households, states }
  return success(takeProposals(returned, current))
}
