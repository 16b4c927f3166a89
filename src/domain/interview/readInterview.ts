import { canonicalText } from '../changes/canonicalText'
import type { Change } from '../changes/Change'
import { elementOfPath, elementsOf, type ElementPath } from '../changes/elements'
import { foldChanges, type EntityState, type PathState, type SettledPath } from '../changes/foldChanges'
import { formOf, type Forms } from '../instrument/Forms'
import { boundQuestions, type Roles } from '../instrument/Roles'
import { BEGUN, GIVEN_FOR, isBookkeeping, isOverride, READ } from './bookkeeping'
import type { Answer, AnswerValue, InterviewAnswers, QuestionRef } from './Answers'

/** The content of the changes of one interview. */
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

/** Reads an interview from its changes, in any order; one of a form that nobody here knows as the current one would have it. */
export function readInterview(id: string, changes: readonly Change[], forms: Forms): InterviewRecord {
  const state = foldChanges(changes)
  const { roles } = formOf(forms, versionIn(state)) ?? forms.currentInstrument
  const record = readState(id, state, roles)
  const household = new Map(record.answers.household)
  for (const question of boundQuestions(roles)) {
    const answer = household.get(question)
    const said = state.get(question)
    const given = said?.heads.at(-1)
    if (answer === undefined || given === undefined) continue
    const givenFor = said?.heads.flatMap((head) => namedBy(head, state)) ?? []
    if (givenFor.length > 0) household.set(question, { ...answer, givenFor })
    if (givenFor.length > 0 || question === roles.acceptance) continue
    // Nearly every agreement is the latest change about its ledger: there is nothing to compare.
    const isLastWord = changes.every(
      ({ lamport, path }) => lamport < given.lamport || elementOfPath(path) === undefined,
    )
    if (isLastWord) continue
    const before = changes.filter(({ lamport }) => lamport < given.lamport)
    const heard = readState(id, foldChanges(before), roles).answers
    // Given before there was any line, as a file may have it: meant for the ledger that the file brings.
    if (heard.lines.size > 0) household.set(question, { ...answer, heard })
  }
  return { ...record, answers: { ...record.answers, household } }
}

/** What an answer's change names; the settlement of a conflict, which takes one of its sides, what that side named. */
function namedBy(change: Change, state: EntityState): readonly string[] {
  const own = state.get(GIVEN_FOR + change.id)?.history[0]?.value
  if (typeof own === 'string') return [own]
  if (change.replaces.length < 2) return []
  const sides = state.get(change.path)?.history ?? []
  return sides
    .filter(({ id, value }) => change.replaces.includes(id) && value === change.value)
    .flatMap((side) => namedBy(side, state))
}

/** `read/<line>/<hash of the ledger>`, by line. */
function readingsIn(state: EntityState): ReadonlyMap<string, ReadonlySet<string>> {
  const readings = new Map<string, Set<string>>()
  for (const path of state.keys()) {
    if (!path.startsWith(READ)) continue
    const [line = '', hash = ''] = path.slice(READ.length).split('/')
    readings.set(line, (readings.get(line) ?? new Set()).add(hash))
  }
  return readings
}

function readState(id: string, state: EntityState, { memberStatus, ledger }: Roles): InterviewRecord {
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
        conflicts.push(refOf(element, element.list === 'lines' ? (ledger?.kind ?? '') : memberStatus))
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
  const answers = {
    household,
    members,
    lines: filled,
    addedMembers,
    labels: labelsIn(made),
    readings: readingsIn(state),
  }
  return { id, instrumentVersion: versionIn(state), answers, conflicts, corrections, overrides }
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

/** Only how it is known has become clearer: no correction of the answer, unless somebody gave a new reason. */
function isSameAnswer(old: Change, changed: Change): boolean {
  const isReasoned = changed.reason !== undefined && changed.reason !== old.reason
  return !isReasoned && canonicalText(old.value) === canonicalText(changed.value)
}
