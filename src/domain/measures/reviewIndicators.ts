import type { Basis } from './Measure'
import type { MeasuredHousehold } from './MeasuredHousehold'

/**
 * What a performance review (成效考核) asks besides: how well people were identified, how well exits were judged, how
 * satisfied households are. Persons, but for satisfaction, which counts households. No thresholds: none is dated.
 */
export interface ReviewIndicator {
  readonly name: 'identification_accuracy' | 'exit_accuracy' | 'satisfaction'
  readonly basis: Basis | null
  readonly numerator: number
  readonly denominator: number
  readonly value: number | null
}

/**
 * Identification accuracy: persons of interviewed households neither omitted nor wrongly included, over those of known
 * status. Exit accuracy: persons of exited households who are no wrong exits. Suspected wrong inclusions are those
 * flagged, determined ones those that people decided.
 */
export function reviewIndicators(households: readonly MeasuredHousehold[]): readonly ReviewIndicator[] {
  const interviewed = households.filter(({ outcome, status }) => outcome === 'completed' && status !== null)
  const asked = households.filter(
    ({ outcome, isSatisfied }) => outcome === 'completed' && isSatisfied !== null,
  )
  const satisfied = asked.filter(({ isSatisfied }) => isSatisfied === true).length
  return [
    ...BASES.map((basis) => {
      const wrong = interviewed.filter((each) => isWronglyIdentified(each, basis))
      return accuracy('identification_accuracy', basis, interviewed, wrong)
    }),
    ...BASES.map((basis) => {
      const exited = interviewed.filter(({ status }) => status === 'exited')
      return accuracy(
        'exit_accuracy',
        basis,
        exited,
        exited.filter((each) => isWrongExit(each, basis)),
      )
    }),
    {
      name: 'satisfaction',
      basis: null,
      numerator: satisfied,
      denominator: asked.length,
      value: asked.length === 0 ? null : satisfied / asked.length,
    },
  ]
}

const BASES: readonly Basis[] = ['suspected', 'determined']

function isWronglyIdentified(
  { conclusion, flags, determined, isWrongInclusion }: MeasuredHousehold,
  basis: Basis,
): boolean {
  if (basis === 'suspected') return conclusion === 'suspected_omission' || flags.includes('wrong_inclusion')
  return isWrongInclusion || (conclusion === 'suspected_omission' && determined === 'omission')
}

function isWrongExit({ conclusion, determined }: MeasuredHousehold, basis: Basis): boolean {
  return conclusion === 'suspected_wrong_exit' && (basis === 'suspected' || determined === 'wrong_exit')
}

function accuracy(
  name: ReviewIndicator['name'],
  basis: Basis,
  all: readonly MeasuredHousehold[],
  wrong: readonly MeasuredHousehold[],
): ReviewIndicator {
  const denominator = personsOf(all)
  const numerator = denominator - personsOf(wrong)
  return { name, basis, numerator, denominator, value: denominator === 0 ? null : numerator / denominator }
}

function personsOf(households: readonly MeasuredHousehold[]): number {
  return households.reduce((sum, { persons }) => sum + persons, 0)
}
