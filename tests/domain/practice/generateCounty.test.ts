import { describe, expect, it } from 'vitest'
import { PRACTICE } from '../../../src/adapters/resources/practice'
import { assessProject } from '../../../src/application/assess/assessProject'
import { practiceCounty } from '../../../src/application/practice/practiceCounty'
import { CONCLUSIONS } from '../../../src/domain/programmes/assessment/conclusion/Conclusion'
import { FLAGS, MONITORING } from '../../../src/domain/programmes/assessment/flags/Flag'
import { allocate } from '../../../src/domain/practice/allocate'
import { generateCounty } from '../../../src/domain/practice/generateCounty'
import { checksumHolds } from '../../../src/domain/roster/values/idNumber'
import { aMemoryProject, RULES } from '../../builders/aMemoryProject'
import { INSTRUMENT } from '../../builders/anInterview'

const plan = { households: 400, seed: 7, hash: (text: string) => `hash of ${text}` }

describe('a practice county', () => {
  it('is the same for the same seed, and another for another', () => {
    const county = [...generateCounty(plan, PRACTICE)]
    expect([...generateCounty(plan, PRACTICE)]).toEqual(county)
    expect([...generateCounty({ ...plan, seed: 8 }, PRACTICE)]).not.toEqual(county)
  })
  it('holds every scenario at its share, and each at least once where there is room', () => {
    const sum = PRACTICE.scenarios.reduce((total, { weight }) => total + weight, 0)
    for (const households of [PRACTICE.scenarios.length, 120, 1000, 20_000]) {
      const drawn = allocate(PRACTICE.scenarios, households)
      expect(drawn).toHaveLength(households)
      for (const scenario of PRACTICE.scenarios) {
        const count = drawn.filter(({ name }) => name === scenario.name).length
        expect(count).toBeGreaterThan(0)
        if (households >= 1000)
          expect(Math.abs(count - (scenario.weight / sum) * households)).toBeLessThanOrEqual(2)
      }
    }
  })
  it('fits even where there is no room for all', () => {
    expect(allocate(PRACTICE.scenarios, 3)).toHaveLength(3)
    expect(allocate(PRACTICE.scenarios, 0)).toHaveLength(0)
  })
  it('is judged as its scenarios require, with every conclusion, flag and monitoring rule among them', async () => {
    const county = [...generateCounty(plan, PRACTICE)]
    const { households, answers } = practiceCounty(plan, PRACTICE, INSTRUMENT)
    const store = await aMemoryProject(households, answers)
    const expected = new Map(
      county.map(({ scenario, household }) => [
        household.id,
        PRACTICE.scenarios.find(({ name }) => name === scenario),
      ]),
    )
    const conclusions = new Set<string>()
    const flags = new Set<string>()
    for await (const { household, judgement } of assessProject(store, RULES)) {
      expect([household.id, judgement.conclusion]).toEqual([
        household.id,
        expected.get(household.id)?.conclusion,
      ])
      conclusions.add(judgement.conclusion)
      for (const { flag } of [...judgement.flags, ...judgement.monitoring]) flags.add(flag)
    }
    expect([...conclusions].sort()).toEqual([...CONCLUSIONS].sort())
    expect([...flags].sort()).toEqual([...FLAGS, ...MONITORING].sort())
  })
  it('gives everybody a number that is sound and of no real region', () => {
    for (const { household } of generateCounty(plan, PRACTICE)) {
      for (const { idNumber } of household.members) {
        expect(idNumber).toMatch(/^539901/)
        expect(checksumHolds(idNumber ?? '')).toBe(true)
      }
    }
  })
  it('gives no number to two people, however large', () => {
    const people = [...generateCounty({ ...plan, households: 20_000 }, PRACTICE)].flatMap(
      ({ household }) => household.members,
    )
    expect(new Set(people.map(({ idNumber }) => idNumber)).size).toBe(people.length)
  })
})
