import type { Problem } from '../../domain/shared/Problem'

/** Characters of a cell that a problem repeats: one quote that is not closed makes a cell of a whole file. */
const LONGEST = 200

/** The problem with what it repeats of the material cut to what a reader can look at. */
export function shortProblem(problem: Problem): Problem {
  const { value, details } = problem
  const isShort =
    (value?.length ?? 0) <= LONGEST &&
    Object.values(details ?? {}).every((each) => String(each).length <= LONGEST)
  if (isShort) return problem
  return {
    ...problem,
    value: value === null ? null : short(value),
    ...(details && {
      details: Object.fromEntries(
        Object.entries(details).map(([name, each]) => [name, typeof each === 'string' ? short(each) : each]),
      ),
    }),
  }
}

function short(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`
}
