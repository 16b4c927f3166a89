import { isAdditionalName } from '../../../domain/instrument/AdditionalForm'
import { isWordless, type Scope } from '../../../domain/instrument/Instrument'
import type { Instrument } from '../../../domain/instrument/loadInstrument'
import { stateOf, type Instance } from '../../../domain/interview/Interview'
import type { HouseholdAssessment } from '../../assess/assessHousehold'
import type { Cell, CellType, TableColumn } from '../../tables/TableSpec'
import { answerText } from '../../texts/describeBecause'
import type { Texts } from '../../texts/Texts'
import { makeNameOf, shownText, type ReviewTerms } from '../../workbook/WorkbookInput'
import { writingOf, written } from '../../workbook/writings'

/** Whose answers a row tells. */
interface Answering {
  readonly assessment: HouseholdAssessment
  readonly instance: Instance
  readonly isHidden: boolean
}

const TYPES: Readonly<Partial<Record<string, CellType>>> = {
  integer: 'integer',
  decimal: 'number',
  date: 'date',
}

/** A column a question of the form that is asked of such an instance, in the form's order; `told`: those that the row says already. */
export function answerColumns<Row>(
  instrument: Instrument,
  scope: Scope,
  told: ReadonlySet<string>,
  { texts, isIdInFull }: Pick<ReviewTerms, 'texts' | 'isIdInFull'>,
  of: (row: Row) => Answering,
): readonly TableColumn<Row>[] {
  const asked = [...instrument.questions.values()].filter(
    ({ scope: own, data: { name, type } }) =>
      own === scope && !isWordless(type) && !told.has(name) && !isAdditionalName(name),
  )
  return asked.map(({ data: { name, label, type } }): TableColumn<Row> => {
    const cellType = TYPES[type] ?? 'text'
    return {
      key: `answer_${name}`,
      label: label[texts.language],
      width: 14,
      type: cellType,
      value: (row) => answerCell(name, cellType, of(row), texts, isIdInFull),
    }
  })
}

function answerCell(
  question: string,
  type: CellType,
  { assessment, instance, isHidden }: Answering,
  texts: Texts,
  isIdInFull: boolean,
): Cell {
  if (isHidden) return written('hidden', type, texts)
  const { interview } = assessment
  // An interview that was begun with another form may not have the question.
  if (!interview.instrument.questions.has(question)) return written('not_applicable', type, texts)
  const why = writingOf(assessment, instance, question)
  if (why !== null) return written(why, type, texts)
  const state = stateOf(interview, instance, question)
  if (state.state !== 'answered') return null
  const { value } = state.answer
  if (
    typeof value === 'string' &&
    interview.instrument.questions.get(question)?.data.type === 'select_one_member'
  )
    return makeNameOf(assessment, texts)({ member: value })
  if (type !== 'text' && (typeof value === 'number' || typeof value === 'string')) return value
  return shownText(answerText(value, question, interview.instrument, texts), isIdInFull)
}
