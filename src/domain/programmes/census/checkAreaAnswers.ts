import type { Problem } from '../../shared/Problem'
import type { ProblemCode } from '../../shared/ProblemCode'
import { choicesOf, type AreaAnswers, type AreaForm, type AreaQuestion } from './AreaForm'

/**
 * What in an area's answers cannot be true: `area_question_unknown`, `area_choice_unknown`, `area_number_invalid`,
 * `area_text_invalid`, `area_part_exceeds_whole`. `area`: its name, for the words. Missing answers are no fault: see
 * `openQuestions`.
 */
export function checkAreaAnswers(form: AreaForm, answers: AreaAnswers, area: string): readonly Problem[] {
  const byName = new Map(form.questions.map((question) => [question.name, question]))
  return Object.entries(answers).flatMap(([name, value]) => {
    if (value === null) return []
    const question = byName.get(name)
    if (question === undefined) return [fault('area_question_unknown', area, name, name)]
    return faultOf(form, question, value, answers, area) ?? []
  })
}

function faultOf(
  form: AreaForm,
  question: AreaQuestion,
  value: string | number,
  answers: AreaAnswers,
  area: string,
): Problem | null {
  const { name, type } = question
  if (type === 'select_one') {
    const isChoice = choicesOf(form, question).some((choice) => choice.name === value)
    return isChoice ? null : fault('area_choice_unknown', area, name, value)
  }
  if (type === 'text') {
    const isText = typeof value === 'string' && value.trim() !== ''
    return isText ? null : fault('area_text_invalid', area, name, value)
  }
  return numberFault(question, value, answers, area)
}

function numberFault(
  { name, type, constraint: { min = -Infinity, atMost } = {} }: AreaQuestion,
  value: string | number,
  answers: AreaAnswers,
  area: string,
): Problem | null {
  const isNumber = type === 'integer' ? Number.isSafeInteger(value) : Number.isFinite(value)
  if (!isNumber || Number(value) < min)
    return fault('area_number_invalid', area, name, value, Number.isFinite(min) ? { min } : {})
  const limit = atMost === undefined ? null : (answers[atMost] ?? null)
  if (atMost === undefined || typeof limit !== 'number' || Number(value) <= limit) return null
  return fault('area_part_exceeds_whole', area, name, value, { whole: atMost, limit })
}

function fault(
  code: ProblemCode,
  area: string,
  question: string,
  value: string | number,
  more: Readonly<Record<string, string | number>> = {},
): Problem {
  return {
    code,
    severity: 'error',
    place: { question },
    value: String(value),
    details: { area, question, ...more },
  }
}
