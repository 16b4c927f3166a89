import { describe, expect, it } from 'vitest'
import { parseTyped } from '../../../src/domain/interview/parseTyped'
import { stepChoices } from '../../../src/domain/interview/stepChoices'
import { aLine, anInterview, INSTRUMENT } from '../../builders/anInterview'

function typed(question: string, text: string) {
  const found = INSTRUMENT.questions.get(question)
  if (found === undefined) throw new Error(question)
  return parseTyped(anInterview(), found, text)
}

describe('what is typed', () => {
  it.each([
    ['water_short_days', '36', 36],
    ['water_short_days', '３６', 36],
    ['rigid_spending_yuan', '12.5', 12.5],
    ['birth_date', '2012-03-01', '2012-03-01'],
    ['birth_date', '2012-3-1', '2012-03-01'],
    ['birth_date', '20120301', '2012-03-01'],
    ['birth_date', '２０１２年３月１日', '2012-03-01'],
    ['birth_date', '2012.3.1', '2012-03-01'],
    ['rigid_spending_yuan', '1.2万', 12000],
    ['rigid_spending_yuan', '3千5百', 3500],
    ['rigid_spending_yuan', '12,000元', 12000],
    ['note', ' 见门口 ', '见门口'],
    ['note', '见 Ａ 栋', '见 Ａ 栋'],
    ['id_number', '990101 19700101 001x', '99010119700101001X'],
    ['id_number', '９９０１０１７００１０１００１', '990101700101001'],
    ['id_number', '990101197001010012', '990101197001010012'],
  ])('for %s as %s is %s', (question, text, value) => {
    expect(typed(question, text)).toEqual({ value, fault: null })
  })
  it.each([
    ['water_short_days', '367', 'outOfRange'],
    ['water_short_days', '3.5', 'numberPlain'],
    ['water_short_days', '-3', 'numberPlain'],
    ['birth_date', '2012-3', 'dateWrong'],
    ['birth_date', '2012-2-30', 'dateWrong'],
    ['birth_date', '无', 'dateWrong'],
    ['rigid_spending_yuan', '一万多', 'numberPlain'],
    ['rigid_spending_yuan', '1000-2000', 'numberPlain'],
    ['rigid_spending_yuan', '亏500', 'outOfRange'],
    ['birth_date', '2021-01-01', 'outOfRange'],
    ['id_number', '99010119700101001', 'idWrong'],
    ['id_number', '无', 'idWrong'],
  ])('for %s as %s is refused: %s', (question, text, fault) => {
    expect(typed(question, text)).toEqual({ fault })
  })
})

describe('the digits of a ledger line', () => {
  const choose = (kind: string | null, given = {}) => {
    const interview = anInterview({ lines: [aLine(1, given)] })
    const step = (name: 'line_item' | 'line_state') =>
      ({ kind: name, group: 'income', ref: { question: 'income_item', line: '1' } }) as const
    return {
      items: stepChoices(interview, step('line_item'), kind),
      states: stepChoices(interview, step('line_state'), null),
    }
  }
  it('stand for the kinds first, then for the items of one', () => {
    expect(choose(null).items.map(({ name }) => name)).toEqual([
      'wage',
      'business',
      'property',
      'transfer',
      'business_cost',
    ])
    expect(choose('property').items.map(({ name }) => name)).toEqual([
      'land_rent',
      'dividend',
      'other_property',
    ])
  })
  it('answer state and once-only together for a transfer', () => {
    expect(choose(null).states.map(({ name }) => name)).toEqual([
      'received',
      'own_consumption',
      'unsold',
      'expected',
    ])
    const transfer = choose(null, { income_kind: 'transfer', income_item: 'pension' }).states
    expect(transfer.map(({ name }) => name)).toEqual([
      'received no',
      'received yes',
      'expected no',
      'expected yes',
    ])
    expect(transfer[1]?.label['zh-CN']).toBe('已到手，只这一次')
  })
})
