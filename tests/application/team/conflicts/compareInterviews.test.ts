import { describe, expect, it } from 'vitest'
import { textsOf } from '../../../../src/adapters/resources/texts'
import { compareInterviews } from '../../../../src/application/team/conflicts/compareInterviews'
import { aHousehold } from '../../../builders/aHousehold'
import { aTeam, type Laptop } from '../../../builders/aTeam'
import { RULES } from '../../../builders/aMemoryProject'

const FIRST = aHousehold({ id: 'h1' })
const SECOND = aHousehold({ id: 'h2' })
const TEXTS = textsOf('zh-CN')

async function interviewOf(laptop: Laptop, household: typeof FIRST, copy = '1') {
  const changes = (await laptop.store.changesOfHouseholds([household.id])).get(household.id) ?? []
  return { household, interview: `${household.id}/first/${copy}`, changes }
}

describe('interviews side by side', () => {
  it('have each question once, what differs marked, what one was not asked empty', async () => {
    const { first } = await aTeam()
    await first.answer('h1', 'food_enough', 'all_year', 'observed')
    await first.answer('h1', 'protein', 'whenever')
    await first.answer('h2', 'food_enough', 'often_short', 'observed')
    const rows = compareInterviews(
      [await interviewOf(first, FIRST), await interviewOf(first, SECOND)],
      RULES,
      TEXTS,
    )
    const food = RULES.currentInstrument.questions.get('food_enough')?.data.label['zh-CN']
    const row = rows.find(({ label }) => label === food)
    expect(row?.isDifferent).toBe(true)
    expect(row?.values.every((value) => value?.endsWith('看到'))).toBe(true)
    expect(new Set(rows.map(({ label }) => label)).size).toBe(rows.length)
    const only = rows.filter(({ values }) => values[1] === null)
    expect(only.every(({ isDifferent }) => isDifferent)).toBe(true)
  })
  it('differ nowhere where both are alike', async () => {
    const { first } = await aTeam()
    for (const copy of ['1', '2']) await first.answer('h1', 'food_enough', 'all_year', 'observed', copy)
    const rows = compareInterviews(
      [await interviewOf(first, FIRST), await interviewOf(first, FIRST, '2')],
      RULES,
      TEXTS,
    )
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.filter(({ isDifferent }) => isDifferent)).toEqual([])
  })
})
