import { describe, expect, it } from 'vitest'
import type { CheckData, InstrumentData, QuestionData } from '../../../src/domain/instrument/Instrument'
import { VISIT_OUTCOME, type Roles } from '../../../src/domain/instrument/Roles'
import { loadInstrument } from '../../../src/domain/instrument/loadInstrument'

const TEXT = { 'zh-CN': '题', en: 'Question' }

function question(name: string, given: Partial<QuestionData> = {}): QuestionData {
  return {
    name,
    type: 'integer',
    label: TEXT,
    plain: TEXT,
    serves: ['x'],
    evidence: ['respondent'],
    defaultEvidence: 'respondent',
    ...given,
  }
}

const ROLES: Roles = {
  outcome: { ...VISIT_OUTCOME, completed: 'completed' },
  respondent: 'respondent',
  respondentState: 'respondent_state',
  memberStatus: 'member_status',
}
const VISIT = [
  question('visit_outcome', { type: 'select_one', choices: 'outcome' }),
  question('outcome_reason', { type: 'text' }),
  question('respondent', { type: 'select_one_member' }),
  question('respondent_state', { type: 'select_one', choices: 'colour' }),
]
const STATUS = question('member_status', { type: 'select_one', choices: 'status' })

const namesOf = (...names: readonly string[]) => names.map((name) => ({ name, label: TEXT }))

function anInstrument(
  household: readonly QuestionData[],
  lines: readonly QuestionData[] = [],
  checks: readonly CheckData[] = [],
  members: readonly QuestionData[] = [],
): InstrumentData {
  return {
    id: 'test',
    version: '1',
    repeats: [
      { name: 'member', source: 'roster' },
      { name: 'line', source: 'hand' },
    ],
    roles: ROLES,
    inputs: [{ name: 'as_of', scope: 'household', type: 'date' }],
    calculations: [],
    choices: {
      colour: [
        { name: 'red', label: TEXT },
        { name: 'blue', label: TEXT },
      ],
      sex: [{ name: 'male', label: TEXT }],
      outcome: namesOf('completed', 'partial'),
      status: namesOf('same', 'changed', 'left', 'died', 'new'),
    },
    groups: [
      { name: 'visit', label: TEXT, scope: 'household', questions: VISIT },
      { name: 'status', label: TEXT, scope: 'member', questions: [STATUS] },
      { name: 'home', label: TEXT, scope: 'household', questions: household },
      { name: 'ledger', label: TEXT, scope: 'line', questions: lines },
      { name: 'members', label: TEXT, scope: 'member', questions: members },
    ],
    checks,
  }
}

function codes(data: InstrumentData): readonly string[] {
  const result = loadInstrument(data)
  return result.ok ? [] : result.problems.map(({ code }) => code)
}

describe('loading an instrument', () => {
  it('accepts a sound one', () => {
    expect(codes(anInstrument([question('a'), question('b', { relevant: '${a} > 3' })]))).toEqual([])
  })
  it.each([
    ['${nobody} = 1', 'expression_unknown_name'],
    ['${a} >', 'expression_unexpected'],
    ['${a} § 1', 'expression_unreadable'],
    ['today() = 1', 'expression_unknown_function'],
    ["${a} = 'one'", 'expression_type'],
    ['${a} + 1', 'expression_type'],
    ["${c} = 'green'", 'expression_unknown_choice'],
    ["selected(${c}, 'green')", 'expression_unknown_choice'],
    ['sum(${a}) > 1', 'expression_out_of_reach'],
    ['${yuan} > 1', 'expression_out_of_reach'],
    ['. > 1', 'expression_no_self'],
    ['selected(${c})', 'expression_type'],
    ["not(${c} = 'red', 1)", 'expression_type'],
    ['${b} = 1', 'expression_cycle'],
  ])('finds what is wrong with %s', (relevant, code) => {
    const household = [
      question('a'),
      question('c', { type: 'select_one', choices: 'colour' }),
      question('b', { relevant }),
    ]
    expect(codes(anInstrument(household, [question('yuan')]))).toEqual([code])
  })
  it('gives the place in the expression', () => {
    const result = loadInstrument(anInstrument([question('a', { relevant: '1 = 1 and ${nobody} = 1' })]))
    expect(result).toMatchObject({
      problems: [{ place: { question: 'a' }, details: { at: 11, detail: 'nobody' } }],
    })
  })
  it('finds a circle of three and names it', () => {
    const circle = [
      question('a', { relevant: '${c} = 1' }),
      question('b', { relevant: '${a} = 1' }),
      question('c', { relevant: '${b} = 1' }),
    ]
    const result = loadInstrument(anInstrument(circle))
    expect(result).toMatchObject({ problems: [{ code: 'expression_cycle', value: 'a → c → b → a' }] })
  })
  it('finds double names, unknown choice lists, and checks of questions that do not exist', () => {
    expect(codes(anInstrument([question('a'), question('a')]))).toEqual(['instrument_double_name'])
    expect(codes(anInstrument([question('a', { type: 'select_one', choices: 'nowhere' })]))).toEqual([
      'instrument_unknown_list',
    ])
    const check: CheckData = {
      name: 'k',
      tier: 'note',
      scope: 'household',
      when: '${a} = 1',
      questions: ['z'],
      message: TEXT,
    }
    expect(codes(anInstrument([question('a')], [], [check]))).toEqual(['expression_unknown_name'])
  })
  it.each<[string, Partial<QuestionData>]>([
    ['default “green” of colours', { type: 'select_one', choices: 'colour', default: 'green' }],
    ['default “5” of a number', { default: '5' }],
    ['default “2020-02-30” of a date', { type: 'date', default: '2020-02-30' }],
    ['default “ ” of a text', { type: 'text', default: ' ' }],
    ['default “red” of several choices', { type: 'select_multiple', choices: 'colour', default: 'red' }],
    ['quickFill “green” of colours', { type: 'select_one', choices: 'colour', quickFill: 'green' }],
    ['quickFill “green” of several', { type: 'select_multiple', choices: 'colour', quickFill: 'green' }],
    ['quickFill “twelve” of a number', { quickFill: 'twelve' }],
    ['quickFill “1.5” of a whole number', { quickFill: '1.5' }],
    ['quickFill “13” of up to 12', { quickFill: '13', constraint: '. >= 0 and . <= 12' }],
    ['quickFill “x” of a text', { type: 'text', quickFill: 'x' }],
    ['prefill “workMonth” of a number', { prefill: 'workMonth' }],
    ['prefill “toString” of a text', { type: 'text', prefill: 'toString' }],
    ['prefill “workMonths” of a text', { type: 'text', prefill: 'workMonths' }],
    ['prefill “sex” of colours', { type: 'select_one', choices: 'colour', prefill: 'sex' }],
  ])('finds the %s', (wrong, given) => {
    const result = loadInstrument(anInstrument([question('a')], [], [], [question('m', given)]))
    const told = result.ok
      ? []
      : result.problems.map(({ code, place, value, details }) => [
          code,
          place.question,
          `${details?.['field']} “${value}”`,
        ])
    expect(told).toEqual([['instrument_value_unfit', 'm', wrong.slice(0, wrong.indexOf('”') + 1)]])
  })
  it.each<Partial<QuestionData>>([
    { type: 'select_one', choices: 'colour', default: 'red', quickFill: 'blue' },
    { type: 'select_multiple', choices: 'colour', quickFill: 'blue' },
    { quickFill: '12', constraint: '. <= 12', prefill: 'workMonths' },
    { type: 'decimal', quickFill: '1.5' },
    { quickFill: '13', constraint: '. <= ${a}' },
    { type: 'date', default: '2020-02-29', prefill: 'birthDate' },
    { type: 'text', default: 'x', prefill: 'name' },
    { type: 'select_one', choices: 'sex', prefill: 'sex' },
  ])('takes %j', (given) => {
    expect(codes(anInstrument([question('a')], [], [], [question('m', given)]))).toEqual([])
  })
  it('finds what is fixed for members where no member is asked', () => {
    expect(codes(anInstrument([question('a', { quickFill: '1' })]))).toEqual(['instrument_value_unfit'])
    expect(codes(anInstrument([question('a', { prefill: 'workMonths' })]))).toEqual([
      'instrument_value_unfit',
    ])
  })
  it('lets the household add up and count the values of its lines', () => {
    expect(
      codes(
        anInstrument(
          [question('a', { relevant: 'sum(${yuan}) > 0 and count(${yuan}) > 1' })],
          [question('yuan')],
        ),
      ),
    ).toEqual([])
  })
})

describe('the roles of an instrument', () => {
  const withRoles = (roles: Partial<Roles>) => codes({ ...anInstrument([]), roles: { ...ROLES, ...roles } })

  it.each<[string, Partial<Roles>]>([
    ['a name that is no question', { respondent: 'nobody' }],
    ['a question of another type', { respondent: 'visit_outcome' }],
    ['a question of another place', { respondentState: 'member_status' }],
    ['a question that lacks a choice', { acceptance: 'nobody', sharesIncome: 'member_status' }],
    ['an outcome that the lists do not know', { outcome: { ...VISIT_OUTCOME, completed: 'partial' } }],
  ])('are refused for %s', (_, roles) => {
    expect(new Set(withRoles(roles))).toEqual(new Set(['instrument_role_unfit']))
  })
  it('are sound when only what must be there is named', () => {
    expect(withRoles({})).toEqual([])
  })
})

describe('the repeats of an instrument', () => {
  const sound = anInstrument([])
  it.each<[string, InstrumentData, string]>([
    [
      'a scope that is none',
      { ...sound, repeats: [{ name: 'line', source: 'hand' }] },
      'instrument_unknown_scope',
    ],
    [
      'two of one source',
      { ...sound, repeats: [...sound.repeats, { name: 'plot', source: 'hand' }] },
      'instrument_double_name',
    ],
    [
      'one that is called household',
      { ...sound, repeats: [{ name: 'household', source: 'hand' }] },
      'instrument_double_name',
    ],
  ])('are refused with %s', (_, data, code) => {
    expect(codes(data)).toContain(code)
  })
  it('may have any name', () => {
    const { inputs, groups } = anInstrument(
      [question('total', { relevant: 'sum(${a}) > 3' })],
      [question('a')],
    )
    const renamed = groups.map((group) => (group.scope === 'line' ? { ...group, scope: 'plot' } : group))
    const repeats = [
      { name: 'member', source: 'roster' },
      { name: 'plot', source: 'hand' },
    ] as const
    expect(codes({ ...sound, inputs, groups: renamed, repeats })).toEqual([])
  })
})
