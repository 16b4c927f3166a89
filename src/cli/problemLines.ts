import type { Texts } from '../application/texts/Texts'
import type { Problem } from '../domain/shared/Problem'

/** Problems for the eye, a line each: severity, place, what happened, what to do. */
export function problemLines(problems: readonly Problem[], texts: Texts): string {
  return problems.map((problem) => problemLine(problem, texts)).join('\n')
}

function problemLine(problem: Problem, texts: Texts): string {
  const { file, sheet, cell, line } = problem.place
  const place = [file, sheet, cell, line === undefined ? undefined : `:${line}`]
    .filter((part) => part !== undefined)
    .join(' ')
  const { message, remedy } = texts.problem(problem)
  const severity = texts.term('severity', problem.severity)
  return `${severity}  ${place === '' ? '' : `${place}  `}${message} ${remedy}  [${problem.code}]`
}
