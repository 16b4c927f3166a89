import { seededRandom } from '../../domain/shared/seededRandom'
import { groupBy } from '../../domain/shared/groupBy'
import type { AnswerRecord } from '../assess/AnswerRecord'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const VISITS_A_DAY = 5
/** From door to door, and how the days begin: nine in the morning in China. */
const WALK_MINUTES = 20
const DAY_BEGINS = 60 * MINUTE
/** Every so many visits something that a lead should see: one that was hurried, one begun before the last was over. */
const HASTY_EVERY = 24
const OVERLAPPING_EVERY = 40
const HASTY_MINUTES = 5
const OVERLAP_MINUTES = 8

/**
 * Generated answers with times, as if each assessor had gone from house to house on the days before `today` (ISO instant): so that a
 * practice county has something for the quality desk to find.
 */
export function withPracticeTimes(
  answers: readonly AnswerRecord[],
  today: string,
  seed: number,
): readonly AnswerRecord[] {
  const random = seededRandom(seed)
  const midnight = Math.floor(Date.parse(today) / DAY) * DAY
  let visits = 0
  return [...groupBy(answers, ({ by }) => by).values()].flatMap((ofAssessor) => {
    const households = [...groupBy(ofAssessor, ({ household }) => household).values()]
    const days = Math.ceil(households.length / VISITS_A_DAY)
    let [free, day] = [0, -1]
    return households.flatMap((own, index) => {
      visits++
      if (Math.floor(index / VISITS_A_DAY) > day) {
        day = Math.floor(index / VISITS_A_DAY)
        free = midnight - (days - day) * DAY + DAY_BEGINS
      }
      const isOverlapping = visits % OVERLAPPING_EVERY === 0 && index % VISITS_A_DAY > 0
      const begins = isOverlapping ? free - (WALK_MINUTES + OVERLAP_MINUTES) * MINUTE : free
      const lasts = (visits % HASTY_EVERY === 0 ? HASTY_MINUTES : random.between(16, 40)) * MINUTE
      free = begins + lasts + WALK_MINUTES * MINUTE
      return own.map((answer, nth) => ({
        ...answer,
        at: new Date(begins + Math.round((lasts * nth) / Math.max(1, own.length - 1))).toISOString(),
      }))
    })
  })
}
