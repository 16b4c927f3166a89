import { beforeEach, describe, expect, it } from 'vitest'
import { AREA_FORMS } from '../../../src/adapters/resources/areaForms'
import { NO_ANSWERS_OF_AREA, readAreaRecords } from '../../../src/application/census/areaAnswers'
import { recordAreaAnswers } from '../../../src/application/census/recordAreaAnswers'
import { PROJECT } from '../../../src/application/facts/projectFacts'
import type { ProjectStore } from '../../../src/application/store/ProjectStore'
import { COUNTY_AREA } from '../../../src/domain/programmes/census/areaNames'
import type { AreaAnswers } from '../../../src/domain/programmes/census/AreaForm'
import { aMemoryProject, AUTHOR } from '../../builders/aMemoryProject'
import { FILLED_COUNTY, FILLED_VILLAGE } from '../../builders/areaAnswers'
import { valueOf } from '../../contracts/projectStoreContract'

const VILLAGE = '测县/甲乡/石村'
let store: ProjectStore

beforeEach(async () => {
  store = await aMemoryProject([], [])
})

function record(answers: AreaAnswers, reason?: string, into = store, area = VILLAGE) {
  const form = AREA_FORMS[area === COUNTY_AREA ? 'county' : 'village']
  const author = { ...AUTHOR, ...(reason !== undefined && { reason }) }
  return recordAreaAnswers(into, { area, form, answers, evidence: 'document' }, author)
}

async function recordOf(area = VILLAGE) {
  return readAreaRecords(await store.changesOf('project', PROJECT)).get(area) ?? NO_ANSWERS_OF_AREA
}

async function told(answers: AreaAnswers, reason?: string) {
  const result = await record(answers, reason)
  return result.ok ? result.value.map(({ path }) => path.split('/').at(-1)) : result.problems[0]?.code
}

describe('an area’s answers', () => {
  it('are read back, of village and county apart', async () => {
    valueOf(await record(FILLED_VILLAGE))
    valueOf(await record(FILLED_COUNTY, undefined, store, COUNTY_AREA))
    expect((await recordOf()).answers).toEqual(FILLED_VILLAGE)
    expect((await recordOf(COUNTY_AREA)).answers).toEqual(FILLED_COUNTY)
  })
  it('write only what is new, and nothing where one of them cannot be true', async () => {
    expect(await told({ power: 'yes', doctor: 'no' })).toEqual(['power', 'doctor'])
    expect(await told({ power: 'yes', doctor: null })).toEqual(['doctor'])
    expect(await told({ clinic: 'yes', hard_road: 'all' })).toBe('area_choice_unknown')
    expect((await recordOf()).answers).toEqual({ power: 'yes', doctor: null })
  })
  it('are held against those that stand: a part above a whole given before is refused', async () => {
    valueOf(await record({ registered_population: 100 }))
    expect(await told({ poor_households: 101 })).toBe('area_part_exceeds_whole')
  })
  it('are changed freely while the form has gaps, and with a reason once it is filled', async () => {
    valueOf(await record({ ...FILLED_VILLAGE, doctor: null }))
    expect(await told({ power: 'no' })).toEqual(['power'])
    expect(await told({ doctor: 'yes' })).toEqual(['doctor'])
    expect(await told({ power: 'yes' })).toBe('area_reason_missing')
    expect(await told({ power: 'yes' }, ' ')).toBe('area_reason_missing')
    expect(await told({ power: 'yes' }, '问错了人')).toEqual(['power'])
    const { history } = await recordOf()
    expect(history.get('power')?.map(({ value, by, reason }) => [value, by, reason])).toEqual([
      ['yes', AUTHOR.person, null],
      ['no', AUTHOR.person, null],
      ['yes', AUTHOR.person, '问错了人'],
    ])
  })
  it('on which two laptops disagree are open until they are given again', async () => {
    const other = await aMemoryProject([], [])
    valueOf(await record({ power: 'yes' }))
    valueOf(await record({ power: 'no' }, undefined, other))
    valueOf(await store.accept(await other.changesOf('project', PROJECT)))
    const contested = await recordOf()
    expect([contested.answers['power'], [...contested.contested]]).toEqual([null, ['power']])
    expect(contested.history.get('power')).toHaveLength(2)
    expect(await told({ power: 'no' })).toEqual(['power'])
    expect((await recordOf()).answers['power']).toBe('no')
  })
})
