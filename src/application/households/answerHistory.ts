import type { Change } from '../../domain/changes/Change'
import { elementOfPath } from '../../domain/changes/elements'
import { byAge, differ, foldChanges } from '../../domain/changes/foldChanges'
import { refOfAnswer } from '../../domain/interview/answerPath'
import { isDraft, isHearing, isNote, isReturn, roundOf } from '../../domain/interview/bookkeeping'
import { notedPath } from '../../domain/interview/notes'
import { commentedPath } from '../../domain/interview/returns'
import type { QuestionRef } from '../../domain/interview/Answers'
import { groupBy } from '../../domain/shared/groupBy'
import { ROUNDS, type Round } from '../assess/AnswerRecord'

/** One change of a household with what it took the place of. */
export interface HistoryEntry {
  readonly change: Change
  /** Empty for a first answer; several where a conflict was settled. */
  readonly old: readonly Change[]
  /** Null for what belongs to no interview. */
  readonly round: Round | null
  /** What was answered, or which member or line was added; null for anything else. */
  readonly ref: QuestionRef | null
  /** `element`: a member or ledger line was added or taken away. `return`: the lead's comment on `ref`, or on the whole (null). `note`: written beside `ref`. */
  readonly kind: 'answer' | 'element' | 'return' | 'note' | 'other'
  /** One of several answers that nobody has decided between. */
  readonly isContested: boolean
  /** It took the place of something else: not of the same, known the same way, with no new reason. */
  readonly isChanged: boolean
  /** It decided between answers that differed. */
  readonly hasSettled: boolean
}

/** Every change of a household, newest first: old, new, who, when, why. Unended typing is none of it, nor what was read out. */
export function answerHistory(
  changes: readonly Change[],
  isQuestion: (name: string) => boolean,
): readonly HistoryEntry[] {
  const entries: HistoryEntry[] = []
  for (const [, ofEntity] of groupBy(changes, ({ entity, entityId }) => `${entity} ${entityId}`))
    for (const [path, { history, heads, isConflict }] of foldChanges(ofEntity)) {
      if (isDraft(path) || isHearing(path)) continue
      const byId = new Map(history.map((change) => [change.id, change]))
      for (const change of history) {
        const old = change.replaces.flatMap((id) => byId.get(id) ?? [])
        entries.push({
          change,
          old,
          round: roundIn(change),
          ...placeOf(change, isQuestion),
          isContested: isConflict && heads.includes(change),
          isChanged: old.some((each) => differ([each, change]) || isNewReason(each, change)),
          hasSettled: differ(old),
        })
      }
    }
  return entries.sort((left, right) => byAge(right.change, left.change))
}

function isNewReason(old: Change, { reason }: Change): boolean {
  return reason !== undefined && reason !== old.reason
}

function roundIn({ entity, entityId }: Change): Round | null {
  const name = entity === 'interview' ? roundOf(entityId) : undefined
  return ROUNDS.find((round) => round === name) ?? null
}

function placeOf(
  { entity, path }: Change,
  isQuestion: (name: string) => boolean,
): Pick<HistoryEntry, 'kind' | 'ref'> {
  if (entity !== 'interview') return { kind: 'other', ref: null }
  if (isReturn(path)) {
    const commented = commentedPath(path)
    return { kind: 'return', ref: commented === null ? null : refOfAnswer(commented) }
  }
  if (isNote(path)) return { kind: 'note', ref: refOfAnswer(notedPath(path)) }
  const element = elementOfPath(path)
  const ref = refOfAnswer(path)
  if (element?.rest === '') return { kind: 'element', ref }
  return isQuestion(ref.question) ? { kind: 'answer', ref } : { kind: 'other', ref: null }
}
