import type { Instrument } from '../instrument/loadInstrument'
import { boundToLedger } from './agreedLedger'
import type { InstanceAnswers, InterviewAnswers } from './Answers'

/** Whether a question is about a visit itself, in the group of its outcome: a later visit does not change how an earlier one went. */
export function isOfTheVisit({ questions, roles }: Instrument, question: string): boolean {
  const group = questions.get(question)?.group
  return group !== undefined && group === questions.get(roles.outcome.question)?.group
}

/**
 * The first round as a later one corrects it: every answer of `later` stands in place of the earlier one, its ledger, if
 * it has one, in place of the whole earlier ledger. A later visit that met nobody changes nothing.
 */
export function overlayAnswers(
  base: InterviewAnswers,
  later: InterviewAnswers,
  instrument: Instrument,
): InterviewAnswers {
  const { outcome } = instrument.roles
  const came = later.household.get(outcome.question)?.value
  if (came !== undefined && came !== outcome.completed && came !== outcome.partial) return base
  const heard = boundToLedger(instrument.roles)
  const sameMember = matchLabels(base, later)
  const members = new Map([...later.members].map(([id, answers]) => [sameMember.get(id) ?? id, answers]))
  const household = [...later.household]
    .filter(([question]) => !isOfTheVisit(instrument, question) || !base.household.has(question))
    .map(
      ([question, answer]) =>
        [
          question,
          answer.heard ? { ...answer, heard: overlayAnswers(base, answer.heard, instrument) } : answer,
        ] as const,
    )
  // The first round's answers about its ledger do not hold for the ledger of a verification.
  const first = [...base.household].map(([question, answer]) =>
    heard.includes(question) && answer.givenFor === undefined && base.lines.size > 0
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
