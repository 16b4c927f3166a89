import { refOfAnswer } from '../../../domain/interview/answerPath'
import type { QuestionRef } from '../../../domain/interview/Answers'
import { isWordless } from '../../../domain/instrument/Instrument'
import type { Json } from '../../../domain/shared/Json'
import type { HouseholdAssessment } from '../../assess/assessHousehold'
import { shownText } from '../../workbook/WorkbookInput'
import { keyOf } from '../answerVariables'
import { datasetOf, MISSING, type Dataset, type VariableOf } from '../Dataset'
import type { DataTerms } from '../DataTerms'
import { variablesIn } from '../variablesIn'
import { householdKey } from './householdData'

interface PlacedRow {
  readonly assessment: HouseholdAssessment
  readonly ref: QuestionRef
}

/** One row an answer that took the place of another: both, who, when and why. Several choices are apart by spaces. */
export function correctionData(terms: DataTerms): Dataset {
  type Row = PlacedRow & HouseholdAssessment['corrections'][number]
  const variable = variablesIn<Row>(terms, 'people')
  return datasetOf<Row>(
    'corrections',
    [
      ...placeKeys<Row>(terms),
      variable('old_value', 'text', (row) => valueText(row.old.value, row, terms)),
      variable('new_value', 'text', (row) => valueText(row.new.value, row, terms)),
      variable('written_by', 'text', (row) => row.new.person),
      variable('written_at', 'instant', (row) => row.new.at),
      variable('reason', 'text', (row) => shownText(row.new.reason ?? null, terms.isIdInFull)),
    ],
    ({ assessment }) => assessment.corrections.map((correction) => ({ ...correction, assessment })),
  )
}

/** One row a note beside a question. */
export function noteData(terms: DataTerms): Dataset {
  type Row = PlacedRow & HouseholdAssessment['notes'][number]
  const variable = variablesIn<Row>(terms, 'people')
  return datasetOf<Row>(
    'notes',
    [
      ...placeKeys<Row>(terms),
      variable('text', 'text', ({ text }) => shownText(text, terms.isIdInFull)),
      variable('written_by', 'text', ({ by }) => by),
      variable('written_at', 'instant', ({ at }) => at),
    ],
    ({ assessment }) =>
      assessment.notes.map((note) => ({ ...note, assessment, ref: refOfAnswer(note.about) })),
  )
}

function placeKeys<Row extends PlacedRow>(terms: DataTerms): readonly VariableOf<Row>[] {
  const key = variablesIn<Row>(terms, 'key')
  const place = (list: 'member' | 'line', { assessment, ref }: Row) =>
    ref[list] === undefined ? MISSING.not_applicable : keyOf(assessment, ref[list])
  return [
    householdKey<Row>(terms),
    key('member', 'text', (row) => place('member', row)),
    key('line', 'text', (row) => place('line', row)),
    key('question', 'text', ({ ref }) => ref.question),
  ]
}

/** Null: taken back. */
function valueText(value: Json, { assessment, ref }: PlacedRow, { isIdInFull }: DataTerms): string | null {
  if (value === null) return null
  const type = assessment.interview.instrument.questions.get(ref.question)?.data.type
  if (type === 'signature') return 'signature'
  const texts = [value].flat().map(String)
  const named =
    type !== undefined && (isWordless(type) || type.endsWith('members') || type.endsWith('member'))
  return shownText(texts.map((each) => (named ? keyOf(assessment, each) : each)).join(' '), isIdInFull)
}
