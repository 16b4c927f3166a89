import { describe, expect, it } from 'vitest'
import { checkPracticeList } from '../../../src/application/practice/checkPracticeList'
import { practiceCounty } from '../../../src/application/practice/practiceCounty'
import { PRACTICE } from '../../../src/adapters/resources/practice'
import { idNumberFor } from '../../../src/domain/roster/values/idNumber'
import { aHousehold, aMember } from '../../builders/aHousehold'
import { INSTRUMENT } from '../../builders/anInterview'

function listWith(...numbers: readonly (string | null)[]) {
  return [aHousehold({ members: numbers.map((idNumber) => aMember({ idNumber })) })]
}

describe('a list for a practice project', () => {
  it.each([
    ['18 characters', idNumberFor('52010119600101001')],
    ['15 digits', '520101600101001'],
    ['20 characters, of a disability', `${idNumberFor('52010119600101001')}43`],
  ])('is refused with an ID number of %s that may be somebody’s', (_, number) => {
    expect(checkPracticeList(listWith(null, number))).toMatchObject({
      problems: [{ code: 'practice_real_people', value: '520101…', details: { count: 1 } }],
    })
  })

  it.each([
    ['no numbers', null],
    ['a number of no place', idNumberFor('53990019600101001')],
    ['a number of no province', idNumberFor('99010119600101001')],
    [
      'a wrong checksum',
      idNumberFor('52010119600101001').replace(/.$/, (last) => (last === '1' ? '2' : '1')),
    ],
    ['a number of no day', idNumberFor('52010119600231001')],
  ])('is taken with %s', (_, number) => {
    expect(checkPracticeList(listWith(number)).ok).toBe(true)
  })

  it('is taken as the practice county makes it', () => {
    const county = practiceCounty({ households: 60, seed: 1, hash: (text) => text }, PRACTICE, INSTRUMENT)
    expect(checkPracticeList(county.households).ok).toBe(true)
  })
})
