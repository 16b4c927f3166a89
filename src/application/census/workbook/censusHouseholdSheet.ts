import type { Instrument } from '../../../domain/instrument/loadInstrument'
import { outcomeIn } from '../../../domain/interview/Interview'
import { stateOf } from '../../../domain/programmes/census/coverage/Coverage'
import { columnsIn } from '../../tables/TableSpec'
import { listedColumns } from '../../workbook/sheets/listedColumns'
import { listOf, type HouseholdList } from '../../workbook/HouseholdList'
import type { ReviewedHousehold, ReviewTerms } from '../../workbook/WorkbookInput'
import { answerColumns } from './answerColumns'
import { stateText } from './coverageSheet'

/** One row a household of a census: who it is, where it stands, and what it answered. */
export function censusHouseholdList(instrument: Instrument, terms: ReviewTerms): HouseholdList {
  const { texts } = terms
  const column = columnsIn<ReviewedHousehold>(texts)
  // The outcome has a column of its own, the note stands among the notes.
  const told = new Set([instrument.roles.outcome.question, 'note'])
  return listOf({
    key: 'households',
    columns: [
      ...listedColumns<ReviewedHousehold>(texts),
      column('coverageState', 14, 'text', ({ assessment: { interview }, isHidden }) =>
        isHidden === true
          ? texts.term('writings', 'hidden')
          : stateText(stateOf({ outcome: outcomeIn(interview) }), instrument, texts),
      ),
      column(
        'presentPersons',
        10,
        'integer',
        ({ assessment: { interview } }) => interview.members.filter(({ facts }) => facts.isPresent).length,
      ),
      column('unanswered', 10, 'integer', ({ assessment }) => assessment.judgement.unanswered.length),
      column('conflicts', 10, 'integer', ({ assessment }) => assessment.conflicts.length),
      ...answerColumns<ReviewedHousehold>(
        instrument,
        'household',
        told,
        terms,
        ({ assessment, isHidden = false }) => {
          return { assessment, instance: assessment.interview.household, isHidden }
        },
      ),
      column('key', 16, 'text', ({ assessment }) => assessment.household.id),
    ],
    rowsOf: (reviewed) => [reviewed],
  })
}
