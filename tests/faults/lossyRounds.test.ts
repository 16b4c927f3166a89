import { describe, expect, it } from 'vitest'
import { lossyRound } from './lossyRounds'
import { MISSING, Tally } from './Tally'

/** A share of `npm run faults`: the same rounds it begins with. */
const ROUNDS = 15

describe('a working history with faults between its days', () => {
  it('loses nothing that was called saved, halves nothing, and reports what was repaired', async () => {
    const tally = new Tally()
    for (let seed = 1; seed <= ROUNDS; seed += 1)
      expect(await lossyRound(seed, tally), `npm run faults -- --only ${seed}`).toEqual([])
    expect(tally.of('looked', MISSING)).toBe(0)
    // Rounds in which nothing happened would find nothing either.
    expect(tally.of('looked', 'saved changes looked for')).toBeGreaterThan(1_000)
    expect(tally.of('fault', 'both sides ahead in turn')).toBeGreaterThan(0)
  }, 300_000)
})
