import type { Change } from '../changes/Change'
import { elementOfPath, elementsOf } from '../changes/elements'
import { foldChanges, type EntityState, type SettledPath } from '../changes/foldChanges'
import type { Answer, AnswerValue, InstanceAnswers, InterviewAnswers, QuestionRef } from './Answers'

/** Path of the change that begins an interview; its value pins the version of the form. */
export const BEGUN = 'begun'

/** What the changes of one interview say. */
export interface InterviewRecord {
  readonly id: string
  /** The instrument's version it began with; undefined if its beginning has not arrived yet. */
  readonly instrumentVersion: string | undefined
  readonly answers: InterviewAnswers
  /** Questions answered differently by people who had not seen each other's answers: nothing is decided by them. */
  readonly conflicts: readonly QuestionRef[]
  readonly corrections: readonly Correction[]
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
  const household = new Map<string, Answer>()
  const members = new Map<string, Map<string, Answer>>()
  const lines = new Map<string, Map<string, Answer>>()
  const conflicts: QuestionRef[] = []
  const corrections: Correction[] = []
  const presentLines = presentElements(state, 'lines')
  for (const line of presentLines) lines.set(line, new Map())

  for (const [path, pathState] of state) {
    const element = elementOfPath(path)
    if (path === BEGUN || element?.rest === '') continue
    if (element?.list === 'lines' && !lines.has(element.id)) continue
    const ref = refOf(path)
    corrections.push(...correctionsIn(ref, pathState.history))
    if (pathState.isConflict) conflicts.push(ref)
    else if (pathState.value !== null) {
      const answers =
        element === undefined ? household : instanceIn(element.list === 'lines' ? lines : members, element.id)
      answers.set(ref.question, answerOf(pathState))
    }
  }
  return {
    id,
    instrumentVersion: versionIn(state),
    answers: {
      household,
      members,
      lines,
      addedMembers: presentElements(state, 'members'),
      labels: labelsIn(state),
    },
    conflicts,
    corrections,
  }
}

/** The first round as a later round corrects it: every answer of `later` stands in place of the earlier one. */
export function overlayAnswers(base: InterviewAnswers, later: InterviewAnswers): InterviewAnswers {
  return {
    household: new Map([...base.household, ...later.household]),
    members: overlayInstances(base.members, later.members),
    lines: overlayInstances(base.lines, later.lines),
    addedMembers: [...base.addedMembers, ...later.addedMembers],
    labels: new Map([...base.labels, ...later.labels]),
  }
}

function overlayInstances(
  base: ReadonlyMap<string, InstanceAnswers>,
  later: ReadonlyMap<string, InstanceAnswers>,
) {
  const merged = new Map(base)
  for (const [id, answers] of later) merged.set(id, new Map([...(base.get(id) ?? []), ...answers]))
  return merged
}

function presentElements(state: EntityState, list: 'members' | 'lines'): readonly string[] {
  return elementsOf(state, list)
    .filter(({ presence }) => presence !== 'removed')
    .map(({ id }) => id)
}

function labelsIn(state: EntityState): ReadonlyMap<string, string> {
  const labels = new Map<string, string>()
  for (const [path, { history }] of state) {
    const element = elementOfPath(path)
    const made = history[0]?.value
    if (element?.rest === '' && typeof made === 'string') labels.set(element.id, made)
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

function refOf(path: string): QuestionRef {
  const element = elementOfPath(path)
  if (element === undefined) return { question: path }
  return element.list === 'lines'
    ? { question: element.rest, line: element.id }
    : { question: element.rest, member: element.id }
}

function correctionsIn(ref: QuestionRef, history: readonly Change[]): readonly Correction[] {
  if (history.length < 2) return []
  const byId = new Map(history.map((change) => [change.id, change]))
  return history.flatMap((change) =>
    change.replaces.flatMap((id) => {
      const old = byId.get(id)
      return old === undefined ? [] : [{ ref, old, new: change }]
    }),
  )
}
