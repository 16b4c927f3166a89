import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { PRACTICE } from '../../../src/adapters/resources/practice'
import type { Question } from '../../../src/domain/instrument/loadInstrument'
import { generateCounty } from '../../../src/domain/practice/generateCounty'
import { aHousehold, aMember } from '../../builders/aHousehold'
import { INSTRUMENT } from '../../builders/anInterview'
import { BothEngines, listedFacts, loadOdk, type GivenAnswer } from './BothEngines'
import type { OdkForm } from './odkForm'

const COUNTY = [...generateCounty({ households: 60, seed: 1, hash: (text) => text }, PRACTICE)].filter(
  ({ answers }) => answers.length > 0,
)

let begin: () => OdkForm

beforeAll(async () => {
  begin = await loadOdk()
})

describe('the form in the engine of ODK', () => {
  it('asks, refuses and warns as the engine of the app does, after every answer of a household', () => {
    const [{ household, answers }] = COUNTY as [(typeof COUNTY)[number]]
    const both = new BothEngines(household, begin())
    for (const answer of [...listedFacts(household), ...answers]) {
      both.answer(answer)
      expect(both.differences(), JSON.stringify(answer)).toEqual([])
    }
  })

  it('comes to the same for households of different stories', () => {
    const stories = new Map(COUNTY.map((each) => [each.scenario, each]))
    for (const { scenario, household, answers } of [...stories.values()].slice(0, 4)) {
      const both = new BothEngines(household, begin())
      for (const answer of [...listedFacts(household), ...answers]) both.answer(answer)
      expect(both.differences(), scenario).toEqual([])
    }
  })

  it('reads from an ID number what the app reads, whatever day is in it', () => {
    const household = aHousehold({ members: [aMember()] })
    for (const value of ID_NUMBERS) {
      const both = new BothEngines(household, begin())
      both.answer({ member: 'm1', line: null, question: 'id_number', value })
      both.answer({ member: 'm1', line: null, question: 'sex', value: 'female' })
      expect(both.differences(), value).toEqual([])
    }
  })

  it('comes to the same for whatever anybody answers and takes back', () => {
    const household = aHousehold({ members: [aMember(), aMember({ id: 'm2' })] })
    fc.assert(
      fc.property(fc.array(someAnswer, { minLength: 30, maxLength: 40 }), (answers) => {
        const both = new BothEngines(household, begin())
        for (const answer of [...TALKING, ...answers]) both.answer(answer)
        expect(both.differences()).toEqual([])
      }),
      { numRuns: 4, endOnFailure: true },
    )
  })
})

/** Right, wrong by the checksum, of 15 digits, born on no day, on a leap day, in no month, malformed. */
const ID_NUMBERS = [
  '11010519491231002X',
  '110105194912310021',
  '110105491231002',
  '53010220130230001X',
  '530102201202290018',
  '110105491331002',
  '123',
]

/** Without an interview hardly anything is asked. */
const TALKING: readonly GivenAnswer[] = [
  { member: null, line: null, question: 'visit_outcome', value: 'completed' },
  { member: null, line: null, question: 'consent', value: 'agrees' },
]

const ASKED = [...INSTRUMENT.questions.values()].filter(({ data }) => !data.type.includes('member'))

const someAnswer: fc.Arbitrary<GivenAnswer> = fc.constantFrom(...ASKED).chain((question) =>
  fc.tuple(fc.option(valueFor(question), { freq: 8 }), placeFor(question)).map(([value, place]) => ({
    ...place,
    question: question.data.name,
    value,
  })),
)

function placeFor({ scope }: Question): fc.Arbitrary<Pick<GivenAnswer, 'member' | 'line'>> {
  if (scope === 'member') return fc.constantFrom('m1', 'm2').map((member) => ({ member, line: null }))
  if (scope === 'line') return fc.constantFrom('1', '2').map((line) => ({ member: null, line }))
  return fc.constant({ member: null, line: null })
}

function valueFor({ data }: Question): fc.Arbitrary<GivenAnswer['value']> {
  const names = (INSTRUMENT.data.choices[data.choices ?? ''] ?? []).map(({ name }) => name)
  switch (data.type) {
    case 'select_one':
      return fc.constantFrom(...names)
    case 'select_multiple':
      return fc.subarray(names, { minLength: 1 })
    case 'integer':
      return fc.integer({ min: -1, max: 20 })
    case 'decimal':
      return fc.constantFrom(-1, 0, 2.5, 100, 250, 600_000)
    case 'date':
      return fc.constantFrom(
        '1890-01-01',
        '1980-02-29',
        '2003-12-31',
        '2006-01-01',
        '2020-06-30',
        '2021-01-01',
      )
    default:
      return data.format === 'id_number' ? fc.constantFrom(...ID_NUMBERS) : fc.constantFrom('张三', '=1+1')
  }
}
