import type { ProblemCode } from '../shared/ProblemCode'

/** The tree of an XLSForm expression. `position` is the 0-based offset in the source, for messages. */
export type Expression =
  | { readonly kind: 'number'; readonly value: number; readonly position: number }
  | { readonly kind: 'text'; readonly value: string; readonly position: number }
  | { readonly kind: 'reference'; readonly name: string; readonly position: number }
  | { readonly kind: 'self'; readonly position: number }
  | {
      readonly kind: 'binary'
      readonly operator: BinaryOperator
      readonly left: Expression
      readonly right: Expression
      readonly position: number
    }
  | {
      readonly kind: 'call'
      readonly name: FunctionName
      readonly arguments: readonly Expression[]
      readonly position: number
    }

export type BinaryOperator =
  'or' | 'and' | '=' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | 'div' | 'mod'

export const FUNCTION_NAMES = ['not', 'selected', 'count', 'sum', 'if', 'coalesce'] as const

export type FunctionName = (typeof FUNCTION_NAMES)[number]

/** An expression that cannot be used, with the offset where reading it failed. */
export class ExpressionError extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly position: number,
    readonly detail: string,
  ) {
    super(`${code} at ${position}: ${detail}`)
  }
}
