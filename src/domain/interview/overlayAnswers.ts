import { BOUND_TO_LEDGER } from './agreedLedger'
import type { InstanceAnswers, InterviewAnswers } from './Answers'

/** Questions about a visit itself: a later visit does not change how an earlier one went. */
export const OF_THE_VISIT = [
  'visit_outcome',
  'outcome_reason',
  'respondent',
  'respondent_state',
  'cadres_absent',
]

/** Outcomes of a visit in which nobody was interviewed. */
const NOBODY_ANSWERED = ['refused', 'not_home', 'moved_away', 'dissolved', 'not_found']

/**
 * The first round as a later one corrects it: every answer of `later` stands in place of the earlier one, its ledger, if
 * it has one, in place of the whole earlier ledger. A later visit that met nobody changes nothing.
 */
export function overlayAnswers(base: InterviewAnswers, later: InterviewAnswers): InterviewAnswers {
  if (NOBODY_ANSWERED.includes(String(later.household.get('visit_outcome')?.value))) return base
  const sameMember = matchLabels(base, later)
  const members = new Map([...later.members].map(([id, answers]) => [sameMember.get(id) ?? id, answers]))
  const household = [...later.household]
    .filter(([question]) => !OF_THE_VISIT.includes(question) || !base.household.has(question))
    .map(
      ([question, answer]) =>
        [question, answer.heard ? { ...answer, heard: overlayAnswers(base, answer.heard) } : answer] as const,
    )
  // What the first round said of its ledger is no word on another that a verification brings.
  const first = [...base.household].map(([question, answer]) =>
    BOUND_TO_LEDGER.includes(question) && answer.givenFor === undefined && base.lines.size > 0
      ? ([question, { ...answer, heard: answer.heard ?? base }] as const)
      : ([question, answer] as const),
  )
  return {
    household: new Map([...first, ...household]),
    members: overlayInstances(base.members, members),
    lines: later.lines.size > 0 ? later.lines : base.lines,
    addedMembers: [...base.addedMembers, ...later.addedMembers.filter((id) => !sameMember.has(id))],
    labels: new Map([...later.labels, ...base.labels]),
    readings: new Map(
      [...base.readings.keys(), ...later.readings.keys()].map((line) => [
        line,
        new Set([...(base.readings.get(line) ?? []), ...(later.readings.get(line) ?? [])]),
      ]),
    ),
  }
}

/** Added members that go by one name in both rounds (`new-1`) are one person. */
function matchLabels(base: InterviewAnswers, later: InterviewAnswers): ReadonlyMap<string, string> {
  const byLabel = new Map(base.addedMembers.map((id) => [base.labels.get(id), id]))
  return new Map(
    later.addedMembers.flatMap((id) => {
      const known = byLabel.get(later.labels.get(id))
      return known === undefined ? [] : [[id, known]]
    }),
  )
}

function overlayInstances(
  base: ReadonlyMap<string, InstanceAnswers>,
  later: ReadonlyMap<string, InstanceAnswers>,
): ReadonlyMap<string, InstanceAnswers> {
  const merged = new Map(base)
  for (const [id, answers] of later) merged.set(id, new Map([...(base.get(id) ?? []), ...answers]))
  return merged
}
