import { ExpressionError } from './Expression'
import type { BinaryOperator, Expression } from './Expression'
import type { Scope } from './Instrument'

/** `empty` is the literal `''`, which compares with everything: `${x} = ''` asks whether x is unanswered. */
export type ValueType =
  | { readonly type: 'boolean' | 'number' | 'text' | 'date' | 'empty' }
  | { readonly type: 'choice' | 'choices'; readonly list: string }

/** A name that expressions may use: a question, an input or a calculation. */
export interface Named {
  readonly scope: Scope
  readonly valueType: ValueType
}

export interface TypeContext {
  readonly scope: Scope
  /** Type of `.`, where there is one. */
  readonly self: ValueType | null
  find(name: string): Named | undefined
  /** Whether a choice list offers a name; lists of members are open. */
  offers(list: string, choice: string): boolean
}

/**
 * Type of an expression in its place. Throws ExpressionError for unknown names, operands of the wrong type, choices
 * that the list does not offer, and names out of reach (another repeat's outside `sum` or `count`).
 */
export function typeOfExpression(tree: Expression, context: TypeContext): ValueType {
  switch (tree.kind) {
    case 'number':
      return { type: 'number' }
    case 'text':
      return { type: tree.value === '' ? 'empty' : 'text' }
    case 'self':
      if (context.self === null) throw new ExpressionError('expression_no_self', tree.position, '.')
      return context.self
    case 'reference':
      return typeOfReference(tree, context, false)
    case 'binary':
      return typeOfBinary(tree, context)
    case 'call':
      return typeOfCall(tree, context)
  }
}

function typeOfReference(
  tree: Expression & { kind: 'reference' },
  context: TypeContext,
  all: boolean,
): ValueType {
  const named = context.find(tree.name)
  if (named === undefined) throw new ExpressionError('expression_unknown_name', tree.position, tree.name)
  const isReached = all
    ? named.scope !== 'household'
    : named.scope === 'household' || named.scope === context.scope
  if (!isReached) throw new ExpressionError('expression_out_of_reach', tree.position, tree.name)
  return named.valueType
}

function typeOfBinary(tree: Expression & { kind: 'binary' }, context: TypeContext): ValueType {
  const left = typeOfExpression(tree.left, context)
  const right = typeOfExpression(tree.right, context)
  const { operator } = tree
  if (operator === 'and' || operator === 'or') {
    demand(left.type === 'boolean' && right.type === 'boolean', tree, 'boolean')
    return { type: 'boolean' }
  }
  if (operator === '=' || operator === '!=') {
    demand(areComparable(tree, left, right, context), tree, `${left.type} ${operator} ${right.type}`)
    return { type: 'boolean' }
  }
  if (isOrdering(operator)) {
    const isOrdered = left.type === right.type && (left.type === 'number' || left.type === 'date')
    demand(isOrdered || isDateWithText(left, right), tree, `${left.type} ${operator} ${right.type}`)
    return { type: 'boolean' }
  }
  demand(left.type === 'number' && right.type === 'number', tree, `${left.type} ${operator} ${right.type}`)
  return { type: 'number' }
}

function areComparable(
  tree: Expression & { kind: 'binary' },
  left: ValueType,
  right: ValueType,
  context: TypeContext,
): boolean {
  if (left.type === 'empty' || right.type === 'empty') return true
  if (left.type === 'choice' && tree.right.kind === 'text') {
    if (!context.offers(left.list, tree.right.value)) {
      throw new ExpressionError('expression_unknown_choice', tree.right.position, tree.right.value)
    }
    return true
  }
  if (left.type === 'choice' && right.type === 'choice') return left.list === right.list
  return (left.type === right.type && left.type !== 'choices') || isDateWithText(left, right)
}

function typeOfCall(tree: Expression & { kind: 'call' }, context: TypeContext): ValueType {
  const { name, arguments: operands } = tree
  const arity = { not: 1, selected: 2, count: 1, sum: 1, if: 3, coalesce: 2 }[name]
  demand(operands.length === arity, tree, `${name} takes ${arity}`)
  const [first, second, third] = operands as [Expression, Expression, Expression]
  switch (name) {
    case 'not':
      demand(typeOfExpression(first, context).type === 'boolean', tree, 'not(boolean)')
      return { type: 'boolean' }
    case 'selected': {
      const list = typeOfExpression(first, context)
      demand(
        (list.type === 'choices' || list.type === 'choice') && second.kind === 'text',
        tree,
        "selected(choices, 'name')",
      )
      if ('list' in list && second.kind === 'text' && !context.offers(list.list, second.value)) {
        throw new ExpressionError('expression_unknown_choice', second.position, second.value)
      }
      return { type: 'boolean' }
    }
    case 'count':
    case 'sum': {
      if (first.kind !== 'reference')
        throw new ExpressionError('expression_type', tree.position, `${name}(\${name})`)
      const counted = typeOfReference(first, context, true)
      demand(name === 'count' || counted.type === 'number', tree, 'sum(number)')
      return { type: 'number' }
    }
    case 'if': {
      demand(typeOfExpression(first, context).type === 'boolean', tree, 'if(boolean, …)')
      return sameType(tree, typeOfExpression(second, context), typeOfExpression(third, context))
    }
    case 'coalesce':
      return sameType(tree, typeOfExpression(first, context), typeOfExpression(second, context))
  }
}

function sameType(tree: Expression, first: ValueType, second: ValueType): ValueType {
  if (first.type === 'empty') return second
  if (second.type !== 'empty') demand(first.type === second.type, tree, `${first.type}, ${second.type}`)
  return first
}

function isOrdering(operator: BinaryOperator): boolean {
  return operator === '<' || operator === '<=' || operator === '>' || operator === '>='
}

/** ISO dates are written as text literals. */
function isDateWithText(left: ValueType, right: ValueType): boolean {
  return (left.type === 'date' && right.type === 'text') || (left.type === 'text' && right.type === 'date')
}

function demand(holds: boolean, tree: Expression, detail: string): void {
  if (!holds) throw new ExpressionError('expression_type', tree.position, detail)
}
