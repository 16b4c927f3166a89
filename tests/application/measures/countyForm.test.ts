import { beforeEach, describe, expect, it } from 'vitest'
import { countyFormOf, recordCountyForm } from '../../../src/application/measures/countyForm'
import type { ProjectStore } from '../../../src/application/store/ProjectStore'
import { EMPTY_COUNTY_FORM } from '../../../src/domain/programmes/assessment/county/CountyForm'
import { aMemoryProject, AUTHOR } from '../../builders/aMemoryProject'

const SCHOOLS = { count: 41, source: '县教育局' }
const FORM = { schools: SCHOOLS, hospitals: null, notes: '两所在扩建' }
let store: ProjectStore

beforeEach(async () => {
  store = await aMemoryProject([], [])
})

async function faultsOf(input: unknown) {
  const recorded = await recordCountyForm(store, input, AUTHOR)
  return recorded.ok ? [] : recorded.problems.map(({ code, details }) => `${code} ${details?.['field']}`)
}

describe('the county’s form', () => {
  it('is empty until it is recorded, and then as it was recorded last', async () => {
    expect(await countyFormOf(store)).toEqual(EMPTY_COUNTY_FORM)
    expect(await faultsOf(FORM)).toEqual([])
    expect(await faultsOf({ ...FORM, hospitals: { count: 0, source: ' 县卫健局 ' } })).toEqual([])
    expect(await countyFormOf(store)).toEqual({ ...FORM, hospitals: { count: 0, source: '县卫健局' } })
  })
  it.each([
    [{ count: '四十', source: '县教育局' }, 'county_value_invalid schools'],
    [{ count: -1, source: '县教育局' }, 'county_value_invalid schools'],
    [{ count: 1.5, source: '县教育局' }, 'county_value_invalid schools'],
    [{ count: 41, source: ' ' }, 'county_source_missing schools'],
  ])('with %j is refused, with nothing changed', async (schools, told) => {
    expect(await faultsOf({ ...FORM, schools })).toEqual([told])
    expect(await countyFormOf(store)).toEqual(EMPTY_COUNTY_FORM)
  })
})
