import type { BinaryOperator, Expression } from '../../domain/instrument/Expression'
import type { Text } from '../../domain/instrument/Instrument'
import type { TermOf } from '../texts/Texts'
import { joined, type FormTerms } from './formTexts'

const BOUNDS: Partial<Readonly<Record<BinaryOperator, TermOf<'formMessages'>>>> = {
  '<': 'below',
  '<=': 'at_most',
  '>': 'above',
  '>=': 'at_least',
}

/** What is said where a constraint does not hold: its bounds where it has nothing else, else only that it is out of range. */
export function rangeMessage(constraint: Expression, terms: FormTerms): Text {
  const bounds = boundsOf(constraint, terms)
  return bounds.includes(null)
    ? terms('formMessages', 'out_of_range')
    : joined(
        bounds.filter((each) => each !== null),
        terms('formMessages', 'together'),
      )
}

function boundsOf(tree: Expression, terms: FormTerms): readonly (Text | null)[] {
  if (tree.kind !== 'binary') return [null]
  if (tree.operator === 'and') return [...boundsOf(tree.left, terms), ...boundsOf(tree.right, terms)]
  const term = BOUNDS[tree.operator]
  const isBound = term !== undefined && tree.left.kind === 'self' && tree.right.kind === 'number'
  return [isBound ? terms('formMessages', term, { bound: String(tree.right.value) }) : null]
}
