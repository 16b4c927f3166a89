import type { AreaForm } from '../../../domain/programmes/census/AreaForm'
import type { Problem } from '../../../domain/shared/Problem'

/** A problem of an area's answers with its questions named as the form names them. */
export function namedProblem(problem: Problem, form: AreaForm, language: 'zh-CN' | 'en'): Problem {
  const { details } = problem
  if (details === undefined) return problem
  const named = Object.entries(details).map(([part, value]) => {
    const isQuestion = part === 'question' || part === 'whole'
    const question = isQuestion ? form.questions.find(({ name }) => name === value) : undefined
    return [part, question?.label[language] ?? value] as const
  })
  return { ...problem, details: Object.fromEntries(named) }
}
