import { expect, it } from 'vitest'
import { attackRound, type AttackCounts } from './attackRound'

/** A share of `npm run attacks`: the teams it begins with. */
const TEAMS = 2
const ATTACKS = 25

it('a member with real keys bends nothing, whatever his app writes', async () => {
  const counts: AttackCounts = { verdicts: new Map(), taken: 0 }
  for (let seed = 1; seed <= TEAMS; seed++)
    expect(await attackRound(seed, ATTACKS, counts), `npm run attacks -- --only ${seed}`).toEqual([])
  // Where everything were refused, or nothing, the attacks would show nothing.
  expect(counts.taken).toBeGreaterThan(0)
  expect(counts.verdicts.size).toBeGreaterThan(5)
}, 300_000)
