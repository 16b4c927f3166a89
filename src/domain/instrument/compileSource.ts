import type { Problem } from '../shared/Problem'
import { compileExpression, type Evaluate } from './compileExpression'
import { ExpressionError, type Expression } from './Expression'
import type { IndexedName } from './indexNames'
import type { Scope } from './Instrument'
import { parseExpression } from './parseExpression'
import { typeOfExpression, type ValueType } from './typeOfExpression'

/** Where an expression stands: what it is called in problems, whose names it reaches, and what it must come to. */
export interface ExpressionOwner {
  readonly name: string
  readonly scope: Scope
  /** Type of `.`, where there is one. */
  readonly self: ValueType | null
  readonly wants: ValueType['type']
}

/** The names that expressions may use. */
export interface ExpressionNames {
  find(name: string): IndexedName | undefined
  offers(list: string, choice: string): boolean
}

export interface CompiledSource {
  readonly evaluate: Evaluate
  readonly tree: Expression
}

/** An expression ready for use, or what is wrong with it: with its owner as the question, and the character. */
export function compileSource(
  source: string,
  owner: ExpressionOwner,
  names: ExpressionNames,
): CompiledSource | Problem {
  try {
    const tree = parseExpression(source)
    const found = typeOfExpression(tree, {
      scope: owner.scope,
      self: owner.self,
      find: (name) => names.find(name),
      offers: (list, choice) => names.offers(list, choice),
    })
    if (found.type !== owner.wants) {
      throw new ExpressionError('expression_type', 0, `${found.type}, ${owner.wants}`)
    }
    return { tree, evaluate: compileExpression(tree, (name) => names.find(name) as IndexedName) }
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error
    const details = { at: error.position + 1, detail: error.detail, expression: source }
    return {
      code: error.code,
      severity: 'error',
      place: { question: owner.name },
      value: source,
      details,
    }
  }
}
