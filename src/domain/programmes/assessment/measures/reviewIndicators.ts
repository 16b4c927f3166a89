import type { Basis } from './Measure'
import { isInterviewed, type MeasuredHousehold } from './MeasuredHousehold'

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

/** Households that an indicator counts, and those of them that are right. */
export interface IndicatorHouseholds {
  readonly all: readonly MeasuredHousehold[]
  readonly right: readonly MeasuredHousehold[]
}

const INDICATORS: readonly Pick<ReviewIndicator, 'name' | 'basis'>[] = [
  { name: 'identification_accuracy', basis: 'suspected' },
  { name: 'identification_accuracy', basis: 'determined' },
  { name: 'exit_accuracy', basis: 'suspected' },
  { name: 'exit_accuracy', basis: 'determined' },
  { name: 'satisfaction', basis: null },
]

/** The indicators in each basis that they have. */
export function reviewIndicators(households: readonly MeasuredHousehold[]): readonly ReviewIndicator[] {
  return INDICATORS.map((indicator) => {
    const { all, right } = indicatorHouseholds(households, indicator)
    const count = indicator.name === 'satisfaction' ? householdsIn : personsOf
    const [numerator, denominator] = [count(right), count(all)]
    return { ...indicator, numerator, denominator, value: denominator === 0 ? null : numerator / denominator }
  })
}

/**
 * Identification accuracy: persons of interviewed households neither omitted nor wrongly included, over those of known
 * status. Exit accuracy: persons of exited households who are no wrong exits. Suspected wrong inclusions are those
 * flagged, determined ones those that people decided.
 */
export function indicatorHouseholds(
  households: readonly MeasuredHousehold[],
  { name, basis }: Pick<ReviewIndicator, 'name' | 'basis'>,
): IndicatorHouseholds {
  const interviewed = households.filter(isInterviewed)
  switch (name) {
    case 'identification_accuracy': {
      const all = interviewed.filter(({ status }) => status !== null)
      return { all, right: all.filter((each) => !isWronglyIdentified(each, basis)) }
    }
    case 'exit_accuracy': {
      const all = interviewed.filter(({ status }) => status === 'exited')
      return { all, right: all.filter((each) => !isWrongExit(each, basis)) }
    }
    case 'satisfaction': {
      const all = interviewed.filter(({ isSatisfied }) => isSatisfied !== null)
      return { all, right: all.filter(({ isSatisfied }) => isSatisfied === true) }
    }
  }
}

function isWronglyIdentified(
  { conclusion, flags, determined, isWrongInclusion }: MeasuredHousehold,
  basis: Basis | null,
): boolean {
  if (basis === 'suspected') return conclusion === 'suspected_omission' || flags.includes('wrong_inclusion')
  return isWrongInclusion || (conclusion === 'suspected_omission' && determined === 'omission')
}

function isWrongExit({ conclusion, determined }: MeasuredHousehold, basis: Basis | null): boolean {
  return conclusion === 'suspected_wrong_exit' && (basis === 'suspected' || determined === 'wrong_exit')
}

function householdsIn(households: readonly MeasuredHousehold[]): number {
  return households.length
}

function personsOf(households: readonly MeasuredHousehold[]): number {
  return households.reduce((sum, { persons }) => sum + persons, 0)
}
