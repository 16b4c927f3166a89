import type { BinaryOperator, Expression } from '../../domain/instrument/Expression'
import { referencesOf } from '../../domain/instrument/referencesOf'

/** When a check holds: never, always, or on a condition. */
export type Breach = boolean | Expression

/** The trees that calculations are computed by, by name. */
export type Definitions = ReadonlyMap<string, Expression>

const EMPTY: Expression = { kind: 'text', value: '', position: 0 }
const SELF: Expression = { kind: 'self', position: 0 }

/**
 * When a check holds while its question is empty, and while it is answered (then `.` is the answer). An XForm has two ways to
 * refuse, and each asks in one of these states only: `required` and `constraint`. Calculations that depend on the question are
 * written out, since a form that is being filled in still has their values of before.
 */
export function whenBroken(
  when: Expression,
  question: string,
  definitions: Definitions,
): { readonly empty: Breach; readonly answered: Breach } {
  const written = writeOut(when, question, definitions)
  return {
    empty: fold(putIn(written, question, EMPTY)),
    answered: fold(putIn(written, question, SELF)),
  }
}

function writeOut(tree: Expression, question: string, definitions: Definitions): Expression {
  return mapReferences(tree, (reference) => {
    const definition = definitions.get(reference.name)
    return definition !== undefined && dependsOn(definition, question, definitions)
      ? writeOut(definition, question, definitions)
      : reference
  })
}

function dependsOn(tree: Expression, question: string, definitions: Definitions): boolean {
  return referencesOf(tree).some((name) => {
    const definition = definitions.get(name)
    return name === question || (definition !== undefined && dependsOn(definition, question, definitions))
  })
}

function putIn(tree: Expression, question: string, value: Expression): Expression {
  return mapReferences(tree, (reference) => (reference.name === question ? value : reference))
}

type Reference = Expression & { readonly kind: 'reference' }

function mapReferences(tree: Expression, change: (reference: Reference) => Expression): Expression {
  switch (tree.kind) {
    case 'reference':
      return change(tree)
    case 'binary':
      return { ...tree, left: mapReferences(tree.left, change), right: mapReferences(tree.right, change) }
    case 'call':
      // What repeats is summed over all instances: this one's value cannot stand for it.
      if (tree.name === 'sum' || tree.name === 'count') return tree
      return { ...tree, arguments: tree.arguments.map((each) => mapReferences(each, change)) }
    default:
      return tree
  }
}

/** The tree without what is known: that the empty text is empty, and that `.` is not. */
function fold(tree: Expression): Breach {
  if (tree.kind === 'binary') return foldBinary(tree)
  if (tree.kind === 'call') return foldCall(tree)
  return tree
}

function foldBinary(tree: Expression & { kind: 'binary' }): Breach {
  const [left, right] = [fold(tree.left), fold(tree.right)]
  const { operator } = tree
  if (operator === 'and' || operator === 'or') {
    const deciding = operator === 'or'
    if (left === deciding || right === deciding) return deciding
    if (typeof left === 'boolean') return right
    if (typeof right === 'boolean') return left
    return { ...tree, left, right }
  }
  if (typeof left === 'boolean' || typeof right === 'boolean') return tree
  if (operator === '=' || operator === '!=') {
    const areEqual = knownEqual(left, right)
    return areEqual === null ? { ...tree, left, right } : areEqual === (operator === '=')
  }
  if (!isEmpty(left) && !isEmpty(right)) return { ...tree, left, right }
  return ORDERINGS.includes(operator) ? false : EMPTY
}

const ORDERINGS: readonly BinaryOperator[] = ['<', '<=', '>', '>=']

/** Null where nobody knows before the form is filled in. */
function knownEqual(left: Expression, right: Expression): boolean | null {
  if (left.kind === 'text' && right.kind === 'text') return left.value === right.value
  const isSelfWithEmpty = [left, right].some(isEmpty) && [left, right].some(({ kind }) => kind === 'self')
  const isNumberWithEmpty = [left, right].some(isEmpty) && [left, right].some(({ kind }) => kind === 'number')
  return isSelfWithEmpty || isNumberWithEmpty ? false : null
}

function foldCall(tree: Expression & { kind: 'call' }): Breach {
  const [first, second, third] = tree.arguments.map(fold)
  if (first === undefined) return tree
  switch (tree.name) {
    case 'not':
      return typeof first === 'boolean' ? !first : { ...tree, arguments: [first] }
    case 'selected':
      return typeof first !== 'boolean' && isEmpty(first) ? false : tree
    case 'coalesce':
      if (typeof first === 'boolean' || second === undefined || typeof second === 'boolean') return tree
      if (first.kind === 'self') return first
      return isEmpty(first) ? second : { ...tree, arguments: [first, second] }
    case 'if':
      if (typeof first === 'boolean') return (first ? second : third) ?? tree
      return tree
    default:
      return tree
  }
}

function isEmpty(tree: Expression): boolean {
  return tree.kind === 'text' && tree.value === ''
}
