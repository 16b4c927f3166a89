import type { Decision, HouseholdDeterminations } from '../../../domain/determination/Determination'
import type { HouseholdList, ReviewTerms } from '../WorkbookInput'
import type { WorkbookCell, WorkbookColumn } from '../WorkbookSheet'

/** Every decision that people ever took of a household, with what the county said against it; those that stand are marked. */
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
      column('rebuttal', 50),
    ],
    rowsOf: ({ assessment: { household, judgement }, determinations: said }) => {
      if (said === undefined) return []
      const { id, headName, village } = household
      const before = [id, headName, village, texts.term('conclusions', judgement.conclusion)]
      const rebuttal = said.rebuttals.map(({ text }) => text).join('；') || null
      if (said.history.length === 0) return [[...before, null, null, null, null, null, null, rebuttal]]
      return said.history.map((decision): readonly WorkbookCell[] => [
        ...before,
        texts.term('determinations', decision.determination ?? 'taken_back'),
        texts.term('marks', isFinal(decision, said) ? 'yes' : 'no'),
        decision.reason,
        decision.by,
        decision.at,
        decision.confirmedBy,
        rebuttal,
      ])
    },
  }
}

function isFinal(decision: Decision, said: HouseholdDeterminations): boolean {
  const standing = said[decision.question]
  return standing.state === 'final' && standing.decision.id === decision.id
}
