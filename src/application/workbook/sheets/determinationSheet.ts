import type {
  Decision,
  HouseholdDeterminations,
} from '../../../domain/programmes/assessment/determination/Determination'
import type { ClearedSuspicion } from '../../assess/clearedSuspicion'
import { describeCleared } from '../../texts/describeCleared'
import { describeConfirmation } from '../../texts/describeConfirmation'
import type { Texts } from '../../texts/Texts'
import type { HouseholdList, ReviewTerms } from '../WorkbookInput'
import type { WorkbookCell, WorkbookColumn } from '../WorkbookSheet'

/**
 * Every decision that people ever took of a household, with what the county said against it; those that stand are marked.
 * A suspicion that was cleared has a row of its own.
 */
export function determinationList({ texts }: ReviewTerms): HouseholdList {
  const column = (name: string, width: number, kind: WorkbookColumn['kind'] = 'text'): WorkbookColumn => ({
    header: texts.term('columns', name),
    width,
    kind,
  })
  return {
    sheet: 'determinations',
    columns: [
      column('household', 22),
      column('head', 12),
      column('village', 14),
      column('conclusion', 16),
      column('determination', 14),
      column('isFinal', 10),
      column('why', 50),
      column('who', 12),
      column('when', 18, 'instant'),
      column('confirmedBy', 12),
      column('confirmedHow', 14),
      column('rebuttal', 50),
    ],
    rowsOf: ({ assessment: { household, judgement, cleared }, determinations: said }) => {
      const { id, headName, village } = household
      const before = [id, headName, village, texts.term('conclusions', judgement.conclusion)]
      return [...clearedRows(before, cleared, texts), ...decidedRows(before, said, texts)]
    },
  }
}

function clearedRows(
  before: readonly WorkbookCell[],
  cleared: ClearedSuspicion | null,
  texts: Texts,
): readonly (readonly WorkbookCell[])[] {
  if (cleared === null) return []
  const { secondLook, person, at } = cleared
  const mark = texts.term('cleared', secondLook?.agrees === false ? 'stands' : 'mark')
  const isAgreed = secondLook === null ? null : texts.term('marks', secondLook.agrees ? 'yes' : 'no')
  const why = describeCleared(cleared, texts)
  return [[...before, mark, isAgreed, why, person, at, secondLook?.by ?? null, null, null]]
}

function decidedRows(
  before: readonly WorkbookCell[],
  said: HouseholdDeterminations | undefined,
  texts: Texts,
): readonly (readonly WorkbookCell[])[] {
  if (said === undefined) return []
  const rebuttal = said.rebuttals.map(({ text }) => text).join('；') || null
  if (said.history.length === 0) return [[...before, null, null, null, null, null, null, null, rebuttal]]
  return said.history.map((decision): readonly WorkbookCell[] => [
    ...before,
    texts.term('determinations', decision.determination ?? 'taken_back'),
    texts.term('marks', isFinal(decision, said) ? 'yes' : 'no'),
    decision.reason,
    decision.by,
    decision.at,
    decision.confirmedBy,
    describeConfirmation(decision, texts),
    rebuttal,
  ])
}

function isFinal(decision: Decision, said: HouseholdDeterminations): boolean {
  const standing = said[decision.question]
  return standing.state === 'final' && standing.decision.id === decision.id
}
