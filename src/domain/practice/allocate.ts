/** What is drawn at a share: its weight of all weights. */
interface Weighted {
  readonly weight: number
}

/**
 * Each item at its share of `count`, by largest remainder. At least once each where there is room for all, which is from `room` on.
 */
export function allocate<Item extends Weighted>(
  items: readonly Item[],
  count: number,
  room = items.length,
): readonly Item[] {
  const sum = items.reduce((total, { weight }) => total + weight, 0)
  const least = count >= room ? 1 : 0
  const exact = items.map(({ weight }) => (weight / sum) * count)
  const counts = exact.map((share) => Math.max(least, Math.floor(share)))
  const add = (index: number, by: number): void => void counts.splice(index, 1, (counts[index] ?? 0) + by)
  const byRemainder = [...exact.keys()].sort((a, b) => remainder(exact[b]) - remainder(exact[a]))
  let open = count - counts.reduce((total, each) => total + each, 0)
  for (let turn = 0; open > 0; turn++, open--) add(byRemainder[turn % byRemainder.length] ?? 0, 1)
  // What the smallest got too much, the largest gives.
  for (; open < 0; open++) add(counts.indexOf(Math.max(...counts)), -1)
  return items.flatMap((item, index) => Array.from({ length: counts[index] ?? 0 }, () => item))
}

function remainder(share: number | undefined): number {
  return (share ?? 0) - Math.floor(share ?? 0)
}
