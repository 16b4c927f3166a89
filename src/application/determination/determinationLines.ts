import type {
  HouseholdDeterminations,
  Standing,
} from '../../domain/programmes/assessment/determination/Determination'
import { determinationFault } from '../../domain/programmes/assessment/determination/determinationFault'
import type { SecondLook } from '../../domain/programmes/assessment/determination/SecondLook'
import type { HouseholdAssessment } from '../assess/assessHousehold'
import { SUSPICION_STANDS } from './DeterminationRecord'

/**
 * The decisions in force, and the second looks at cleared suspicions that are current, as lines of a determinations file (`docs/formats.md`). Left out: decisions that were taken back or
 * contradict each other, and those on a suspicion that later answers cleared, which decide nothing any more.
 */
export function* determinationLines(
  assessments: readonly HouseholdAssessment[],
  determinations: ReadonlyMap<string, HouseholdDeterminations>,
): Generator<string> {
  for (const { household, judgement, cleared } of assessments) {
    if (cleared?.secondLook?.agrees === false) yield standingLine(household.id, cleared.secondLook)
    const said = determinations.get(household.id)
    if (said === undefined) continue
    const judged = { status: household.status, conclusion: judgement.conclusion }
    for (const standing of [said.suspicion, said.inclusion]) {
      const line = lineOf(standing)
      if (line === null || determinationFault(line.determination, judged) !== null) continue
      yield `${JSON.stringify({ household: household.id, ...line })}\n`
    }
  }
}

function standingLine(household: string, { reason, by }: SecondLook): string {
  return `${JSON.stringify({ household, determination: SUSPICION_STANDS, reason, by })}\n`
}

function lineOf(standing: Standing) {
  if (standing.state !== 'final' && standing.state !== 'unconfirmed') return null
  const { determination, reason, by, confirmedBy, confirmedHow } = standing.decision
  return determination === null
    ? null
    : { determination, reason, by, confirmedBy, ...(confirmedHow && { confirmedHow }) }
}
