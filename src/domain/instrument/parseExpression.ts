import { ExpressionError, FUNCTION_NAMES } from './Expression'
import type { BinaryOperator, Expression, FunctionName } from './Expression'
import { tokenizeExpression } from './tokenizeExpression'
import type { Token } from './tokenizeExpression'

/** From the loosest to the tightest, as in XPath 1.0. */
const LEVELS: readonly (readonly BinaryOperator[])[] = [
  ['or'],
  ['and'],
  ['=', '!='],
  ['<', '<=', '>', '>='],
  ['+', '-'],
  ['*', 'div', 'mod'],
]

/**
 * Reads the XLSForm subset: `${name}`, `.`, numbers, quoted text, comparison, arithmetic, `and`, `or`, `not()`,
 * `selected()`, `count()`, `sum()`, `if()`, `coalesce()`. Throws ExpressionError where it cannot be read.
 */
export function parseExpression(source: string): Expression {
  const tokens = tokenizeExpression(source)
  let next = 0

  const peek = (): Token => tokens[next] as Token
  const take = (): Token => tokens[next++] as Token
  const fail = (token: Token): never => {
    throw new ExpressionError('expression_unexpected', token.position, token.text || 'end')
  }
  const expect = (symbol: string): void => {
    const token = take()
    if (token.kind !== 'symbol' || token.text !== symbol) fail(token)
  }

  function parseLevel(level: number): Expression {
    const operators = LEVELS[level]
    if (operators === undefined) return parsePrimary()
    let left = parseLevel(level + 1)
    for (;;) {
      const { kind, text, position } = peek()
      const operator =
        kind === 'symbol' || kind === 'word' ? operators.find((each) => each === text) : undefined
      if (operator === undefined) return left
      take()
      left = { kind: 'binary', operator, left, right: parseLevel(level + 1), position }
    }
  }

  function parsePrimary(): Expression {
    const token = take()
    const { position, text } = token
    switch (token.kind) {
      case 'number':
        return { kind: 'number', value: Number(text), position }
      case 'text':
        return { kind: 'text', value: text, position }
      case 'reference':
        return { kind: 'reference', name: text, position }
      case 'word':
        return parseCall(token)
      case 'symbol':
        if (text === '.') return { kind: 'self', position }
        if (text === '(') {
          const inner = parseLevel(0)
          expect(')')
          return inner
        }
        return fail(token)
      case 'end':
        return fail(token)
    }
  }

  function parseCall(token: Token): Expression {
    const name = FUNCTION_NAMES.find((each): each is FunctionName => each === token.text)
    if (name === undefined)
      throw new ExpressionError('expression_unknown_function', token.position, token.text)
    expect('(')
    const operands = [parseLevel(0)]
    while (peek().kind === 'symbol' && peek().text === ',') {
      take()
      operands.push(parseLevel(0))
    }
    expect(')')
    return { kind: 'call', name, arguments: operands, position: token.position }
  }

  const tree = parseLevel(0)
  if (peek().kind !== 'end') fail(peek())
  return tree
}
