import { PROJECT_FACTS } from '../../../src/application/facts/projectFacts'
import { beforeEach, describe, expect, it } from 'vitest'
import { countyFactsOf } from '../../../src/application/measures/countyTotals'
import {
  decideReading,
  readingChoicesOf,
  readingResults,
} from '../../../src/application/measures/decideReading'
import { reportCounty } from '../../../src/application/measures/reportCounty'
import type { ProjectStore } from '../../../src/application/store/ProjectStore'
import { aMeasured, someMeasured } from '../../builders/aMeasured'
import { aMemoryProject, AUTHOR } from '../../builders/aMemoryProject'
import { someStandards } from '../../builders/someStandards'

const TOTALS = {
  ruralRegistered: 10_000,
  exited: 4000,
  poor: 0,
  unregistered: 6000,
  sampledVillagesUnregistered: 400,
  source: '县统计局',
}
/** 4 omitted of 40 interviewed (10 %, not reached), of the villages' 400 1 % (reached). */
const { measures } = reportCounty(
  [
    ...someMeasured(50),
    ...someMeasured(9, { status: 'unregistered', conclusion: 'no_omission' }, 'u'),
    aMeasured({
      id: 'o',
      status: 'unregistered',
      conclusion: 'suspected_omission',
      determined: 'omission',
    }),
  ],
  { totals: TOTALS, reading: null },
  someStandards(),
)

describe('the choice of a reading', () => {
  let store: ProjectStore
  beforeEach(async () => {
    store = await aMemoryProject([], [])
  })
  it('keeps the results of both readings, and every earlier choice with its ground', async () => {
    const results = readingResults(measures, 0)
    await decideReading(store, 'interviewed', results, { ...AUTHOR, reason: '国办发〔2016〕16 号' })
    await decideReading(store, 'sampled_villages', results, { ...AUTHOR, reason: '省里的办法' })
    const choices = await readingChoicesOf(store)
    expect(choices.map(({ reading, reason }) => [reading, reason])).toEqual([
      ['interviewed', '国办发〔2016〕16 号'],
      ['sampled_villages', '省里的办法'],
    ])
    expect(choices[1]?.results).toEqual({
      interviewed: { omissionRate: 0.1, omissionResult: 'not_reached', countyResult: 'not_reached' },
      sampled_villages: { omissionRate: 0.01, omissionResult: 'reached', countyResult: 'reached' },
    })
    expect((await countyFactsOf(store)).reading).toBe('sampled_villages')
  })
  it('leaves the county undetermined while a suspicion is open', () => {
    expect(readingResults(measures, 1).interviewed.countyResult).toBe('undetermined')
  })
  it('is refused without a reason, with nothing changed', async () => {
    const refused = await decideReading(store, 'interviewed', readingResults([], 0), {
      ...AUTHOR,
      reason: ' ',
    })
    expect(refused).toMatchObject({ problems: [{ code: 'reading_reason_missing' }] })
    expect(await readingChoicesOf(store)).toEqual([])
  })
  it('is read from projects that kept the name alone', async () => {
    await store.write([
      {
        entity: 'project',
        entityId: 'project',
        path: PROJECT_FACTS.omissionReading.path,
        value: 'interviewed',
        ...AUTHOR,
        reason: '文件',
      },
    ])
    expect((await countyFactsOf(store)).reading).toBe('interviewed')
    expect(await readingChoicesOf(store)).toMatchObject([{ reading: 'interviewed', results: null }])
  })
})
