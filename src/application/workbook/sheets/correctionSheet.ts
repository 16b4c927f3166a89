import type { Correction } from '../../../domain/interview/readInterview'
import type { ContestedPlace } from '../../../domain/team/everConflicted'
import type { HouseholdAssessment } from '../../assess/assessHousehold'
import { describeHousehold } from '../../texts/describeHousehold'
import { columnsIn } from '../../tables/TableSpec'
import { answerText } from '../../texts/describeBecause'
import { listOf, type HouseholdList } from '../HouseholdList'
import { makeNameOf, shownText, type ReviewTerms } from '../WorkbookInput'

interface CorrectionRow extends Correction {
  readonly assessment: HouseholdAssessment
  /** People once answered it differently, neither knowing of the other. */
  readonly wasContested: boolean
}

/** Every answer that took the place of another: old, new, who, when, why. */
export function correctionList({ texts, isIdInFull }: ReviewTerms): HouseholdList {
  const column = columnsIn<CorrectionRow>(texts)
  const shown = ({ assessment, ref }: CorrectionRow, { value }: Correction['old']): string | null =>
    shownText(answerText(value, ref.question, assessment.interview.instrument, texts), isIdInFull)
  return listOf({
    key: 'corrections',
    columns: [
      column('household', 22, 'text', ({ assessment }) => describeHousehold(assessment.household, texts)),
      column('question', 24, 'text', ({ assessment: { interview }, ref }) => {
        return interview.instrument.questions.get(ref.question)?.data.label[texts.language] ?? ref.question
      }),
      column('source', 14, 'text', ({ assessment, ref }) => makeNameOf(assessment, texts)(ref)),
      column('oldValue', 20, 'text', (row) => shown(row, row.old)),
      column('newValue', 20, 'text', (row) => shown(row, row.new)),
      column('who', 14, 'text', (row) => row.new.person),
      column('when', 20, 'instant', (row) => row.new.at),
      column('why', 30, 'text', (row) => row.new.reason ?? null),
      column('differed', 16, 'text', ({ wasContested }) =>
        wasContested ? texts.term('history', 'ever_conflicted') : null,
      ),
    ],
    rowsOf: ({ assessment }) => {
      const places = new Set(assessment.everConflicted.map(placeKey))
      return assessment.corrections.map((correction) => ({
        ...correction,
        assessment,
        wasContested: places.has(placeKey(correction.new)),
      }))
    },
  })
}

function placeKey({ entity, entityId, path }: ContestedPlace): string {
  return `${entity} ${entityId} ${path}`
}
