import type { Expression } from './Expression'
import type { Scope } from './Instrument'

/** A value in an expression; `undefined` is unanswered, not applicable or incalculable. */
export type Value = string | number | boolean | readonly string[] | undefined

/** The instances of every repeat. */
export type RepeatedValues = ReadonlyMap<Scope, readonly { readonly values: readonly Value[] }[]>

/** For expressions that ask for nothing but the household or themselves. */
export const NO_REPEATS: RepeatedValues = new Map()

/** Where an expression looks things up: one array of values per instance, by slot. */
export interface Frame {
  readonly household: readonly Value[]
  readonly own: readonly Value[]
  readonly repeats: RepeatedValues
  readonly self: Value
}

export type Evaluate = (frame: Frame) => Value

/** Place of a name's value: its scope and its slot in an instance of that scope. */
export interface Slot {
  readonly scope: Scope
  readonly slot: number
}

/**
 * Turns a type-checked tree into nested closures, once per instrument. An unanswered operand makes `=` and the
 * orderings false and `!=` true, as an empty string does in XLSForm; arithmetic with one is unanswered itself.
 */
export function compileExpression(tree: Expression, find: (name: string) => Slot): Evaluate {
  const compile = (each: Expression): Evaluate => compileExpression(each, find)
  switch (tree.kind) {
    case 'number':
    case 'text': {
      const { value } = tree
      return () => value
    }
    case 'self':
      return (frame) => frame.self
    case 'reference': {
      const { scope, slot } = find(tree.name)
      return scope === 'household' ? (frame) => frame.household[slot] : (frame) => frame.own[slot]
    }
    case 'binary':
      return compileBinary(tree, compile)
    case 'call':
      return compileCall(tree, compile, find)
  }
}

function compileBinary(
  tree: Expression & { kind: 'binary' },
  compile: (tree: Expression) => Evaluate,
): Evaluate {
  const left = compile(tree.left)
  const right = compile(tree.right)
  switch (tree.operator) {
    case 'or':
      return (frame) => left(frame) === true || right(frame) === true
    case 'and':
      return (frame) => left(frame) === true && right(frame) === true
    case '=':
      return (frame) => isEqual(left(frame), right(frame))
    case '!=':
      return (frame) => !isEqual(left(frame), right(frame))
    case '<':
      return (frame) => isOrdered(left(frame), right(frame), (a, b) => a < b)
    case '<=':
      return (frame) => isOrdered(left(frame), right(frame), (a, b) => a <= b)
    case '>':
      return (frame) => isOrdered(left(frame), right(frame), (a, b) => a > b)
    case '>=':
      return (frame) => isOrdered(left(frame), right(frame), (a, b) => a >= b)
    case '+':
      return arithmetic(left, right, (a, b) => a + b)
    case '-':
      return arithmetic(left, right, (a, b) => a - b)
    case '*':
      return arithmetic(left, right, (a, b) => a * b)
    case 'div':
      return arithmetic(left, right, (a, b) => (b === 0 ? undefined : a / b))
    case 'mod':
      return arithmetic(left, right, (a, b) => (b === 0 ? undefined : a % b))
  }
}

function compileCall(
  tree: Expression & { kind: 'call' },
  compile: (tree: Expression) => Evaluate,
  find: (name: string) => Slot,
): Evaluate {
  const [first, second, third] = tree.arguments as [Expression, Expression, Expression]
  switch (tree.name) {
    case 'not': {
      const operand = compile(first)
      return (frame) => operand(frame) !== true
    }
    case 'selected': {
      const list = compile(first)
      const wanted = second.kind === 'text' ? second.value : ''
      return (frame) => {
        const chosen = list(frame)
        return Array.isArray(chosen) ? chosen.includes(wanted) : chosen === wanted
      }
    }
    case 'count': {
      const values = repeated(first, find)
      return (frame) => values(frame).filter((value) => value !== undefined).length
    }
    case 'sum': {
      const values = repeated(first, find)
      return (frame) =>
        values(frame).reduce<number>((sum, value) => sum + (typeof value === 'number' ? value : 0), 0)
    }
    case 'if': {
      const [condition, then, otherwise] = [compile(first), compile(second), compile(third)]
      return (frame) => (condition(frame) === true ? then(frame) : otherwise(frame))
    }
    case 'coalesce': {
      const [preferred, fallback] = [compile(first), compile(second)]
      return (frame) => preferred(frame) ?? fallback(frame)
    }
  }
}

function repeated(tree: Expression, find: (name: string) => Slot): (frame: Frame) => readonly Value[] {
  const { scope, slot } = find(tree.kind === 'reference' ? tree.name : '')
  return (frame) => (frame.repeats.get(scope) ?? []).map((instance) => instance.values[slot])
}

function isEqual(left: Value, right: Value): boolean {
  return (left ?? '') === (right ?? '')
}

function isOrdered(
  left: Value,
  right: Value,
  holds: (a: string | number, b: string | number) => boolean,
): boolean {
  const isNumbers = typeof left === 'number' && typeof right === 'number'
  const isDates = typeof left === 'string' && typeof right === 'string'
  return (isNumbers || isDates) && holds(left, right)
}

function arithmetic(left: Evaluate, right: Evaluate, compute: (a: number, b: number) => Value): Evaluate {
  return (frame) => {
    const a = left(frame)
    const b = right(frame)
    return typeof a === 'number' && typeof b === 'number' ? compute(a, b) : undefined
  }
}
