import type { BinaryOperator, Expression } from '../../domain/instrument/Expression'
import type { Scope } from '../../domain/instrument/Instrument'
import type { NameIndex } from '../../domain/instrument/indexNames'
import { typeOfExpression, type ValueType } from '../../domain/instrument/typeOfExpression'

/** Where an expression stands: what its names and its `.` are. */
export interface XPathContext {
  readonly names: NameIndex
  readonly scope: Scope
  readonly self: ValueType | null
  isCalculation(name: string): boolean
}

/** What a calculation of an XLSForm keeps of a condition: forms keep texts, and any text that is not empty holds. */
const HOLDS = 'yes'
const HOLDS_NOT = 'no'

/**
 * A sound tree as an expression of XLSForm that comes to the same: unanswered is the empty text there, and arithmetic with it
 * would be NaN, a text like any other once it is kept.
 */
export function xpathOf(tree: Expression, context: XPathContext): string {
  switch (tree.kind) {
    case 'number':
      return String(tree.value)
    case 'text':
      return quoted(tree.value)
    case 'self':
      return '.'
    case 'reference':
      return isCondition(tree, context) ? `\${${tree.name}} = '${HOLDS}'` : `\${${tree.name}}`
    case 'binary':
      return writeBinary(tree, context)
    case 'call':
      return writeCall(tree, context)
  }
}

/** The same as the value of a calculation. */
export function calculationOf(tree: Expression, context: XPathContext): string {
  return typeOf(tree, context)?.type === 'boolean'
    ? `if(${xpathOf(tree, context)}, '${HOLDS}', '${HOLDS_NOT}')`
    : xpathOf(tree, context)
}

/** Name of the field that `sum` adds up: never empty, since one empty value makes an XForm's sum NaN. */
export function summandOf(name: string): string {
  return `${name}_or_zero`
}

function writeBinary(tree: Expression & { kind: 'binary' }, context: XPathContext): string {
  const { operator } = tree
  const left = operand(tree.left, BINDING[operator], context)
  const right = operand(tree.right, BINDING[operator] + 1, context)
  switch (operator) {
    case '+':
    case '-':
    case '*':
    case 'div':
    case 'mod': {
      const guards = [tree.left, tree.right].flatMap((each) => guardOf(each, context))
      if (operator === 'div' || operator === 'mod') guards.push(`${right} != 0`)
      const result = `${left} ${operator} ${right}`
      return guards.length === 0 ? result : `if(${guards.join(' and ')}, ${result}, '')`
    }
    case '<':
    case '<=':
    case '>':
    case '>=': {
      const areDates = [tree.left, tree.right].some((each) => typeOf(each, context)?.type === 'date')
      return areDates ? `${dayNumber(left)} ${operator} ${dayNumber(right)}` : `${left} ${operator} ${right}`
    }
    default:
      return `${left} ${operator} ${right}`
  }
}

/** A date as a number that grows with it: programs differ in how they compare dates. NaN where there is none. */
function dayNumber(date: string): string {
  return `number(translate(${date}, '-', ''))`
}

/** What must not be empty for arithmetic with this operand to have a result. */
function guardOf(tree: Expression, context: XPathContext): readonly string[] {
  const isCounted = tree.kind === 'call' && (tree.name === 'sum' || tree.name === 'count')
  return tree.kind === 'number' || isCounted ? [] : [`${operand(tree, BINDING['='], context)} != ''`]
}

/** How tightly operators bind, as in XPath 1.0. */
const BINDING: Readonly<Record<BinaryOperator, number>> = {
  or: 0,
  and: 1,
  '=': 2,
  '!=': 2,
  '<': 3,
  '<=': 3,
  '>': 3,
  '>=': 3,
  '+': 4,
  '-': 4,
  '*': 5,
  div: 5,
  mod: 5,
}

/** An operand of an operator that binds so tightly, in brackets where it needs them. */
function operand(tree: Expression, binding: number, context: XPathContext): string {
  const text = xpathOf(tree, context)
  const own = isCondition(tree, context)
    ? BINDING['=']
    : tree.kind === 'binary'
      ? BINDING[tree.operator]
      : null
  return own !== null && own < binding && !text.startsWith('if(') ? `(${text})` : text
}

/** A calculation that holds or does not: written as a comparison. */
function isCondition(tree: Expression, context: XPathContext): boolean {
  return (
    tree.kind === 'reference' && context.isCalculation(tree.name) && typeOf(tree, context)?.type === 'boolean'
  )
}

function writeCall(tree: Expression & { kind: 'call' }, context: XPathContext): string {
  const [first] = tree.arguments
  if (tree.name === 'count') return `count-non-empty(${argumentsOf(tree, context)})`
  if (tree.name === 'sum' && first?.kind === 'reference') return `sum(\${${summandOf(first.name)}})`
  return `${tree.name}(${argumentsOf(tree, context)})`
}

function argumentsOf(tree: Expression & { kind: 'call' }, context: XPathContext): string {
  return tree.arguments.map((each) => xpathOf(each, context)).join(', ')
}

function typeOf(tree: Expression, { names, scope, self }: XPathContext): ValueType | undefined {
  return tree.kind === 'reference'
    ? names.find(tree.name)?.valueType
    : typeOfExpression(tree, {
        scope,
        self,
        find: (name) => names.find(name),
        offers: (list, choice) => names.offers(list, choice),
      })
}

/** The expressions of the app have one kind of quote in a text, as XPath's must. */
function quoted(text: string): string {
  return text.includes("'") ? `"${text}"` : `'${text}'`
}
