import { describe, expect, it } from 'vitest'
import type { NameIndex } from '../../../src/domain/instrument/indexNames'
import { parseExpression } from '../../../src/domain/instrument/parseExpression'
import { calculationOf, xpathOf } from '../../../src/application/xlsform/xpathOf'
import { whenBroken } from '../../../src/application/xlsform/whenBroken'
import { INSTRUMENT } from '../../builders/anInterview'

const calculations = INSTRUMENT.data.calculations.map(({ name }) => name)

function context(scope: string) {
  return {
    names: INSTRUMENT.names,
    scope,
    self: { type: 'number' },
    isCalculation: (name: string) => calculations.includes(name),
  } as const
}

describe('an expression of the form', () => {
  it.each([
    [
      'compares a condition that is kept',
      '${is_present} and not(${is_able_to_work})',
      "${is_present} = 'yes' and not(${is_able_to_work} = 'yes')",
    ],
    [
      'needs no brackets where it binds from the left',
      "(${sex} = 'male' and ${age} > 1) and ${age} < 9",
      "${sex} = 'male' and ${age} > 1 and ${age} < 9",
    ],
    [
      'keeps the brackets that it needs',
      "${sex} = 'male' and (${age} > 1 or ${age} < 9)",
      "${sex} = 'male' and (${age} > 1 or ${age} < 9)",
    ],
    [
      'has no result of arithmetic with a blank',
      '${months_home} + ${work_months} > 12',
      "if(${months_home} != '' and ${work_months} != '', ${months_home} + ${work_months}, '') > 12",
    ],
    [
      'has none of a division by zero',
      '${age} div 2 = 1',
      "if(${age} != '' and 2 != 0, ${age} div 2, '') = 1",
    ],
    [
      'compares days as numbers',
      '${birth_date} <= ${as_of}',
      "number(translate(${birth_date}, '-', '')) <= number(translate(${as_of}, '-', ''))",
    ],
    ['asks of itself', '. >= 0 and . <= 12', '. >= 0 and . <= 12'],
  ])('%s', (_, source, written) => {
    expect(xpathOf(parseExpression(source), context('member'))).toBe(written)
  })

  it('is kept as yes or no where it is a condition', () => {
    expect(calculationOf(parseExpression('${age} > 1'), context('member'))).toBe(
      "if(${age} > 1, 'yes', 'no')",
    )
  })

  it.each([
    ['sum(${head_mark}) > 1', 'sum(${head_mark_or_zero}) > 1'],
    ['count(${income_kind}) > 0', 'count-non-empty(${income_kind}) > 0'],
  ])('adds up over a repeat without blanks: %s', (source, written) => {
    expect(xpathOf(parseExpression(source), context('household'))).toBe(written)
  })
})

describe('whenBroken', () => {
  const definitions = new Map([
    ['twice', parseExpression('coalesce(${asked}, ${other} * 2)')],
    ['far', parseExpression('${twice} + 1')],
  ])
  const broken = (when: string) => {
    const { empty, answered } = whenBroken(parseExpression(when), 'asked', definitions)
    const shown = (breach: typeof empty) =>
      typeof breach === 'boolean' ? breach : xpathOf(breach, { ...context('member'), names: NO_NAMES })
    return [shown(empty), shown(answered)]
  }
  /** Every name a number. */
  const NO_NAMES: NameIndex = {
    ...INSTRUMENT.names,
    find: () => ({ scope: 'member', slot: 0, valueType: { type: 'number' } }),
  }

  it.each([
    ["${asked} = ''", true, false],
    ["${asked} != '' and ${other} > 1", false, '${other} > 1'],
    ["${other} > 1 and ${asked} = ''", '${other} > 1', false],
    ['${asked} > 3', false, '. > 3'],
    ["selected(${asked}, 'a') or ${other} > 1", '${other} > 1', "selected(., 'a') or ${other} > 1"],
    ["not(${asked} = '')", false, true],
    ["${twice} = ''", "if(${other} != '', ${other} * 2, '') = ''", false],
    [
      '${far} > 3',
      "if(if(${other} != '', ${other} * 2, '') != '', if(${other} != '', ${other} * 2, '') + 1, '') > 3",
      "if(. != '', . + 1, '') > 3",
    ],
  ])('of %s, while empty: %s, while answered: %s', (when, empty, answered) => {
    expect(broken(when)).toEqual([empty, answered])
  })
})
