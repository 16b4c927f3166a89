import { beforeEach, describe, expect, it } from 'vitest'
import { AREA_FORMS } from '../../../src/adapters/resources/areaForms'
import { closeArea, type AreaStanding } from '../../../src/application/census/closeArea'
import { readClosings } from '../../../src/application/census/closings'
import { openArea } from '../../../src/application/census/openArea'
import { recordAreaAnswers } from '../../../src/application/census/recordAreaAnswers'
import { addFoundHousehold } from '../../../src/application/households/addFoundHousehold'
import { moveMember } from '../../../src/application/households/moveMember'
import { beginInterview, reopenInterview } from '../../../src/application/interview/recordAnswers'
import { adoptRoster, currentRoster, villageOf, PROJECT } from '../../../src/application/roster/adoptRoster'
import { returnToRoster } from '../../../src/application/roster/rosterVersions'
import type { ProjectStore } from '../../../src/application/store/ProjectStore'
import { COUNTY_AREA } from '../../../src/domain/programmes/census/areaNames'
import type { AreaAnswers } from '../../../src/domain/programmes/census/AreaForm'
import type { Result } from '../../../src/domain/shared/Result'
import { aHousehold } from '../../builders/aHousehold'
import { aMemoryProject, AUTHOR } from '../../builders/aMemoryProject'
import { FILLED_COUNTY, FILLED_VILLAGE } from '../../builders/areaAnswers'
import { valueOf } from '../../contracts/projectStoreContract'

const WEST = aHousehold({ id: '5201010001', village: '西村' })
const WEST_TOO = aHousehold({ id: '5201010002', village: '西村' })
const EAST = aHousehold({ id: '5201010101', village: '东村' })
const [WEST_VILLAGE, EAST_VILLAGE] = [villageOf(WEST), villageOf(EAST)]
const DONE: Readonly<Record<string, string>> = {
  [WEST.id]: 'enumerated',
  [WEST_TOO.id]: 'refused',
  [EAST.id]: 'duplicate',
}
let store: ProjectStore

beforeEach(async () => {
  store = await aMemoryProject([WEST, WEST_TOO, EAST], [])
})

function close(
  area: string,
  {
    outcomes = DONE,
    answers = area === COUNTY_AREA ? FILLED_COUNTY : FILLED_VILLAGE,
    reason = '',
    findings = [],
  }: {
    outcomes?: Readonly<Record<string, string>>
    answers?: AreaAnswers
    reason?: string
    findings?: AreaStanding['findings']
  } = {},
) {
  const rows = [WEST, WEST_TOO, EAST].map((each) => ({
    village: villageOf(each),
    household: each.id,
    outcome: outcomes[each.id] ?? null,
  }))
  const form = AREA_FORMS[area === COUNTY_AREA ? 'county' : 'village']
  return closeArea(store, { area, rows, form, answers, findings }, { ...AUTHOR, reason })
}

const open = (area: string, reason = '补登') => openArea(store, area, { ...AUTHOR, reason })

function told(result: Result<unknown>) {
  return result.ok ? [] : result.problems.map(({ code }) => code)
}

async function closings() {
  return readClosings(await store.changesOf('project', PROJECT)).areas
}

describe('a village', () => {
  it('closes when none of its households is open and its form is there', async () => {
    expect(told(await close(WEST_VILLAGE))).toEqual([])
    expect([...(await closings()).values()]).toMatchObject([
      { area: WEST_VILLAGE, by: AUTHOR.person, at: AUTHOR.at, reason: null },
    ])
    expect(told(await close(WEST_VILLAGE))).toEqual(['area_already_closed'])
  })
  it.each<[string, string, readonly string[]]>([
    ['not_home', 'yes', ['area_has_open']],
    ['partial', 'yes', ['area_has_open']],
    ['', 'yes', ['area_has_open']],
    ['enumerated', '', ['area_form_missing']],
    ['partial', '', ['area_has_open', 'area_form_missing']],
  ])('does not with a household “%s” and a form “%s”, without a reason', async (outcome, hardRoad, codes) => {
    const outcomes = { ...DONE, [WEST.id]: outcome }
    const answers = { ...FILLED_VILLAGE, hard_road: hardRoad || null }
    expect(told(await close(WEST_VILLAGE, { outcomes, answers }))).toEqual(codes)
    expect(told(await close(WEST_VILLAGE, { outcomes, answers, reason: ' ' }))).toEqual(codes)
    expect(told(await close(WEST_VILLAGE, { outcomes, answers, reason: '封路' }))).toEqual([])
    expect([...(await closings()).values()]).toMatchObject([{ reason: '封路' }])
  })
  it('in which the checks find an error needs a reason; a warning, or another village, stops nothing', async () => {
    const wrong = [{ area: WEST_VILLAGE, tier: 'error' as const }]
    expect(told(await close(WEST_VILLAGE, { findings: wrong }))).toEqual(['area_has_errors'])
    expect(told(await close(EAST_VILLAGE, { findings: wrong }))).toEqual([])
    expect(told(await close(WEST_VILLAGE, { findings: wrong, reason: '已核实' }))).toEqual([])
    expect((await closings()).get(WEST_VILLAGE)?.reason).toBe('已核实')
    await open(WEST_VILLAGE)
    const doubtful = [{ area: WEST_VILLAGE, tier: 'warning' as const }]
    expect(told(await close(WEST_VILLAGE, { findings: doubtful }))).toEqual([])
  })
  it('is opened again with a reason, and only then', async () => {
    expect(told(await open(WEST_VILLAGE))).toEqual(['area_already_open'])
    await close(WEST_VILLAGE)
    expect(told(await open(WEST_VILLAGE, ' '))).toEqual(['area_reason_missing'])
    expect(told(await open(WEST_VILLAGE))).toEqual([])
    expect((await closings()).size).toBe(0)
    expect(told(await close(WEST_VILLAGE))).toEqual([])
  })
})

describe('the county', () => {
  it('closes when every village is closed and its form is there, or with a reason', async () => {
    await close(WEST_VILLAGE)
    expect(told(await close(COUNTY_AREA, { answers: {} }))).toEqual([
      'area_villages_open',
      'area_form_missing',
    ])
    await close(EAST_VILLAGE)
    expect(told(await close(COUNTY_AREA))).toEqual([])
  })
  it('that is closed keeps its villages closed: one is opened after the county', async () => {
    await close(WEST_VILLAGE)
    await close(COUNTY_AREA, { reason: '提前收口' })
    expect(told(await open(WEST_VILLAGE))).toEqual(['area_county_closed'])
    expect(told(await open(COUNTY_AREA))).toEqual([])
    expect([...(await closings()).keys()]).toEqual([WEST_VILLAGE])
  })
})

describe('what a closed area refuses', () => {
  const answer = (household: string, round = 'first') =>
    beginInterview(store, `${household}/${round}/1`, 'census-1', AUTHOR)
  const find = (village: typeof WEST, token: string) =>
    addFoundHousehold(store, { headName: '赵', status: null, place: village }, token, AUTHOR)

  it('is an answer, a correction, a found household and a member’s move, in it alone', async () => {
    valueOf(await answer(WEST.id))
    await close(WEST_VILLAGE)
    expect(told(await answer(WEST_TOO.id))).toEqual(['area_closed'])
    expect(told(await reopenInterview(store, `${WEST.id}/first/1`, '写错', AUTHOR))).toEqual(['area_closed'])
    expect(told(await find(WEST, 'a'))).toEqual(['area_closed'])
    const [member] = EAST.members
    if (member === undefined) throw new Error('a household of nobody')
    const move = { from: EAST.id, member: member.id, to: WEST.id }
    expect(told(await moveMember(store, move, AUTHOR))).toEqual(['area_closed'])
    expect(told(await answer(EAST.id))).toEqual([])
    expect(told(await find(EAST, 'b'))).toEqual([])
  })
  it('is an answer to its own form', async () => {
    const record = (area: string, power = 'yes') =>
      recordAreaAnswers(
        store,
        { area, form: AREA_FORMS.village, answers: { power }, evidence: 'observed' },
        AUTHOR,
      )
    await close(WEST_VILLAGE)
    expect(told(await record(WEST_VILLAGE))).toEqual(['area_closed'])
    expect(told(await record(EAST_VILLAGE))).toEqual([])
    await close(COUNTY_AREA, { reason: '提前收口' })
    expect(told(await record(EAST_VILLAGE, 'no'))).toEqual(['area_closed'])
  })
  it('is an interview of a household that was found there before its laptop learned of the closing', async () => {
    const found = valueOf(await find(WEST, 'a'))
    await close(WEST_VILLAGE)
    expect(told(await answer(found))).toEqual(['area_closed'])
  })
  it('names the area, who closed it and when', async () => {
    await close(WEST_VILLAGE)
    const refused = await answer(WEST.id)
    expect(refused.ok ? null : refused.problems[0]?.details).toEqual({
      area: `${WEST.township ?? ''} 西村`,
      by: AUTHOR.person,
      on: '2020-12-31 16:00',
    })
  })
  it('is no check of the return: another enters it again, blind', async () => {
    await close(WEST_VILLAGE)
    expect(told(await answer(WEST.id, 'backcheck'))).toEqual([])
    expect(told(await answer(WEST.id, 'entry'))).toEqual([])
    expect(told(await answer(WEST.id, 'verification'))).toEqual(['area_closed'])
  })
  it('is everything of a closed county, a village that nobody listed among it', async () => {
    await close(COUNTY_AREA, { reason: '提前收口' })
    expect(told(await answer(EAST.id))).toEqual(['area_closed'])
    expect(told(await find(aHousehold({ id: 'x', village: '北村' }), 'a'))).toEqual(['area_closed'])
  })
  it('is nothing once it is open again', async () => {
    await close(WEST_VILLAGE)
    await open(WEST_VILLAGE)
    expect(told(await answer(WEST.id))).toEqual([])
  })
  it('is a list that adds, drops or moves one of its households', async () => {
    await close(WEST_VILLAGE)
    const adopt = async (...households: (typeof WEST)[]) => told(await adoptRoster(store, households, AUTHOR))
    expect(await adopt(WEST, WEST_TOO, EAST, aHousehold({ id: '5201010003', village: '西村' }))).toEqual([
      'roster_area_closed',
    ])
    expect(await adopt(WEST, EAST)).toEqual(['roster_area_closed'])
    expect(await adopt(WEST, { ...WEST_TOO, village: '东村' }, EAST)).toEqual(['roster_area_closed'])
    expect(await adopt(WEST, WEST_TOO)).toEqual([])
  })
  it('is a return to such a list', async () => {
    const before = (await currentRoster(store)) ?? ''
    valueOf(await adoptRoster(store, [WEST, WEST_TOO], AUTHOR))
    const village = { ...AUTHOR, reason: '提前收口' }
    const rows = [WEST].map(({ id }) => ({ village: WEST_VILLAGE, household: id, outcome: null }))
    const standing = { area: WEST_VILLAGE, rows, form: AREA_FORMS.village, answers: {}, findings: [] }
    valueOf(await closeArea(store, standing, village))
    expect(told(await returnToRoster(store, before, AUTHOR))).toEqual(['roster_area_closed'])
    await open(WEST_VILLAGE)
    expect(told(await returnToRoster(store, before, AUTHOR))).toEqual([])
  })
})
