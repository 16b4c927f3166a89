import { describe, expect, it } from 'vitest'
import { readSheets } from '../../../src/adapters/excel/readSheets'
import { ADDITIONAL_FORM } from '../../../src/application/project/additionalForm'
import { readAdditional } from '../../../src/application/xlsform/additional/readAdditional'
import { INSTRUMENT } from '../../builders/anInterview'
import { anXlsform, CHOICE_ROWS, SURVEY_HEADER, SURVEY_ROWS } from '../../builders/anXlsform'
import { valueOf } from '../../contracts/projectStoreContract'
import * as v from 'valibot'

type Given = Parameters<typeof anXlsform>[0]

function read(given: Given = {}) {
  return readAdditional(anXlsform(given), INSTRUMENT.data, readSheets)
}

/** `code cell` of everything that refuses a form. */
function refusalsOf(given: Given): readonly string[] {
  const result = read(given)
  if (result.ok) return []
  return result.problems
    .filter(({ severity }) => severity === 'error')
    .map(({ code, place }) => `${code} ${place.sheet ?? ''}!${place.cell ?? ''}`)
}

/** The survey with one cell changed: 0-based row behind the header, and a column. */
function withCell(row: number, column: (typeof SURVEY_HEADER)[number], value: string): Given {
  const survey = SURVEY_ROWS.map((cells, index) => {
    if (index !== row) return cells
    const changed = [...cells, ...SURVEY_HEADER.map(() => null)].slice(0, SURVEY_HEADER.length)
    changed[SURVEY_HEADER.indexOf(column)] = value
    return changed
  })
  return { survey }
}

describe('additional groups from an XLSForm', () => {
  it('become groups of the form, below names of their own', () => {
    const { form, warnings } = valueOf(read())
    expect(warnings).toEqual([])
    expect(form.title).toEqual({ 'zh-CN': '某省附加题', en: '某省附加题' })
    expect(form.groups.map(({ label, scope }) => [label['en'], scope])).toEqual([
      ['Care of the old', 'household'],
      ['Every old person', 'member'],
      ['某省附加题', 'household'],
    ])
    const [care, needs, rest] = form.groups.map(({ questions }) => questions)
    expect(care).toMatchObject([
      { name: 'x_care_used', type: 'select_one', choices: 'x_yes_no', script: { en: 'Now about care in the village.' } },
      { name: 'x_care_days', relevant: "${x_care_used} = 'yes'", constraint: '. >= 0 and . <= 366', optional: true },
    ]) // prettier-ignore
    expect(care?.[0]?.optional).toBeUndefined()
    expect(care?.[0]?.hint?.['zh-CN']).toBe('指今年')
    expect(care?.[1]?.constraintMessage?.en).toBe('A year has 366 days at most')
    expect(needs?.map(({ name }) => name)).toEqual(['x_needs', 'x_needs_other'])
    expect(rest?.map(({ type }) => type)).toEqual(['date'])
  })

  it('are asked of interviewed households and of members who are there, never of others', () => {
    const { form } = valueOf(read())
    expect(form.groups.map(({ relevant }) => relevant)).toEqual([
      '${is_interview}',
      '${is_interview} and ${is_present} and (${age} >= 60)',
      '${is_interview}',
    ])
  })

  it('have the same id for the same content, and can be kept as a change', () => {
    const { form } = valueOf(read())
    expect(valueOf(read()).form.id).toBe(form.id)
    expect(v.is(ADDITIONAL_FORM, JSON.parse(JSON.stringify(form)))).toBe(true)
    const other = valueOf(read(withCell(2, 'label::English (en)', 'Was it used this year?'))).form
    expect(other.id).not.toBe(form.id)
  })

  it('take labels of one language for both, and headers with one colon', () => {
    const { form } = valueOf(read({ header: ['type', 'name', 'label'], survey: [['integer', 'a', '几天']] }))
    expect(form.groups[0]?.questions[0]?.label).toEqual({ 'zh-CN': '几天', en: '几天' })
    const colon = read({ header: ['type', 'name', 'label:English'], survey: [['integer', 'a', 'Days']] })
    expect(valueOf(colon).form.groups[0]?.questions[0]?.label.en).toBe('Days')
  })

  it.each<[string, Given, string]>([
    ['a type', withCell(9, 'type', 'geopoint'), 'additional_type_unsupported survey!A11'],
    ['a calculation', withCell(3, 'calculation', '1 + 1'), 'additional_column_unsupported survey!K5'],
    ['a default', withCell(3, 'default', '3'), 'additional_column_unsupported survey!L5'],
    ['a choice filter', withCell(2, 'choice_filter', 'a = b'), 'additional_column_unsupported survey!M4'],
    ['a function', withCell(9, 'relevant', "regex(., 'a')"), 'expression_unknown_function survey!F11'],
    ['a name that nobody has', withCell(9, 'relevant', '${nobody} = 1'), 'expression_unknown_name survey!F11'],
    ['a choice that is none', withCell(3, 'relevant', "${Care_Used} = 'maybe'"), 'expression_unknown_choice survey!F5'],
    ['a condition of a group', withCell(0, 'relevant', '${care_days} ='), 'expression_unexpected survey!F2'],
    ['a constraint', withCell(3, 'constraint', ". = 'x'"), 'expression_type survey!H5'],
    ['a fact of a member for the household', withCell(9, 'relevant', '${age} > 3'), 'expression_out_of_reach survey!F11'],
    ['another repeat', withCell(5, 'name', 'fields'), 'additional_repeat_unsupported survey!B7'],
    ['a list', withCell(6, 'type', 'select_multiple wants'), 'additional_list_unknown survey!A8'],
    ['a name with other characters', withCell(3, 'name', 'care-days'), 'additional_name_invalid survey!B5'],
    ['a name twice', withCell(3, 'name', 'CARE_USED'), 'additional_name_twice survey!B5'],
    ['no label', { survey: [['integer', 'a', null, null]] }, 'additional_label_missing survey!B2'],
    ['a conditional requirement', withCell(2, 'required', '${care_days} > 1'), 'additional_required_unsupported survey!G4'],
    ['a note with a condition', withCell(1, 'relevant', '${care_days} > 1'), 'additional_note_condition survey!F3'],
    ['an end without begin', { survey: [...SURVEY_ROWS, ['end_group']] }, 'additional_group_unbalanced survey!A12'],
    ['a begin without end', { survey: [['begin_group', 'g', 'G', 'G'], ['integer', 'a', 'A', 'A']] }, 'additional_group_open survey!A2'],
    ['a choice with a blank', { choices: [...CHOICE_ROWS, ['needs', 'a b', 'A', 'A']] }, 'additional_choice_invalid choices!B7'],
    ['a choice twice', { choices: [...CHOICE_ROWS, ['needs', 'meals', 'A', 'A']] }, 'additional_name_twice choices!B7'],
    ['questions that wait for each other', { survey: [['integer', 'a', 'A', 'A', null, '${b} = 1'], ['integer', 'b', 'B', 'B', null, '${a} = 1']] }, 'expression_cycle survey!F2'],
    ['no question', { survey: [] }, 'additional_empty !'],
    ['no survey', { sheet: 'Sheet1' }, 'additional_no_survey !'],
  ])('refuse %s with the cell', (_what, given, expected) => {
    expect(refusalsOf(given)).toEqual([expected])
  }) // prettier-ignore

  it('tell what was passed over', () => {
    const header = [...SURVEY_HEADER, 'bind::odk:foo']
    const { warnings } = valueOf(read({ header, survey: [...SURVEY_ROWS, ['start', 'start']] }))
    expect(warnings.map(({ code, place }) => [code, place.cell])).toEqual([
      ['additional_column_ignored', 'N1'],
      ['additional_meta_ignored', 'A12'],
    ])
  })
})
