import type { Change } from '../changes/Change'
import { elementOfPath, elementsOf, type ElementPath } from '../changes/elements'
import { foldChanges, type EntityState, type PathState, type SettledPath } from '../changes/foldChanges'
import { BEGUN, isBookkeeping } from './bookkeeping'
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
  const household = new Map<string, Answer>()
  const members = new Map<string, Map<string, Answer>>()
  const conflicts: QuestionRef[] = []
  const corrections: Correction[] = []
  const answered: (readonly [ElementPath | undefined, string, PathState])[] = []
  const made = new Map<string, PathState>()
  const overrides = new Map<string, string>()
  for (const [path, pathState] of state) {
    const element = elementOfPath(path)
    if (element?.rest === '') made.set(path, pathState)
    else if (isBookkeeping(path)) overrides.set(path, String(pathState.heads.at(-1)?.value ?? ''))
    else answered.push([element, path, pathState])
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
  const answers = {
    household,
    members,
    lines,
    addedMembers: presentElements(made, 'members'),
    labels: labelsIn(made),
  }
  return { id, instrumentVersion: versionIn(state), answers, conflicts, corrections, overrides }
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
      return old === undefined ? [] : [{ ref, old, new: change }]
    }),
  )
}
