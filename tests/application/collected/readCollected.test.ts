import { describe, expect, it } from 'vitest'
import { formOut } from '../../../src/adapters/resources/formOut'
import { readExport } from '../../../src/adapters/xlsform/readExport'
import { readCollected, type CollectedAnswers } from '../../../src/application/collected/readCollected'
import { spokenChoice } from '../../../src/application/texts/spokenChoice'
import type { Result } from '../../../src/domain/shared/Result'
import { valueOf } from '../../contracts/projectStoreContract'
import { aHousehold } from '../../builders/aHousehold'
import { INSTRUMENT } from '../../builders/anInterview'

const FORM = valueOf(formOut(INSTRUMENT, null))
/** What a form calls the choice `all_year`. */
const CALLED = spokenChoice('all_year', 'food_enough', INSTRUMENT, 'zh-CN')
const HOUSEHOLDS = new Map([['h1', aHousehold()]])

/** Tables of lines of cells, as files of their own. */
function read(...tables: readonly string[]): Result<CollectedAnswers> {
  const files = tables.map((text, index) =>
    readExport({ name: `${index + 1}.csv`, bytes: new TextEncoder().encode(text.replaceAll(' | ', ',')) }),
  )
  return readCollected(files, { instrument: INSTRUMENT, form: FORM, households: HOUSEHOLDS })
}

const linesOf = (...tables: readonly string[]) => valueOf(read(...tables)).lines

function problemsOf(...tables: readonly string[]) {
  const result = read(...tables)
  const problems = result.ok ? result.value.problems : result.problems
  return problems.map(({ code, severity, place, value }) => [code, severity, place.file, place.cell, value])
}

const MEMBERS = 'member_key | member_status | PARENT_KEY | KEY\nm1 | same | a | a/1\nnew-1 | new | a | a/2'

describe('collected answers', () => {
  it.each([
    ['no group', 'household_key | food_enough'],
    ['KoboToolbox groups', 'identity/household_key | food/food_enough'],
    ['ODK groups', 'identity-household_key | food-food_enough'],
    ['points', 'identity.household_key | food.food_enough'],
  ])('are found with %s before their names', (_, header) => {
    expect(linesOf(`${header}\nh1 | all_year`)).toEqual([
      { household: 'h1', question: 'food_enough', value: 'all_year' },
    ])
  })

  it('say how they are known, who asked and when', () => {
    const header = 'household_key | assessor | end | food_enough | food_enough_ev'
    expect(linesOf(`${header}\nh1 | 张三 | 2020-07-15T09:30:00.000+08:00 | all_year | document`)).toEqual([
      {
        household: 'h1',
        question: 'food_enough',
        value: 'all_year',
        evidence: 'document',
        by: '张三',
        at: '2020-07-15T09:30:00.000+08:00',
      },
    ])
  })

  it.each([
    ['a column of codes', 'shocks', 'illness accident'],
    ['columns of 0 and 1', 'shocks/illness | shocks/accident | shocks/none', '1 | 1 | 0'],
    ['columns of TRUE and FALSE', 'risk-shocks/illness | risk-shocks/accident', 'TRUE | TRUE'],
    ['both', 'shocks | shocks/illness | shocks/accident', 'illness accident | 1 | 1'],
  ])('have several choices from %s', (_, header, cells) => {
    expect(linesOf(`household_key | ${header}\nh1 | ${cells}`)).toMatchObject([
      { question: 'shocks', value: ['illness', 'accident'] },
    ])
  })

  it('have nothing chosen where nothing was asked', () => {
    expect(linesOf('household_key | food_enough | shocks/illness\nh1 | all_year | ')).toHaveLength(1)
  })

  it('name members by their keys, and one that is meant by the choice in the form', () => {
    const lines = linesOf(
      'household_key | respondent | who_lives_elsewhere | KEY\nh1 | new-1_王五 | m1_李甲 new-1_王五 | a',
      MEMBERS,
    )
    expect(lines).toMatchObject([
      { question: 'respondent', value: 'new-1' },
      { member: 'm1', question: 'member_status', value: 'same' },
      { member: 'new-1', question: 'member_status', value: 'new' },
      { question: 'who_lives_elsewhere', value: ['m1', 'new-1'] },
    ])
  })

  it('have somebody else as respondent', () => {
    expect(linesOf('household_key | respondent_other | respondent_other_ev\nh1 | other | ')).toMatchObject([
      { question: 'respondent', value: 'other' },
    ])
  })

  it('keep a signature and the reason of a warning as notes', () => {
    const lines = linesOf(
      'household_key | cadres_absent | why_cadres_present | signature\nh1 | no | 不肯走 | s.png',
    )
    expect(lines).toMatchObject([
      { question: 'cadres_absent', value: 'no' },
      { question: 'signature', note: 's.png' },
      { question: 'cadres_absent', note: '不肯走' },
    ])
  })

  it('have the agreement to a ledger below its lines', () => {
    const lines = linesOf(
      'household_key | ledger_agreement | KEY\nh1 | agrees | a',
      'income_kind | amount_yuan | PARENT_KEY\nwage | 1200.50 | a\nwage | 7 | a',
    )
    expect(lines.map(({ line, question, value }) => [line, question, value])).toEqual([
      ['1', 'income_kind', 'wage'],
      ['1', 'amount_yuan', 1200.5],
      ['2', 'income_kind', 'wage'],
      ['2', 'amount_yuan', 7],
      [undefined, 'ledger_agreement', 'agrees'],
    ])
  })

  it.each([
    ['no household', 'household_key | food_enough\n | all_year', ['collected_household_missing', 'A2', null]],
    [
      'a household not on the list',
      'household_key | food_enough\nh9 | all_year',
      ['collected_household_unknown', 'B2', 'h9'],
    ],
    ['a label', `household_key | food_enough\nh1 | ${CALLED}`, ['collected_label', 'B2', CALLED]],
    [
      'an unknown choice',
      'household_key | food_enough\nh1 | much',
      ['collected_choice_unknown', 'B2', 'much'],
    ],
    [
      'an unknown kind of evidence',
      'household_key | food_enough | food_enough_ev\nh1 | all_year | hearsay',
      ['collected_choice_unknown', 'C2', 'hearsay'],
    ],
    [
      'no number',
      'household_key | water_short_days\nh1 | 很多',
      ['collected_value_unreadable', 'B2', '很多'],
    ],
    [
      'no whole number',
      'household_key | water_short_days\nh1 | 1.5',
      ['collected_value_unreadable', 'B2', '1.5'],
    ],
    [
      'a number out of range',
      'household_key | water_short_days\nh1 | 367',
      ['collected_out_of_range', 'B2', '367'],
    ],
    [
      'two columns of one name',
      'household_key | food/food_enough | food_enough\nh1 | all_year | all_year',
      ['collected_column_twice', 'C1', 'food_enough'],
    ],
    [
      'choices that differ',
      'household_key | shocks | shocks/illness | shocks/accident\nh1 | illness | 1 | 1',
      ['collected_choices_differ', 'B2', 'illness'],
    ],
    [
      'neither 0 nor 1',
      'household_key | shocks/illness\nh1 | 有',
      ['collected_value_unreadable', 'B2', '有'],
    ],
  ])('are refused whole for %s', (_, table, [code, cell, value]) => {
    const found = problemsOf(table)
    expect(found.map((each) => each[0])).toEqual([code])
    expect(found[0]?.slice(1, 4)).toEqual(['error', '1.csv', cell])
    if (value !== null) expect(found[0]?.[4]).toBe(value)
  })

  it.each([
    [
      'a row of nobody',
      'member_key | member_status | PARENT_KEY\nm1 | same | b',
      ['collected_parent_missing', 'C2'],
    ],
    [
      'a table without the way back',
      'member_key | member_status\nm1 | same',
      ['collected_parent_missing', 'A2'],
    ],
    [
      'a stranger',
      'member_key | member_status | PARENT_KEY\nm7 | same | a',
      ['collected_member_unknown', 'B2'],
    ],
    ['no key', 'member_key | member_status | PARENT_KEY\n | same | a', ['collected_member_missing', 'A2']],
    [
      'a key twice',
      'member_key | member_status | PARENT_KEY\nm1 | same | a\nm1 | left | a',
      ['collected_member_twice', 'A3'],
    ],
  ])('are refused whole for %s among members', (_, members, [code, cell]) => {
    const main = 'household_key | food_enough | KEY\nh1 | all_year | a'
    expect(problemsOf(main, members).map((each) => [each[0], each[2], each[3]])).toEqual([
      [code, '2.csv', cell],
    ])
  })

  it('are refused for a household that was submitted twice, and for two forms at once', () => {
    const main = 'household_key | food_enough\nh1 | all_year'
    expect(problemsOf(`${main}\nh1 | all_year`).map(([code]) => code)).toEqual(['collected_household_twice'])
    expect(problemsOf(main, main).map(([code]) => code)).toEqual(['collected_forms_mixed'])
  })

  it('are refused where labels stand in the header', () => {
    expect(problemsOf('户编号 | 粮食够吃吗？\nh1 | 够')).toEqual([
      ['collected_no_form', 'error', '1.csv', undefined, null],
    ])
  })

  it('tell of what they pass over, with its cell', () => {
    const found = problemsOf(
      'household_key | weather | food_enough | bedding_ev | _id\nh1 | 晴 | all_year | other | 7',
    )
    expect(found).toEqual([
      ['collected_column_unknown', 'warning', '1.csv', 'B1', 'weather'],
      ['collected_evidence_alone', 'warning', '1.csv', 'D2', 'other'],
    ])
  })
})
