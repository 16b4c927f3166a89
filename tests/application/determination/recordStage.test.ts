import { beforeEach, describe, expect, it } from 'vitest'
import { recordStage, stagesOf } from '../../../src/application/determination/recordStage'
import type { ProjectStore } from '../../../src/application/store/ProjectStore'
import { aMemoryProject, AUTHOR } from '../../builders/aMemoryProject'

const author = { ...AUTHOR, reason: '文件到了' }
const TODAY = '2020-12-31'
let store: ProjectStore

beforeEach(async () => {
  store = await aMemoryProject([], [])
})

describe('the stages of a county’s exit', () => {
  it('are recorded in their order, on the same day at the earliest', async () => {
    expect((await recordStage(store, 'county_applies', '2019-11-01', TODAY, author)).ok).toBe(true)
    expect((await recordStage(store, 'city_reviews', '2019-11-01', TODAY, author)).ok).toBe(true)
    expect(await stagesOf(store)).toEqual({
      county_applies: '2019-11-01',
      city_reviews: '2019-11-01',
      province_decides: null,
      centre_records: null,
    })
  })
  it('can be corrected as long as the order stands', async () => {
    await recordStage(store, 'county_applies', '2019-11-01', TODAY, author)
    await recordStage(store, 'city_reviews', '2019-12-01', TODAY, author)
    expect((await recordStage(store, 'county_applies', '2019-12-01', TODAY, author)).ok).toBe(true)
    expect(await recordStage(store, 'county_applies', '2019-12-02', TODAY, author)).toMatchObject({
      problems: [{ code: 'stage_out_of_order' }],
    })
  })
  it.each([
    ['city_reviews', '2019-11-01', 'stage_before_missing'],
    ['county_applies', '2019-02-30', 'stage_date_unreadable'],
    ['county_applies', '2021-01-01', 'stage_date_in_future'],
  ] as const)('refuse %s on %s: %s', async (stage, date, code) => {
    expect(await recordStage(store, stage, date, TODAY, author)).toMatchObject({ problems: [{ code }] })
  })
  it('may be of today', async () => {
    expect((await recordStage(store, 'county_applies', TODAY, TODAY, author)).ok).toBe(true)
  })
  it('are refused without a ground, with nothing changed', async () => {
    const refused = await recordStage(store, 'county_applies', '2019-11-01', TODAY, {
      ...author,
      reason: ' ',
    })
    expect(refused).toMatchObject({ problems: [{ code: 'stage_reason_missing' }] })
    expect((await stagesOf(store)).county_applies).toBe(null)
  })
  it('refuse a day before the stage before', async () => {
    await recordStage(store, 'county_applies', '2019-11-02', TODAY, author)
    expect(await recordStage(store, 'city_reviews', '2019-11-01', TODAY, author)).toMatchObject({
      problems: [{ code: 'stage_out_of_order' }],
    })
  })
})
