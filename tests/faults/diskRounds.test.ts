import { rm } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { diskRound, makeDiskWorld } from './diskRounds'
import { Tally } from './Tally'

/** A share of `npm run faults`: the same rounds it begins with, two of each command. */
const ROUNDS = 12

it('leaves every output as it was or whole, and reports why, when the disk refuses something', async () => {
  const tally = new Tally()
  const world = await makeDiskWorld()
  for (let seed = 1; seed <= ROUNDS; seed += 1)
    expect(await diskRound(seed, world, tally), `npm run faults -- --only-disk ${seed}`).toEqual([])
  await rm(world, { recursive: true })
  // Rounds in which nothing happened would find nothing either.
  expect(tally.of('end', 'refused')).toBeGreaterThan(ROUNDS / 2)
}, 300_000)
