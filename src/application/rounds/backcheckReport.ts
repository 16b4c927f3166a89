import type { Forms } from '../../domain/instrument/Forms'
import {
  differenceRates,
  type ComparedAnswer,
  type QuestionDifference,
} from '../../domain/rounds/compareBackcheck'
import { groupBy } from '../../domain/shared/groupBy'
import type { ProjectStore } from '../store/ProjectStore'
import { backchecksOf } from './backchecks'
import { comparedTwice } from './comparedTwice'
import { outcomeOf, roundChanges } from './roundChanges'

/** What the back-checks found: every answer asked twice, and how often it differs. */
export interface BackcheckReport {
  readonly households: readonly ComparedHousehold[]
  /** By question, the largest difference first. */
  readonly questions: readonly QuestionDifference[]
  /** By the assessor who wrote the first round's outcome. */
  readonly assessors: readonly {
    readonly assessor: string
    readonly households: number
    readonly compared: number
    readonly different: number
    readonly rate: number
  }[]
}

export interface ComparedHousehold {
  readonly household: string
  readonly assessor: string
  readonly checker: string
  readonly answers: readonly ComparedAnswer[]
}

/** Compares every closed back-check with its first round. */
export async function backcheckReport(store: ProjectStore, forms: Forms): Promise<BackcheckReport> {
  const closed = (await backchecksOf(store)).filter(({ isClosed }) => isClosed)
  const changes = await store.changesOfHouseholds(closed.map(({ household }) => household))
  const households = closed.flatMap(({ household, checker }): readonly ComparedHousehold[] => {
    const own = changes.get(household) ?? []
    const compared = comparedTwice(own, forms)
    if (compared === undefined) return []
    const assessor = outcomeOf(roundChanges(own, 'first'))?.person ?? ''
    return [{ household, assessor, checker, answers: compared.answers }]
  })
  return {
    households,
    questions: differenceRates(households.flatMap(({ answers }) => answers)),
    assessors: [...groupBy(households, ({ assessor }) => assessor)].map(([assessor, ofAssessor]) => {
      const answers = ofAssessor.flatMap((each) => each.answers)
      const different = answers.filter(({ isSame }) => !isSame).length
      const compared = answers.length
      const rate = compared === 0 ? 0 : different / compared
      return { assessor, households: ofAssessor.length, compared, different, rate }
    }),
  }
}
