import { canonicalText } from '../changes/canonicalText'
import type { Change } from '../changes/Change'
import { elementOfPath, elementsOf, type ElementPath } from '../changes/elements'
import { foldChanges, type EntityState, type PathState, type SettledPath } from '../changes/foldChanges'
import { BOUND_TO_LEDGER } from './agreedLedger'
import { BEGUN, isBookkeeping, isOverride } from './bookkeeping'
import type { Answer, AnswerValue, InstanceAnswers, InterviewAnswers, QuestionRef } from './Answers'

/** What the changes of one interview say. */
export interface InterviewRecord {
  readonly id: string
  /** The instrument's version it began with; undefined if its beginning has not arrived yet. */
  readonly instrumentVersion: string | undefined
  readonly answers: InterviewAnswers
  /** Questions answered differently by people who had not seen each other's answers: nothing is decided by them. */
  readonly conflicts: readonly QuestionRef[]
  readonly corrections: readonly Correction[]
  /** Written reasons for passed-over warnings, by their path. */
  readonly overrides: ReadonlyMap<string, string>
}

/** One answer that took the place of another: who changed what into what, when and why. */
export interface Correction {
  readonly ref: QuestionRef
  readonly old: Change
  readonly new: Change
}

/** Reads an interview from its changes, in any order. */
export function readInterview(id: string, changes: readonly Change[]): InterviewRecord {
  const state = foldChanges(changes)
  const record = readState(id, state)
  const household = new Map(record.answers.household)
  for (const question of BOUND_TO_LEDGER) {
    const answer = household.get(question)
    const given = state.get(question)?.heads.at(-1)
    if (answer === undefined || given === undefined) continue
    // Nearly every agreement is the last word on its ledger: there is nothing to compare.
    const isLastWord = changes.every(
      ({ lamport, path }) => lamport < given.lamport || elementOfPath(path) === undefined,
    )
    if (isLastWord) continue
    const before = changes.filter(({ lamport }) => lamport < given.lamport)
    const heard = readState(id, foldChanges(before)).answers
    // Given before there was any line, as a file may have it: meant for the ledger that the file brings.
    if (heard.lines.size > 0) household.set(question, { ...answer, heard })
  }
  return { ...record, answers: { ...record.answers, household } }
}

function readState(id: string, state: EntityState): InterviewRecord {
  const household = new Map<string, Answer>()
  const members = new Map<string, Map<string, Answer>>()
  const conflicts: QuestionRef[] = []
  const corrections: Correction[] = []
  const answered: (readonly [ElementPath | undefined, string, PathState])[] = []
  const made = new Map<string, PathState>()
  const overrides = new Map<string, string>()
  for (const [path, pathState] of state) {
    const element = elementOfPath(path)
    if (element?.rest === '') {
      made.set(path, pathState)
      if (pathState.isConflict)
        conflicts.push(refOf(element, element.list === 'lines' ? 'income_kind' : 'member_status'))
    } else if (isOverride(path)) overrides.set(path, String(pathState.heads.at(-1)?.value ?? ''))
    else if (!isBookkeeping(path)) answered.push([element, path, pathState])
  }
  const lines = new Map(presentElements(made, 'lines').map((line) => [line, new Map<string, Answer>()]))

  for (const [element, path, pathState] of answered) {
    if (element?.list === 'lines' && !lines.has(element.id)) continue
    const question = element?.rest ?? path
    if (pathState.history.length > 1)
      corrections.push(...correctionsIn(refOf(element, question), pathState.history))
    if (pathState.isConflict) conflicts.push(refOf(element, question))
    else if (pathState.value !== null) {
      const answers =
        element === undefined ? household : instanceIn(element.list === 'lines' ? lines : members, element.id)
      answers.set(question, answerOf(pathState))
    }
  }
  // A line or a person of whom every answer was taken back is not there.
  const filled = new Map([...lines].filter(([, answers]) => answers.size > 0))
  const addedMembers = presentElements(made, 'members').filter(
    (member) => (members.get(member)?.size ?? 0) > 0,
  )
  const answers = { household, members, lines: filled, addedMembers, labels: labelsIn(made) }
  return { id, instrumentVersion: versionIn(state), answers, conflicts, corrections, overrides }
}

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
    BOUND_TO_LEDGER.includes(question) && base.lines.size > 0
      ? ([question, { ...answer, heard: answer.heard ?? base }] as const)
      : ([question, answer] as const),
  )
  return {
    household: new Map([...first, ...household]),
    members: overlayInstances(base.members, members),
    lines: later.lines.size > 0 ? later.lines : base.lines,
    addedMembers: [...base.addedMembers, ...later.addedMembers.filter((id) => !sameMember.has(id))],
    labels: new Map([...later.labels, ...base.labels]),
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

function presentElements(state: EntityState, list: 'members' | 'lines'): readonly string[] {
  return elementsOf(state, list)
    .filter(({ presence }) => presence !== 'removed')
    .map(({ id }) => id)
}

function labelsIn(made: EntityState): ReadonlyMap<string, string> {
  const labels = new Map<string, string>()
  for (const [path, { history }] of made) {
    const label = history[0]?.value
    if (typeof label === 'string') labels.set(elementOfPath(path)?.id ?? path, label)
  }
  return labels
}

function versionIn(state: EntityState): string | undefined {
  const version = state.get(BEGUN)?.history[0]?.value
  return typeof version === 'string' ? version : undefined
}

function instanceIn(instances: Map<string, Map<string, Answer>>, id: string): Map<string, Answer> {
  const known = instances.get(id)
  if (known !== undefined) return known
  const made = new Map<string, Answer>()
  instances.set(id, made)
  return made
}

function answerOf({ value, evidence }: SettledPath): Answer {
  // An answer's change always has evidence; one that lost it can decide nothing.
  return { value: value as AnswerValue, evidence: evidence ?? 'registry' }
}

function refOf(element: ElementPath | undefined, question: string): QuestionRef {
  if (element === undefined) return { question }
  return element.list === 'lines' ? { question, line: element.id } : { question, member: element.id }
}

function correctionsIn(ref: QuestionRef, history: readonly Change[]): readonly Correction[] {
  const byId = new Map(history.map((change) => [change.id, change]))
  return history.flatMap((change) =>
    change.replaces.flatMap((id) => {
      const old = byId.get(id)
      return old === undefined || isSameAnswer(old, change) ? [] : [{ ref, old, new: change }]
    }),
  )
}

/** Only how it is known has become clearer: no correction of what was said, unless somebody gave a new reason. */
function isSameAnswer(old: Change, changed: Change): boolean {
  const isReasoned = changed.reason !== undefined && changed.reason !== old.reason
  return !isReasoned && canonicalText(old.value) === canonicalText(changed.value)
}
