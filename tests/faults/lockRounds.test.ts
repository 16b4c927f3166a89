import { expect, it } from 'vitest'
import { lockRound } from './lockRounds'
import { Tally } from './Tally'

/** A share of `npm run faults`: the same rounds it begins with. */
const ROUNDS = 300

it('gives the lock of a folder to one process at a time, whatever each is interrupted by', async () => {
  const tally = new Tally()
  for (let seed = 1; seed <= ROUNDS; seed += 1)
    expect(await lockRound(seed, tally), `npm run faults -- --only-lock ${seed}`).toEqual([])
  // Rounds in which nothing happened would find nothing either.
  expect(tally.of('work', 'taken')).toBeGreaterThan(ROUNDS)
  expect(tally.of('work', 'held')).toBeGreaterThan(ROUNDS)
  expect(tally.of('fault', 'process killed')).toBeGreaterThan(ROUNDS / 2)
}, 60_000)
