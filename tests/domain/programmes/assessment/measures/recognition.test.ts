import { describe, expect, it } from 'vitest'
import { isSatisfied, recognises } from '../../../../../src/domain/programmes/assessment/measures/recognition'
import { anInterview, byRegistry, type GivenAnswers } from '../../../../builders/anInterview'

const NOTHING = { recognise_policy: null, recognise_help: null, recognise_exit: null, recognise_cadres: null }
const asked = (answers: GivenAnswers) => anInterview({ answers: { ...NOTHING, ...answers } })

describe('a household recognises', () => {
  it.each<[GivenAnswers, boolean | null]>([
    [{ recognise_policy: 'basically' }, true],
    [{ recognise_policy: 'satisfied', recognise_cadres: 'dissatisfied' }, false],
    [{ recognise_policy: 'satisfied', recognise_help: 'no_opinion' }, true],
    [{ recognise_policy: 'no_opinion' }, false],
    [{}, null],
    [{ recognise_policy: byRegistry('satisfied') }, null],
  ])('with %j: %s', (answers, expected) => {
    expect(recognises(asked(answers))).toBe(expected)
  })
  it('and is satisfied by help and cadres alone', () => {
    expect(isSatisfied(asked({ recognise_policy: 'dissatisfied', recognise_help: 'satisfied' }))).toBe(true)
    expect(isSatisfied(asked({ recognise_policy: 'satisfied' }))).toBe(null)
  })
})
