import type { Change } from '../changes/Change'

/** Whoever wrote most of these changes, of several the first by name; null where there are none. */
export function busiest(changes: readonly Change[]): string | null {
  const counts = new Map<string, number>()
  for (const { person } of changes) counts.set(person, (counts.get(person) ?? 0) + 1)
  const [most] = [...counts].sort(
    ([leftName, left], [rightName, right]) => right - left || (leftName < rightName ? -1 : 1),
  )
  return most?.[0] ?? null
}
