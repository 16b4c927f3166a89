import type {
  Decision,
  HouseholdDeterminations,
} from '../../../domain/programmes/assessment/determination/Determination'
import type { HouseholdAssessment } from '../../assess/assessHousehold'
import type { ClearedSuspicion } from '../../assess/clearedSuspicion'
import { describeHousehold } from '../../texts/describeHousehold'
import { columnsIn } from '../../tables/TableSpec'
import { describeCleared } from '../../texts/describeCleared'
import { describeConfirmation } from '../../texts/describeConfirmation'
import type { Texts } from '../../texts/Texts'
import { listOf, type HouseholdList } from '../HouseholdList'
import type { ReviewTerms } from '../WorkbookInput'

/** What was decided, in words; nothing of it where the county only said something against a suspicion. */
interface Said {
  readonly determination: string | null
  readonly isFinal: string | null
  readonly why: string | null
  readonly who: string | null
  readonly when: string | null
  readonly confirmedBy: string | null
  readonly confirmedHow: string | null
  readonly rebuttal: string | null
}

interface DeterminationRow extends Said {
  readonly assessment: HouseholdAssessment
}

/**
 * Every decision that people ever took of a household, with what the county said against it; those that stand are marked.
 * A suspicion that was cleared has a row of its own.
 */
export function determinationList({ texts }: ReviewTerms): HouseholdList {
  const column = columnsIn<DeterminationRow>(texts)
  return listOf({
    key: 'determinations',
    columns: [
      column('household', 22, 'text', ({ assessment }) => describeHousehold(assessment.household, texts)),
      column('head', 12, 'text', ({ assessment }) => assessment.household.headName),
      column('village', 14, 'text', ({ assessment }) => assessment.household.village),
      column('conclusion', 16, 'text', ({ assessment }) =>
        texts.term('conclusions', assessment.judgement.conclusion),
      ),
      column('determination', 14, 'text', ({ determination }) => determination),
      column('isFinal', 10, 'text', ({ isFinal }) => isFinal),
      column('why', 50, 'text', ({ why }) => why),
      column('who', 12, 'text', ({ who }) => who),
      column('when', 18, 'instant', ({ when }) => when),
      column('confirmedBy', 12, 'text', ({ confirmedBy }) => confirmedBy),
      column('confirmedHow', 14, 'text', ({ confirmedHow }) => confirmedHow),
      column('rebuttal', 50, 'text', ({ rebuttal }) => rebuttal),
    ],
    rowsOf: ({ assessment, determinations }) =>
      [...clearedRows(assessment.cleared, texts), ...decidedRows(determinations, texts)].map((said) => ({
        ...said,
        assessment,
      })),
  })
}

const NOTHING_SAID: Said = {
  determination: null,
  isFinal: null,
  why: null,
  who: null,
  when: null,
  confirmedBy: null,
  confirmedHow: null,
  rebuttal: null,
}

function clearedRows(cleared: ClearedSuspicion | null, texts: Texts): readonly Said[] {
  if (cleared === null) return []
  const { secondLook, person, at } = cleared
  return [
    {
      ...NOTHING_SAID,
      determination: texts.term('cleared', secondLook?.agrees === false ? 'stands' : 'mark'),
      isFinal: secondLook === null ? null : texts.term('marks', secondLook.agrees ? 'yes' : 'no'),
      why: describeCleared(cleared, texts),
      who: person,
      when: at,
      confirmedBy: secondLook?.by ?? null,
    },
  ]
}

function decidedRows(said: HouseholdDeterminations | undefined, texts: Texts): readonly Said[] {
  if (said === undefined) return []
  const rebuttal = said.rebuttals.map(({ text }) => text).join('；') || null
  if (said.history.length === 0) return [{ ...NOTHING_SAID, rebuttal }]
  return said.history.map((decision) => ({
    determination: texts.term('determinations', decision.determination ?? 'taken_back'),
    isFinal: texts.term('marks', isFinal(decision, said) ? 'yes' : 'no'),
    why: decision.reason,
    who: decision.by,
    when: decision.at,
    confirmedBy: decision.confirmedBy,
    confirmedHow: describeConfirmation(decision, texts),
    rebuttal,
  }))
}

function isFinal(decision: Decision, said: HouseholdDeterminations): boolean {
  const standing = said[decision.question]
  return standing.state === 'final' && standing.decision.id === decision.id
}
