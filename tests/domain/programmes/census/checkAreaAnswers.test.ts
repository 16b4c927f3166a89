import { describe, expect, it } from 'vitest'
import { AREA_FORMS } from '../../../../src/adapters/resources/areaForms'
import {
  openQuestions,
  type AreaAnswers,
  type AreaKind,
} from '../../../../src/domain/programmes/census/AreaForm'
import { checkAreaAnswers } from '../../../../src/domain/programmes/census/checkAreaAnswers'

function told(kind: AreaKind, answers: AreaAnswers) {
  return checkAreaAnswers(AREA_FORMS[kind], answers, '测县/甲乡/石村').map(
    ({ code, place, value, details }) => [code, place.question, value, details?.['area']],
  )
}

describe('the answers of a village or the county', () => {
  it.each<[AreaKind, AreaAnswers]>([
    ['village', { hard_road: 'yes', central_water: 'part', collective_income_yuan: 0.5, poor_households: 0 }],
    ['village', { registered_population: 900, poor_households: 900 }],
    ['village', { poor_households: 900, registered_population: null }],
    ['county', { library: 'no', townships: 12, with_clinic: 12, totals_source: '2020 年统计公报' }],
  ])('of a %s that can be true are taken: %j', (kind, answers) => {
    expect(told(kind, answers)).toEqual([])
  })
  it.each<[string, AreaKind, AreaAnswers, string]>([
    ['another form’s question', 'village', { library: 'yes' }, 'area_question_unknown'],
    ['another list’s choice', 'village', { hard_road: 'all' }, 'area_choice_unknown'],
    ['a number for a choice', 'village', { hard_road: 1 }, 'area_choice_unknown'],
    ['a part of a person', 'village', { registered_population: 1.5 }, 'area_number_invalid'],
    ['a number as a text', 'village', { registered_population: '15' }, 'area_number_invalid'],
    ['less than none', 'village', { collective_income_yuan: -1 }, 'area_number_invalid'],
    ['a county without townships', 'county', { townships: 0 }, 'area_number_invalid'],
    ['an empty text', 'county', { totals_source: ' ' }, 'area_text_invalid'],
    ['a part above its whole', 'county', { with_clinic: 13, townships: 12 }, 'area_part_exceeds_whole'],
  ])('are refused with %s', (_, kind, answers, code) => {
    const [question, value] = Object.entries(answers)[0] ?? []
    expect(told(kind, answers)).toEqual([
      [code, question, code === 'area_question_unknown' ? question : String(value), '测县/甲乡/石村'],
    ])
  })
  it('are complete when every question has one', () => {
    const { village } = AREA_FORMS
    const all = Object.fromEntries(
      village.questions.map(({ name }) => [name, name === 'doctor' ? null : 'x']),
    )
    expect(openQuestions(village, all).map(({ name }) => name)).toEqual(['doctor'])
  })
  it('can be given: every list, every whole of a part is there', () => {
    for (const { choices, questions } of Object.values(AREA_FORMS))
      for (const { choices: list, constraint } of questions) {
        expect(list === undefined || choices[list] !== undefined).toBe(true)
        const { atMost } = constraint ?? {}
        expect(atMost === undefined || questions.some(({ name }) => name === atMost)).toBe(true)
      }
  })
})
