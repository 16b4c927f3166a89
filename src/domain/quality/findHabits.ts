import { groupBy } from '../shared/groupBy'
import type { QualityCase } from './QualityCase'
import type { QualityLine, QualityThresholds } from './QualityLine'

/** Below this many interviews on either side, a share says nothing. */
const FEWEST_TO_COMPARE = 10
/** Shares are quotients: what is equal on paper may differ in its last bit. */
const ROUNDING = 1e-9
/** Below this many answers asked twice, a rate of differences says nothing. */
const FEWEST_ASKED_AGAIN = 5

/**
 * An assessor's habits: one answer given much oftener or more seldom than by all others; back-checks that find other answers;
 * warnings passed over.
 */
export function findHabits(
  cases: readonly QualityCase[],
  thresholds: QualityThresholds,
): readonly QualityLine[] {
  const completed = cases.filter(({ outcome, round }) => outcome === 'completed' && round === 'first')
  return [
    ...outlying(completed, thresholds.outlying_answers),
    ...backChecks(cases, thresholds.back_check_differs),
    ...cases
      .filter(({ overrides }) => overrides.size >= thresholds.overridden)
      .map((each) =>
        line(
          'overridden',
          [each.assessor],
          [each],
          each.overrides.size,
          [...each.overrides.values()].join('；'),
        ),
      ),
  ]
}

function outlying(cases: readonly QualityCase[], most: number): readonly QualityLine[] {
  const asked = cases.flatMap((each) =>
    [...each.answers].map(([question, value]) => ({ each, question, value })),
  )
  return [...groupBy(asked, ({ question }) => question)].flatMap(([question, given]) =>
    [...groupBy(given, ({ each }) => each.assessor)].flatMap(([assessor, own]) => {
      const others = given.length - own.length
      if (own.length < FEWEST_TO_COMPARE || others < FEWEST_TO_COMPARE) return []
      return [...groupBy(own, ({ value }) => value)].flatMap(([value, alike]) => {
        const all = given.filter((each) => each.value === value).length
        const difference = alike.length / own.length - (all - alike.length) / others
        if (Math.abs(difference) - most < ROUNDING) return []
        const found = alike.map(({ each }) => each)
        return [line('outlying_answers', [assessor], found, difference, `${question} = ${value}`)]
      })
    }),
  )
}

/** By the assessor of the first round: how many of the answers that were asked again came out differently. */
function backChecks(cases: readonly QualityCase[], most: number): readonly QualityLine[] {
  const firsts = new Map(cases.filter(({ round }) => round === 'first').map((each) => [each.household, each]))
  const pairs = cases.flatMap((again) => {
    const first = again.round === 'backcheck' ? firsts.get(again.household) : undefined
    return first === undefined ? [] : [{ first, again }]
  })
  return [...groupBy(pairs, ({ first }) => first.assessor)].flatMap(([assessor, own]) => {
    let [asked, different] = [0, 0]
    for (const { first, again } of own)
      for (const [question, value] of again.answers) {
        const before = first.answers.get(question)
        if (before === undefined) continue
        asked += 1
        if (before !== value) different += 1
      }
    if (asked < FEWEST_ASKED_AGAIN || different / asked - most < ROUNDING) return []
    const both = own.flatMap(({ first, again }) => [first, again])
    return [line('back_check_differs', [assessor], both, different / asked, `${different} / ${asked}`)]
  })
}

function line(
  check: QualityLine['check'],
  assessors: readonly string[],
  cases: readonly QualityCase[],
  value: number,
  about: string,
): QualityLine {
  const interviews = cases.map(({ interview }) => interview)
  const households = [...new Set(cases.map(({ household }) => household))]
  return { check, interviews, households, assessors, value, about }
}
