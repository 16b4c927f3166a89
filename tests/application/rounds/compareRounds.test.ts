import { describe, expect, it } from 'vitest'
import { KNOWN_FORMS } from '../../../src/adapters/resources/instruments'
import type { AnswerRecord, Round } from '../../../src/application/assess/AnswerRecord'
import { compareRounds } from '../../../src/application/rounds/compareRounds'
import type { AnswerValue } from '../../../src/domain/interview/Answers'
import { aHousehold, aMember } from '../../builders/aHousehold'
import { aMemoryProject } from '../../builders/aMemoryProject'

const HOUSEHOLD = aHousehold({ members: [aMember()] })

function answer(
  question: string,
  value: AnswerValue,
  round: Round,
  member: string | null = null,
): AnswerRecord {
  const own = { household: 'h1', line: null, at: null, by: null, evidence: 'respondent' } as const
  return { ...own, question, value, round, member }
}

async function compared(records: readonly AnswerRecord[]) {
  const store = await aMemoryProject([HOUSEHOLD], records)
  const rounds = compareRounds((await store.changesOfHouseholds(['h1'])).get('h1') ?? [], KNOWN_FORMS)
  return rounds.map(({ ref, first, verification }) => [
    ref.question,
    ref.member ?? null,
    first?.value ?? null,
    verification.value,
  ])
}

describe('the verification beside the first round', () => {
  it('is empty where nobody verified', async () => {
    expect(await compared([answer('food_enough', 'often_short', 'first')])).toEqual([])
  })
  it('has what the verification asked, with the first answer where there was one', async () => {
    const records = [
      answer('food_enough', 'often_short', 'first'),
      answer('bedding', 'enough', 'first'),
      answer('insurance', 'none', 'first', 'm1'),
      answer('food_enough', 'all_year', 'verification'),
      answer('insurance', 'resident', 'verification', 'm1'),
      answer('clothing_season', 'yes', 'verification'),
    ]
    expect(await compared(records)).toEqual([
      ['clothing_season', null, null, 'yes'],
      ['food_enough', null, 'often_short', 'all_year'],
      ['insurance', 'm1', 'none', 'resident'],
    ])
  })
  it('knows a member whom both rounds added by the label', async () => {
    const records = [
      answer('insurance', 'none', 'first', 'new-1'),
      answer('insurance', 'resident', 'verification', 'new-1'),
    ]
    const [[question, , first, verification] = []] = await compared(records)
    expect([question, first, verification]).toEqual(['insurance', 'none', 'resident'])
  })
  it('never shows a back-check', async () => {
    const records = [
      answer('food_enough', 'often_short', 'first'),
      answer('food_enough', 'all_year', 'backcheck'),
    ]
    expect(await compared(records)).toEqual([])
  })
})
