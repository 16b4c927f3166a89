import type { Place, Problem } from '../../domain/shared/Problem'
import { groupBy } from '../../domain/shared/groupBy'

export type ProblemGroup = readonly [Problem, ...Problem[]]

/** Problems of one cause together, gravest first: thousands of lines may be wrong in one and the same way. */
export function problemGroups(problems: readonly Problem[]): readonly ProblemGroup[] {
  const groups = [
    ...groupBy(problems, ({ severity, code, place }) => [severity, code, place.question].join(':')).values(),
  ]
  return (groups as unknown as readonly ProblemGroup[]).toSorted(
    ([left], [right]) => GRAVITY[left.severity] - GRAVITY[right.severity],
  )
}

/** Where a problem lies, for people: file, sheet, cell or line; the sheet of a text file has its name. */
export function placeText({ file, sheet, cell, line }: Place): string {
  return [file, sheet === file ? undefined : sheet, cell, line === undefined ? undefined : `:${line}`]
    .filter((part) => part !== undefined)
    .join(' ')
}

const GRAVITY = { error: 0, warning: 1, note: 2 } as const
