import { describe, expect, it } from 'vitest'
import type { HouseholdRow } from '../../../src/application/households/listHouseholds'
import { villageOf } from '../../../src/application/roster/adoptRoster'
import type { Assignee, Assignees } from '../../../src/application/team/assignment/assign'
import {
  planSpread,
  unfinishedOf,
  villageDuties,
  villagesGiven,
} from '../../../src/ui/team/assignment/assignmentPlans'
import { aHousehold } from '../../builders/aHousehold'

function aRow(
  id: string,
  township: string,
  village: string,
  role: HouseholdRow['sampleRole'] = null,
): HouseholdRow {
  const household = aHousehold({ id, county: '某县', township, village })
  return {
    household,
    origin: 'listed',
    links: [],
    village: villageOf(household),
    summary: null,
    summaryKey: null,
    sampleRole: role,
    isBlind: false,
  } as unknown as HouseholdRow
}

function to(person: string): Assignee {
  return { person, isContested: false }
}

/** The same village name in two townships. */
const FIRST = '某县/石门乡/新村'
const SECOND = '某县/大寨乡/新村'
const ROWS = [
  aRow('h1', '石门乡', '新村', 'sample'),
  aRow('h2', '石门乡', '新村', 'sample'),
  aRow('s1', '石门乡', '新村', 'reserve'),
  aRow('s2', '石门乡', '新村', 'reserve'),
  aRow('s3', '石门乡', '新村', 'reserve'),
  aRow('h3', '大寨乡', '新村', 'sample'),
]

const HANDED_OUT: Assignees = {
  villages: new Map([
    [FIRST, to('甲')],
    [SECOND, to('乙')],
  ]),
  households: new Map([
    ['s1', to('甲')],
    ['s2', to('乙')],
  ]),
  areSparesHandedOut: true,
}

describe('a village given to another person', () => {
  it('takes along the spares handed to whom it belonged, and no others', () => {
    const [village] = villageDuties(ROWS, HANDED_OUT)
    const { villages, households } = villagesGiven([village ?? expect.fail()], '丙')
    expect([...villages]).toEqual([[FIRST, '丙']])
    expect([...households]).toEqual([['s1', '丙']])
  })
})

describe('what somebody has not finished', () => {
  it('has the spares handed to him', () => {
    const { households, spares } = unfinishedOf(villageDuties(ROWS, HANDED_OUT), '甲', '')
    expect(households.map(({ id }) => id)).toEqual(['h1', 'h2'])
    expect(spares.map(({ id }) => id)).toEqual(['s1'])
  })
  it('has the spares of his villages where none was handed out yet', () => {
    const before = { ...HANDED_OUT, households: new Map(), areSparesHandedOut: false }
    const { spares } = unfinishedOf(villageDuties(ROWS, before), '甲', '')
    expect(spares.map(({ id }) => id)).toEqual(['s1', 's2', 's3'])
  })
  it('is that of one village alone, where one is chosen', () => {
    const duties = villageDuties(ROWS, HANDED_OUT)
    expect(unfinishedOf(duties, '乙', FIRST)).toMatchObject({ households: [], spares: [{ id: 's2' }] })
    expect(unfinishedOf(duties, '乙', SECOND)).toMatchObject({ households: [{ id: 'h3' }], spares: [] })
  })
})

describe('planSpread', () => {
  it('counts what each would have, and gives back what stood apart', () => {
    const duties = villageDuties(ROWS, HANDED_OUT)
    const { assignment, loads } = planSpread(duties, ['丙', '丁'])
    expect(loads).toEqual([
      { person: '丙', households: 2, villages: 1, townships: 1 },
      { person: '丁', households: 1, villages: 1, townships: 1 },
    ])
    expect(Object.fromEntries(assignment.villages)).toEqual({ [FIRST]: '丙', [SECOND]: '丁' })
    expect(Object.fromEntries(assignment.households)).toEqual({ s1: null, s2: null })
  })
})
