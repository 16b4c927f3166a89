import { isAdditionalName } from '../../../domain/instrument/AdditionalForm'
import type { Question } from '../../../domain/instrument/loadInstrument'
import { instancesOf, stateOf, type Instance } from '../../../domain/interview/Interview'
import { refTo } from '../../../domain/interview/unansweredQuestions'
import type { HouseholdAssessment } from '../../assess/assessHousehold'
import { columnsIn, type Cell, type CellType } from '../../tables/TableSpec'
import { describeHousehold } from '../../texts/describeHousehold'
import { answerText } from '../../texts/describeBecause'
import { listOf, type HouseholdList } from '../HouseholdList'
import { makeNameOf, shownText, type ReviewTerms } from '../WorkbookInput'
import { writingOf, written } from '../writings'

interface AdditionalRow {
  readonly assessment: HouseholdAssessment
  readonly question: Question
  readonly instance: Instance
}

const CELL_TYPES: Readonly<Partial<Record<Question['data']['type'], CellType>>> = {
  integer: 'integer',
  decimal: 'number',
  date: 'date',
}

/** Every additional question that a household was to be asked, a row each: what was answered, or that nobody did. */
export function additionalList({ texts, isIdInFull }: ReviewTerms): HouseholdList {
  const column = columnsIn<AdditionalRow>(texts)
  const { language } = texts
  return listOf({
    key: 'additional',
    columns: [
      column('household', 22, 'text', ({ assessment }) => describeHousehold(assessment.household, texts)),
      column('village', 14, 'text', ({ assessment }) => assessment.household.village),
      column('group', 24, 'text', ({ question }) => question.group.label[language]),
      column('question', 40, 'text', ({ question }) => question.data.label[language]),
      column('source', 14, 'text', ({ assessment, question, instance }) =>
        makeNameOf(assessment, texts)(refTo(question.data.name, instance)),
      ),
      column('additional_answer', 40, 'text', (row) => answerCell(row)),
      column('questionName', 24, 'text', ({ question }) => question.data.name),
    ],
    rowsOf: ({ assessment, isHidden = false }) => (isHidden ? [] : rowsOf(assessment)),
  })

  function answerCell({ assessment, question, instance }: AdditionalRow): Cell {
    const { name, type } = question.data
    const why = writingOf(assessment, instance, name)
    if (why !== null) return written(why, 'text', texts)
    const state = stateOf(assessment.interview, instance, name)
    if (state.state !== 'answered') return null
    const { value } = state.answer
    const cellType = CELL_TYPES[type]
    if (cellType !== undefined && typeof value !== 'object') return { value, type: cellType }
    return shownText(answerText(value, name, assessment.interview.instrument, texts), isIdInFull)
  }
}

function rowsOf(assessment: HouseholdAssessment): readonly AdditionalRow[] {
  const { interview } = assessment
  const questions = [...interview.instrument.questions.values()].filter(({ data }) =>
    isAdditionalName(data.name),
  )
  return questions.flatMap((question) =>
    instancesOf(interview, question.scope)
      .filter((instance) => stateOf(interview, instance, question.data.name).state !== 'not_applicable')
      .map((instance) => ({ assessment, question, instance })),
  )
}
