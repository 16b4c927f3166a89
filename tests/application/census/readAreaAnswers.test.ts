import { describe, expect, it } from 'vitest'
import { AREA_FORMS } from '../../../src/adapters/resources/areaForms'
import { parseCountyAnswers, readVillageAnswers } from '../../../src/application/census/readAreaAnswers'

const VILLAGES = ['县/甲乡/石村', '县/乙乡/石村', '县/乙乡/木村']

async function read(...lines: readonly (object | string)[]) {
  const texts = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)))
  const context = { file: 'villages.jsonl', form: AREA_FORMS.village, villages: VILLAGES }
  const result = await readVillageAnswers(texts, context)
  return result.ok
    ? {
        answers: Object.fromEntries(result.value.answers),
        codes: result.value.problems.map(({ code }) => code),
      }
    : { problems: result.problems.map(({ code, place }) => `${code} ${place.line ?? ''}`.trim()) }
}

describe('readVillageAnswers', () => {
  it('finds villages by key, by township and name, and by a name that is one village’s', async () => {
    const line = { question: 'hard_road', value: 'yes' }
    const { answers } = await read(
      { village: '县/甲乡/石村', ...line },
      { village: '乙乡/石村', ...line },
      { village: ' 木村 ', ...line },
    )
    expect(Object.keys(answers ?? {})).toEqual(VILLAGES)
  })

  it('takes a later line over an earlier one, and null as taken back', async () => {
    const of = (question: string, value: unknown) => ({ village: '木村', question, value })
    const { answers } = await read(
      ...[of('power', 'no'), of('power', 'yes'), of('natural_villages', 4), of('natural_villages', null)],
    )
    expect(answers).toEqual({ '县/乙乡/木村': { power: 'yes', natural_villages: null } })
  })

  it('passes over fields that it does not know, and tells them', async () => {
    const line = { village: '木村', question: 'power', value: 'yes', by: '王', colour: 'red' }
    expect(await read(line)).toEqual({
      answers: { '县/乙乡/木村': { power: 'yes' } },
      codes: ['answers_field_unknown'],
    })
  })

  it('takes nothing where anything is wrong, and tells each with its line', async () => {
    const { problems } = await read(
      { village: '木村', question: 'power', value: 'yes' },
      'no line',
      '',
      { village: '石村', question: 'power', value: 'yes' },
      { village: '河村', question: 'power', value: 'yes' },
      { village: 7, question: 'power', value: 'yes' },
      { village: '木村', question: 'colour', value: 'yes' },
      { village: '木村', value: 'yes' },
      { village: '木村', question: 'power' },
      { village: '木村', question: 'power', value: true },
      { village: '木村', question: 'natural_villages', value: 1.5 },
    )
    expect(problems).toEqual([
      'answers_line_unreadable 2',
      'village_ambiguous 4',
      'village_unknown 5',
      'village_unknown 6',
      'area_question_unknown 7',
      'answers_question_unknown 8',
      'answer_empty 9',
      'area_choice_unknown 10',
      'area_number_invalid 11',
    ])
  })

  it('holds one answer against another once all are there', async () => {
    const of = (question: string, value: number) => ({ village: '木村', question, value })
    expect(await read(of('poor_households', 9), of('registered_population', 5))).toEqual({
      problems: ['area_part_exceeds_whole'],
    })
    expect(
      await read(of('poor_households', 9), of('registered_population', 5), of('registered_population', 30)),
    ).toMatchObject({
      codes: [],
    })
  })

  it('tells an array once', async () => {
    expect(await read('[', '{}', ']')).toEqual({ problems: ['lines_in_array 1'] })
  })
})

describe('parseCountyAnswers', () => {
  const parse = (text: string) => parseCountyAnswers(text, 'county.json', AREA_FORMS.county)
  it('reads one object', () =>
    expect(parse('\uFEFF{"library":"yes","townships":null}')).toEqual({
      ok: true,
      value: { library: 'yes', townships: null },
    }))
  it.each(['', '[]', '{', 'null'])('refuses %j', (text) =>
    expect(parse(text)).toMatchObject({
      problems: [{ code: 'area_form_unreadable', place: { file: 'county.json' } }],
    }),
  )
  it('names the file of an answer that cannot be', () =>
    expect(parse('{"library":{}}')).toMatchObject({
      problems: [
        { code: 'area_choice_unknown', value: '{}', place: { file: 'county.json', question: 'library' } },
      ],
    }))
})
