import type { ElementList } from '../../domain/changes/elements'
import { isWordless, type QuestionData, type Text } from '../../domain/instrument/Instrument'
import type { Instrument } from '../../domain/instrument/loadInstrument'
import type { AnswerValue } from '../../domain/interview/Answers'
import { stateOf, type Instance } from '../../domain/interview/Interview'
import type { HouseholdAssessment } from '../assess/assessHousehold'
import { shownId, shownText } from '../workbook/WorkbookInput'
import { writingOf } from '../workbook/writings'
import { MISSING, type Code, type DataCell, type VariableOf } from './Dataset'
import { numbered, zeroOne, type DataTerms } from './DataTerms'

/** Where a row's answers stand. */
export interface AnswerRow {
  readonly assessment: HouseholdAssessment
  readonly instance: Instance
  readonly isHidden: boolean
}

type Shape = Pick<VariableOf<unknown>, 'type' | 'codes'>

/**
 * A variable for each question of the household, or of a list's elements; one for each choice where several may be chosen; whatever form
 * has it.
 */
export function answerVariables(
  list: ElementList | null,
  terms: DataTerms,
): readonly VariableOf<AnswerRow>[] {
  return questionsOf(list, terms.instruments).flatMap((question) => variablesOf(question, terms))
}

/** What people call an added member or line; the key of a listed one. */
export function keyOf({ labels }: HouseholdAssessment, id: string): string {
  return labels.get(id) ?? id
}

function questionsOf(list: ElementList | null, instruments: readonly Instrument[]): readonly QuestionData[] {
  const asked = instruments.flatMap(({ data, repeats }) =>
    data.groups.filter(({ scope }) => repeats.listOf(scope) === list).flatMap(({ questions }) => questions),
  )
  return [...new Map(asked.toReversed().map((question) => [question.name, question])).values()].toReversed()
}

function variablesOf(question: QuestionData, terms: DataTerms): readonly VariableOf<AnswerRow>[] {
  const { name, label, type } = question
  if (type !== 'select_multiple') {
    const cellOf = cellMaker(question, terms)
    const value = (row: AnswerRow) => answered(row, name, cellOf)
    return [{ name, label, origin: 'answer', ...shapeOf(question, terms), value }]
  }
  return choicesOf(question, terms.instruments).map((choice) => ({
    name: `${name}_${choice.code}`,
    label: joined(label, choice.label),
    origin: 'answer',
    type: 'code',
    codes: zeroOne(terms.texts),
    value: (row) => answered(row, name, (value) => mark((value as readonly string[]).includes(choice.code))),
  }))
}

/** `1` of what holds, else `0`: codes of `zeroOne`. */
export function mark(holds: boolean): string {
  return holds ? '1' : '0'
}

function joined(left: Text, right: Text): Text {
  return { 'zh-CN': `${left['zh-CN']}：${right['zh-CN']}`, en: `${left.en}: ${right.en}` }
}

/** Every choice of every form, so that a number never means two things. */
function choicesOf({ choices = '' }: QuestionData, instruments: readonly Instrument[]): readonly Code[] {
  const offered = instruments.flatMap(({ data }) => data.choices[choices] ?? [])
  return numbered([...new Map(offered.map((choice) => [choice.name, choice])).values()])
}

function shapeOf(question: QuestionData, { texts, instruments }: DataTerms): Shape {
  switch (question.type) {
    case 'select_one':
      return { type: 'code', codes: choicesOf(question, instruments) }
    case 'signature':
      return { type: 'code', codes: zeroOne(texts) }
    case 'image':
    case 'audio':
      return { type: 'integer' }
    case 'decimal':
      return { type: question.name.endsWith('_yuan') ? 'yuan' : 'decimal' }
    case 'integer':
    case 'date':
      return { type: question.type }
    default:
      return { type: 'text' }
  }
}

type CellOf = (value: AnswerValue, row: AnswerRow) => DataCell

function cellMaker({ type, format }: QuestionData, { isIdInFull }: DataTerms): CellOf {
  if (type === 'signature') return () => mark(true)
  if (isWordless(type)) return (value) => [value].flat().length
  if (type === 'select_one_member' || type === 'select_multiple_members')
    return (value, { assessment }) =>
      [value]
        .flat()
        .map((member) => keyOf(assessment, String(member)))
        .join(' ')
  if (type !== 'text') return (value) => value as string | number
  if (format === 'id_number') return (value) => shownId(String(value), isIdInFull)
  return (value) => shownText(String(value), isIdInFull)
}

function answered(row: AnswerRow, question: string, cellOf: CellOf): DataCell {
  const { assessment, instance, isHidden } = row
  if (isHidden) return MISSING.hidden
  const { interview } = assessment
  // A form of another version may not ask it.
  if (!interview.instrument.questions.has(question)) return MISSING.not_applicable
  const writing = writingOf(assessment, instance, question)
  if (writing !== null) return MISSING[writing]
  const state = stateOf(interview, instance, question)
  return state.state === 'answered' ? cellOf(state.answer.value, row) : null
}
