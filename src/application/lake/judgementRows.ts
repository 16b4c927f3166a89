import { CRITERIA } from '../../domain/programmes/assessment/criteria/Criterion'
import { computeLedger, isCounted } from '../../domain/programmes/assessment/criteria/ledger'
import type { Standing } from '../../domain/programmes/assessment/determination/Determination'
import { keyOf } from '../datasets/answerVariables'
import { chinaTime } from '../texts/chinaTime'
import type { LakeHousehold } from './LakeHousehold'
import type { LakeKeys } from './lakeKeys'
import type { LakeRow } from './lakeSchema'

/** Characters of an ISO day. */
const DAY = 10

/** The lines of the ledger. `source`: what the income is of. A cost counts against it, and is said to count for nothing. */
export function lineRows({ assessment }: LakeHousehold, keys: LakeKeys): readonly LakeRow<'lines'>[] {
  const household = keys.household(assessment.household.id)
  return computeLedger(assessment.interview).lines.map((line) => ({
    household,
    line: keyOf(assessment, line.id),
    kind: line.kind ?? null,
    source: line.item ?? null,
    yuan: line.yuan ?? null,
    is_counted: line.kind === 'business_cost' ? null : isCounted(line),
  }))
}

/** How each criterion stands; and for each member whom it names as unmet or open, which. */
export function criterionRows({ assessment }: LakeHousehold, keys: LakeKeys): readonly LakeRow<'criteria'>[] {
  const { id } = assessment.household
  const { criteria } = assessment.judgement
  if (criteria === null) return []
  const household = keys.household(id)
  return CRITERIA.flatMap((criterion) => {
    const { result, because } = criteria[criterion]
    const members = [...new Set(because.flatMap(({ member }) => member ?? []))]
    const row = { household, member: null, criterion, result }
    if (result === 'met') return [row]
    return [row, ...members.map((member) => ({ ...row, member: keys.member(id, keyOf(assessment, member)) }))]
  })
}

/** Signs, and why a household is to be watched. */
export function flagRows({ assessment }: LakeHousehold, keys: LakeKeys): readonly LakeRow<'flags'>[] {
  const household = keys.household(assessment.household.id)
  const { flags, monitoring } = assessment.judgement
  return [
    ...flags.map(({ flag }) => ({ household, kind: 'sign', flag })),
    ...monitoring.map(({ flag }) => ({ household, kind: 'monitoring', flag })),
  ]
}

/** What people decided, of either question; `decided_on`: the day in China, null where a file that is read now does not say. */
export function determinationRows(
  { assessment, determinations }: LakeHousehold,
  keys: LakeKeys,
  begun: string,
): readonly LakeRow<'determinations'>[] {
  if (determinations === undefined) return []
  const household = keys.household(assessment.household.id)
  return (['suspicion', 'inclusion'] as const).flatMap((of) => {
    const standing: Standing = determinations[of]
    if (standing.state === 'none') return []
    const decision = standing.state === 'contested' ? null : standing.decision
    return {
      household,
      of,
      state: standing.state,
      decision: decision?.determination ?? null,
      decided_on: decision === null || decision.at >= begun ? null : chinaTime(decision.at).slice(0, DAY),
    }
  })
}
