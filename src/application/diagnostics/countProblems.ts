import type { Problem } from '../../domain/shared/Problem'

/** How many problems there are of each code. */
export function countProblems(
  problems: readonly Problem[],
): readonly { readonly code: string; readonly count: number }[] {
  const counts = new Map<string, number>()
  for (const { code } of problems) counts.set(code, (counts.get(code) ?? 0) + 1)
  return [...counts].map(([code, count]) => ({ code, count }))
}
