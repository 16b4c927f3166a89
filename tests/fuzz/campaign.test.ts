import { describe, expect, it } from 'vitest'
import { hostileFiles } from './hostileFiles'
import { oddLists } from './lists/oddLists'
import { runCampaign, type Verdict } from './runCampaign'

const FILES = 300
const LISTS = 600

describe('hostile files', () => {
  it('are each imported or refused with a reason, in bounded time and memory', async () => {
    const verdicts: Verdict[] = []
    const numbers = Array.from({ length: FILES }, (_, number) => number)
    await runCampaign({
      campaign: 'bytes',
      seed: 20_201_231,
      numbers,
      tell: (verdict) => verdicts.push(verdict),
    })
    expect(verdicts.filter(({ findings }) => findings.length > 0)).toEqual([])
    expect(verdicts).toHaveLength(FILES)
    // A campaign in which all files are refused, or none, tests nothing.
    const imported = verdicts.filter(({ outcome }) => outcome === 'imported').length
    expect(imported).toBeGreaterThan(FILES / 10)
    expect(imported).toBeLessThan(FILES - FILES / 10)
  }, 120_000)

  it('are the same bytes whenever seed and number are the same', async () => {
    const [one, other] = [await hostileFiles(1), await hostileFiles(1)]
    for (const number of [0, 1, 2, 3, 4, 5, 6, 7]) expect(one(number)).toEqual(other(number))
    expect((await hostileFiles(2))(0).bytes).not.toEqual(one(0).bytes)
  })
})

describe('correct lists made odd', () => {
  it('say the same people and values, or are reported at that place', async () => {
    const verdicts: Verdict[] = []
    const numbers = Array.from({ length: LISTS }, (_, number) => number)
    await runCampaign({
      campaign: 'lists',
      seed: 20_201_231,
      numbers,
      tell: (verdict) => verdicts.push(verdict),
    })
    expect(verdicts.filter(({ findings }) => findings.length > 0)).toEqual([])
    // A reader that reports everything does not pass, nor one that refuses everything.
    const same = verdicts.filter(({ outcome }) => outcome === 'same').length
    expect(same).toBeGreaterThan(LISTS / 4)
    expect(verdicts.filter(({ outcome }) => outcome === 'refused').length).toBeLessThan(LISTS / 4)
  }, 120_000)

  it('are the same bytes whenever seed and number are the same', () => {
    const [one, other] = [oddLists(1), oddLists(1)]
    for (const number of [0, 1, 2, 3, 4, 5, 6, 7]) expect(one(number).files).toEqual(other(number).files)
    expect(oddLists(2)(0).files).not.toEqual(one(0).files)
  })
})
