import { FEWEST_TO_COMPARE, ROUNDING } from './comparing'
import type { QualityCase } from './QualityCase'
import { qualityLine, type QualityLine } from './QualityLine'

/** How one question was answered: the interviews of each answer by assessor, and how many each assessor has in all. */
interface Tally {
  readonly asked: Map<string, number>
  readonly answers: Map<string, Map<string, QualityCase[]>>
}

/**
 * Questions to which an assessor has one answer much oftener, or more seldom, than all others: by more than `most` of all
 * interviews. `cases`: completed ones of the first round.
 */
export function findOutliers(cases: readonly QualityCase[], most: number): readonly QualityLine[] {
  return [...tallyQuestions(cases)].flatMap(([question, { asked, answers }]) => {
    const all = [...asked.values()].reduce((sum, each) => sum + each, 0)
    return [...answers].flatMap(([value, byAssessor]) => {
      const alike = [...byAssessor.values()].reduce((sum, each) => sum + each.length, 0)
      return [...byAssessor].flatMap(([assessor, found]) => {
        const mine = asked.get(assessor) ?? 0
        const theirs = all - mine
        if (mine < FEWEST_TO_COMPARE || theirs < FEWEST_TO_COMPARE) return []
        const [own, others] = [found.length / mine, (alike - found.length) / theirs]
        if (Math.abs(own - others) - most < ROUNDING) return []
        return [
          qualityLine('outlying_answers', found, own - others, {
            kind: 'answer',
            question,
            value,
            own,
            others,
          }),
        ]
      })
    })
  })
}

function tallyQuestions(cases: readonly QualityCase[]): ReadonlyMap<string, Tally> {
  const tallies = new Map<string, Tally>()
  for (const each of cases)
    for (const [question, value] of each.answers) {
      const tally = entry(tallies, question, () => ({ asked: new Map(), answers: new Map() }))
      tally.asked.set(each.assessor, (tally.asked.get(each.assessor) ?? 0) + 1)
      const byAssessor = entry(tally.answers, value, () => new Map<string, QualityCase[]>())
      entry<QualityCase[]>(byAssessor, each.assessor, () => []).push(each)
    }
  return tallies
}

function entry<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}
