import type { SeededRandom } from '../shared/seededRandom'
import type { Draw, Drawn } from './PracticeCensus'

/** An answer by its shares; of several choices at least one. */
export function drawAnswer(
  { one, several, otherwise = 'none', nothing = 0, numbers = [] }: Draw,
  random: SeededRandom,
): Drawn {
  if (one !== undefined) return drawWeighted(Object.entries(one), random)
  if (several === undefined)
    return drawWeighted(
      numbers.map(({ value, weight }) => [value, weight] as const),
      random,
    )
  if (nothing > 0 && random.next() < nothing) return [otherwise]
  const chosen = Object.entries(several).flatMap(([name, share]) => (random.next() < share ? [name] : []))
  return chosen.length === 0 ? [otherwise] : chosen
}

/** One of the items, each as likely as its weight is of all. */
export function drawWeighted<Item>(
  items: readonly (readonly [item: Item, weight: number])[],
  random: SeededRandom,
): Item {
  let left = random.next() * items.reduce((sum, [, weight]) => sum + weight, 0)
  const found = items.find(([, weight]) => (left -= weight) < 0) ?? items.at(-1)
  if (found === undefined) throw new Error('nothing to draw from')
  return found[0]
}
