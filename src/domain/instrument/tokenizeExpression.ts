import { ExpressionError } from './Expression'

export interface Token {
  readonly kind: 'number' | 'text' | 'reference' | 'word' | 'symbol' | 'end'
  readonly text: string
  readonly position: number
}

const PATTERNS: readonly (readonly [Token['kind'] | 'space', RegExp])[] = [
  ['space', /\s+/y],
  ['reference', /\$\{([a-z][a-z0-9_]*)\}/y],
  ['number', /\d+(?:\.\d+)?/y],
  ['text', /'([^']*)'|"([^"]*)"/y],
  ['word', /[a-z][a-z_-]*/y],
  ['symbol', /!=|<=|>=|[=<>+\-*(),.]/y],
]

/** Tokens of an expression in order, closed by one of kind `end`. Throws ExpressionError at the first foreign character. */
export function tokenizeExpression(source: string): readonly Token[] {
  const tokens: Token[] = []
  let position = 0
  while (position < source.length) {
    const start = position
    for (const [kind, pattern] of PATTERNS) {
      pattern.lastIndex = position
      const match = pattern.exec(source)
      if (match === null) continue
      if (kind !== 'space') tokens.push({ kind, text: match[1] ?? match[2] ?? match[0], position })
      position = pattern.lastIndex
      break
    }
    if (position === start) {
      throw new ExpressionError('expression_unreadable', position, source.charAt(position))
    }
  }
  tokens.push({ kind: 'end', text: '', position })
  return tokens
}
