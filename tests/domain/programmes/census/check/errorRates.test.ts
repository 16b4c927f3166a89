import { describe, expect, it } from 'vitest'
import { againstLimit } from '../../../../../src/domain/programmes/census/check/checkRates'
import { errorRates } from '../../../../../src/domain/programmes/census/check/errorRates'

/** A household of a village, with whether each of its answers is the same. */
function twice(cluster: string, weight: number, answers: Readonly<Record<string, boolean>>) {
  return {
    sampling: { weight, stratum: 'drawn_villages', cluster },
    answers: Object.entries(answers).map(([question, isSame]) => ({
      ref: { question },
      first: 'yes',
      backcheck: isSame ? 'yes' : 'no',
      isSame,
    })),
  }
}

describe('error rates', () => {
  it('are weighted, of each item among the answers that both have, and over all items', () => {
    const { overall, items } = errorRates([
      twice('东', 3, { water: false, food: true }),
      twice('西', 1, { water: true, food: true, house: false }),
      twice('西', 1, { water: true }),
    ])
    expect(items.map(({ question, part, whole }) => [question, part, whole])).toEqual([
      ['house', 1, 1],
      ['water', 1, 3],
      ['food', 0, 2],
    ])
    // water: 3 of 3 + 1 + 1; food: 0 of 3 + 1; over all: 3 + 1 of 2 x 3 + 3 + 1
    expect(items.map(({ estimate }) => estimate.value)).toEqual([1, 3 / 5, 0])
    expect(overall).toMatchObject({ part: 2, whole: 6, estimate: { value: 4 / 10 } })
  })
  it('have intervals by villages: those that agree within villages are wider than those that do not', () => {
    const house = (village: number, at: number, isSame: boolean) =>
      twice(`村${village}`, 1, Object.fromEntries([[`q`, isSame], [`r${at}`, true]])) // prettier-ignore
    const of = (isSame: (village: number, at: number) => boolean) =>
      errorRates(
        Array.from({ length: 10 }, (_, village) =>
          Array.from({ length: 10 }, (_each, at) => house(village, at, isSame(village, at))),
        ).flat(),
      ).items.find(({ question }) => question === 'q')?.estimate
    const [clustered, spread] = [of((village) => village > 1), of((village, at) => (at + village) % 5 !== 0)]
    expect(clustered?.value).toBeCloseTo(0.2, 9)
    expect(spread?.value).toBeCloseTo(0.2, 9)
    const width = (each: typeof spread) => (each?.high ?? NaN) - (each?.low ?? NaN)
    expect(width(clustered)).toBeGreaterThan(2 * width(spread))
  })
  it('are none where nothing was compared', () => {
    expect(errorRates([]).overall).toMatchObject({ part: 0, whole: 0, estimate: { value: null } })
  })
})

describe('a rate against the limit', () => {
  it.each([
    [0.02, 0.01, 0.05, 'within'],
    [0.09, 0.06, 0.12, 'above'],
    [0.04, 0.02, 0.06, 'unsettled'],
    [0.07, 0.05, 0.09, 'unsettled'],
    [0.02, null, null, 'unsettled'],
    [null, null, null, null],
  ])('of %s (%s to %s) is %s', (value, low, high, expected) => {
    expect(againstLimit({ value, low, high, method: 'none' }, 0.05)).toBe(expected)
  })
})
