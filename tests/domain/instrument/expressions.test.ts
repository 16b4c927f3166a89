import { describe, expect, it } from 'vitest'
import { compileExpression, type Value } from '../../../src/domain/instrument/compileExpression'
import { parseExpression } from '../../../src/domain/instrument/parseExpression'

const NAMES = ['a', 'b', 'text', 'list']

function evaluate(
  source: string,
  values: readonly Value[] = [],
  lines: readonly Value[] = [],
  self?: Value,
): Value {
  const find = (name: string) =>
    name === 'yuan'
      ? ({ scope: 'line', slot: 0 } as const)
      : ({ scope: 'household', slot: NAMES.indexOf(name) } as const)
  const line = lines.map((value) => ({ values: [value] }))
  return compileExpression(
    parseExpression(source),
    find,
  )({ household: values, own: [], repeats: new Map([['line', line]]), self })
}

describe('an expression', () => {
  it.each<[string, Value]>([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['7 - 2 - 1', 4],
    ['7 mod 4 + 9 div 2', 7.5],
    ['1 = 2 or 1 < 2 and 2 < 1', false],
    ['1 < 2 = 1', false],
    ['2 >= 2 and 2 <= 2 and not(2 > 2)', true],
    ["if(1 = 1, 'yes', 'no')", 'yes'],
  ])('%s gives %s', (source, value) => {
    expect(evaluate(source)).toBe(value)
  })
  it('reads an unanswered operand as an empty text', () => {
    expect(evaluate("${text} = ''")).toBe(true)
    expect(evaluate("${text} != 'red'")).toBe(true)
    expect(evaluate("${text} = 'red'")).toBe(false)
    expect(evaluate('${a} < 1')).toBe(false)
    expect(evaluate('not(${a} < 1)')).toBe(true)
    expect(evaluate('${a} + 1')).toBeUndefined()
    expect(evaluate('1 div ${a}', [0])).toBeUndefined()
  })
  it('falls back with coalesce', () => {
    expect(evaluate('coalesce(${a}, ${b})', [undefined, 4])).toBe(4)
    expect(evaluate('coalesce(${a}, ${b})', [3, 4])).toBe(3)
  })
  it('looks into the choices of a select_multiple', () => {
    expect(evaluate("selected(${list}, 'x')", [undefined, undefined, undefined, ['x', 'y']])).toBe(true)
    expect(evaluate("selected(${list}, 'z')", [undefined, undefined, undefined, ['x', 'y']])).toBe(false)
    expect(evaluate("selected(${list}, 'x')")).toBe(false)
  })
  it('counts and adds what is answered in a repeat', () => {
    expect(evaluate('count(${yuan})', [], [1, undefined, 2.5])).toBe(2)
    expect(evaluate('sum(${yuan})', [], [1, undefined, 2.5])).toBe(3.5)
  })
  it('compares ISO dates and knows itself', () => {
    expect(evaluate(". <= '2020-12-31'", [], [], '2020-12-31')).toBe(true)
    expect(evaluate('. >= 0 and . <= 12', [], [], 13)).toBe(false)
  })
})
