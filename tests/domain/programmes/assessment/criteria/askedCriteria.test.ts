import { describe, expect, it } from 'vitest'
import { askedCriteria } from '../../../../../src/domain/programmes/assessment/criteria/askedCriteria'
import { CRITERIA } from '../../../../../src/domain/programmes/assessment/criteria/Criterion'
import { anInterview, byRegistry, INSTRUMENT } from '../../../../builders/anInterview'

/** Answers to nothing that the builder would answer by itself. */
const NOTHING = Object.fromEntries(
  INSTRUMENT.data.groups.flatMap(({ questions }) => questions.map(({ name }) => [name, null])),
)

function asked(answers: Parameters<typeof anInterview>[0]): readonly string[] {
  return [...askedCriteria(anInterview({ lines: [], members: { m1: NOTHING }, ...answers }))]
}

describe('a criterion', () => {
  it('has a group of its name in the form, with a question that serves it', () => {
    for (const criterion of CRITERIA) {
      const group = INSTRUMENT.data.groups.find(({ name }) => name === criterion)
      expect(
        group?.questions.some(({ serves }) => serves.includes(criterion)),
        criterion,
      ).toBe(true)
    }
  })
  it('is not asked before an answer of its group, whatever is known of the members', () => {
    const members = { m1: { ...NOTHING, health: ['chronic'], member_status: 'same' } }
    expect(asked({ answers: { ...NOTHING, visit_outcome: 'partial' }, members })).toEqual([])
  })
  it('is asked from its first answer, of the household, a member or a ledger line', () => {
    expect(asked({ answers: { ...NOTHING, bedding: 'enough' } })).toEqual(['clothing'])
    expect(asked({ answers: NOTHING, members: { m1: { ...NOTHING, insurance: 'resident' } } })).toEqual([
      'medical',
    ])
    expect(asked({ answers: NOTHING, lines: [{ income_kind: 'wage' }] })).toEqual(['income'])
  })
  it('is not asked by what was only prefilled', () => {
    expect(asked({ answers: { ...NOTHING, house_basis: byRegistry('grade_a') } })).toEqual([])
  })
})
