import type { Desk } from './Desk'
import { fillDisk, loseIndex, moveClock, type Trouble } from './lossyTrouble'
import {
  acceptPackage, backUp, changePasscode, finishInterview, giveAnswer, giveAtOnce, giveSeveral, keepRoster,
  summarise, type Work,
} from './lossyWork' // prettier-ignore

/** How a day came to its end; `cut_off` is said by whoever saw the power go. */
export type DayEnd = 'closed' | 'killed' | 'index_is_gone' | 'cut_off'

/** How often each is done, among all. */
const WORK: readonly (readonly [Work, number])[] = [
  [giveAnswer, 8],
  [giveSeveral, 4],
  [giveAtOnce, 4],
  [acceptPackage, 2],
  [keepRoster, 2],
  [finishInterview, 2],
  [summarise, 1],
  [changePasscode, 1],
  [backUp, 1],
]
const TROUBLES: readonly (readonly [Trouble, number])[] = [
  [fillDisk, 3],
  [moveClock, 2],
  [loseIndex, 1],
]
const TROUBLE_SHARE = 0.06
const CLOSED_SHARE = 0.4

/** A day of an assessor's work; ends with a proper close, or in the middle of it. */
export async function lossyDay(desk: Desk): Promise<DayEnd> {
  const { random } = desk.round
  for (let left = random.between(3, 25); left > 0; left -= 1) {
    if (random.next() >= TROUBLE_SHARE) {
      await weighed(WORK, random.next())(desk)
      continue
    }
    const became = await weighed(TROUBLES, random.next())(desk)
    if (became !== 'goes_on') return became === 'ends' ? 'killed' : became
  }
  if (random.next() >= CLOSED_SHARE) return 'killed'
  await desk.store.close()
  return 'closed'
}

function weighed<Item>(items: readonly (readonly [Item, number])[], drawn: number): Item {
  let left = drawn * items.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [item, weight] of items) {
    left -= weight
    if (left < 0) return item
  }
  throw new Error('nothing to draw from')
}
