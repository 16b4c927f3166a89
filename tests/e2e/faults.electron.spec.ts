import { Tally } from '../faults/Tally'
import { windowRound } from '../faults/windowRounds'
import { expect, test, testExecutable } from './fixtures'

// A share of `npm run faults`: the first two of its rounds whose disk is not filled, which takes root.
for (const seed of [1, 2])
  test(`shows everything again that was shown as saved, in round ${seed} of the fault campaign`, async () => {
    test.setTimeout(180_000)
    const tally = new Tally()
    expect(
      await windowRound(seed, testExecutable(), tally),
      `npm run faults -- --only-window ${seed}`,
    ).toEqual([])
    // A round in which nothing was saved would find nothing missing either.
    expect(tally.of('work', 'answers shown as saved')).toBeGreaterThan(0)
  })
