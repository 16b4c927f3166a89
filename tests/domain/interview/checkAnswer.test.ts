import { describe, expect, it } from 'vitest'
import { checkAnswer } from '../../../src/domain/interview/checkAnswer'
import type { Json } from '../../../src/domain/shared/Json'
import { INSTRUMENT } from '../../builders/anInterview'

function fault(question: string, value: Json): string | null {
  const found = INSTRUMENT.questions.get(question)
  if (found === undefined) throw new Error(question)
  return checkAnswer(found, value, INSTRUMENT.names, (id) => id === 'm1')
}

describe('an answer', () => {
  it.each<[string, Json, string | null]>([
    ['food_enough', 'all_year', null],
    ['food_enough', 'never', 'answer_choice_unknown'],
    ['food_enough', 1, 'answer_type_wrong'],
    ['respondent', 'm1', null],
    ['respondent', 'm9', 'answer_choice_unknown'],
    ['shocks', ['illness', 'accident'], null],
    ['shocks', ['illness', 'luck'], 'answer_choice_unknown'],
    ['shocks', 'illness', 'answer_type_wrong'],
    ['shocks', ['illness', 3], 'answer_type_wrong'],
    ['shocks', [3], 'answer_type_wrong'],
    ['shocks', [], 'answer_empty'],
    ['who_lives_elsewhere', ['m1'], null],
    ['who_lives_elsewhere', ['m9'], 'answer_choice_unknown'],
    ['water_short_days', 3, null],
    ['water_short_days', 3.5, 'answer_type_wrong'],
    ['self_paid_yuan', 3.5, null],
    ['self_paid_yuan', '3.5', 'answer_type_wrong'],
    ['birth_date', '2020-02-29', null],
    ['birth_date', '2019-02-29', 'answer_type_wrong'],
    ['birth_date', 20200229, 'answer_type_wrong'],
    ['note', 'a note', null],
    ['note', ' ', 'answer_empty'],
    ['note', 5, 'answer_type_wrong'],
    ['id_number', '99010119700101001X', null],
    ['id_number', '990101700101001', null],
    ['id_number', '99010119700101001X43', null],
    ['id_number', '99010119700101001X43B1', null],
    ['id_number', '990101197001010012', null],
    ['id_number', '99010119700101001', 'answer_id_malformed'],
    ['id_number', '不知道', 'answer_id_malformed'],
    ['id_number', ' ', 'answer_empty'],
    ['photos', 'a photo', null],
    ['photos', ['a photo', 'another'], null],
    ['photos', '', 'answer_empty'],
    ['photos', [], 'answer_empty'],
    ['photos', ['a photo', ' '], 'answer_empty'],
    ['photos', ['a photo', 7], 'answer_type_wrong'],
    ['photos', [[1, 2]], 'answer_type_wrong'],
    ['recordings', ['a sound', 'another'], null],
    ['recordings', ['a sound', ' '], 'answer_empty'],
    ['recordings', [7], 'answer_type_wrong'],
    ['signature', [[1, 2, 3, 4]], null],
    ['signature', [], 'answer_type_wrong'],
    ['signature', [[1, 'x']], 'answer_type_wrong'],
    ['signature', [[1, 2], 'x'], 'answer_type_wrong'],
    ['signature', ['x'], 'answer_type_wrong'],
  ])('to %s of %j has the fault %s', (question, value, expected) => {
    expect(fault(question, value)).toBe(expected)
  })
})
