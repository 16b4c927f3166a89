import { expect, it } from 'vitest'
import { keyedHash } from '../../../src/adapters/crypto/keyedHash'
import { PRACTICE } from '../../../src/adapters/resources/practice'
import { practiceCounty } from '../../../src/application/practice/practiceCounty'
import { INSTRUMENT } from '../../builders/anInterview'

function visited(toVisit: number) {
  const plan = { households: 120, seed: 2020, hash: keyedHash('s'), toVisit }
  const { households, answers } = practiceCounty(plan, PRACTICE, INSTRUMENT)
  const asked = new Set(answers.map(({ household }) => household))
  return { households, open: households.filter(({ id }) => !asked.has(id)) }
}

it('leaves as many households of one village to be visited as are wanted, and changes no other', () => {
  const all = visited(0)
  const { households, open } = visited(10)
  expect(all.open).toEqual([])
  expect(households).toEqual(all.households)
  expect(open).toHaveLength(10)
  expect(new Set(open.map(({ village }) => village)).size).toBe(1)
})
