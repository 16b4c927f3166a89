import { generateCounty } from '../../domain/practice/generateCounty'
import type { PracticeHousehold } from '../../domain/practice/PracticeHousehold'
import type { RosterHousehold } from '../../domain/roster/Roster'
import type { AnswerRecord } from '../assess/AnswerRecord'
import { recordsOf } from './practiceCounty'
import type { TeamMaterial, TeamPlan } from './TeamPlan'

/** The county in even parts, household after household. */
export class TeamCounty {
  readonly #plan: TeamPlan
  readonly #material: TeamMaterial
  readonly households: readonly RosterHousehold[]

  constructor(plan: TeamPlan, material: TeamMaterial) {
    this.#plan = plan
    this.#material = material
    this.households = [...generateCounty(plan, material.practice)].map(({ household }) => household)
  }

  assessor(at: number): string {
    return `${this.#material.practice.names.assessors[0]?.slice(0, -1) ?? ''}${at + 1}`
  }

  partOf(index: number): number {
    return Math.floor((index * this.#plan.team) / this.households.length)
  }

  idsOf(at: number): ReadonlySet<string> {
    return new Set(this.households.filter((_, index) => this.partOf(index) === at).map(({ id }) => id))
  }

  /** The first assessor's first household that was asked this question. */
  handedOver(question: string): PracticeHousehold {
    let index = 0
    for (const each of generateCounty(this.#plan, this.#material.practice)) {
      if (this.partOf(index++) > 0) break
      const isAnswered = each.answers.some((answer) => answer.question === question)
      if (isAnswered && each.scenario !== 'corrected') return each
    }
    throw new Error('nobody in the first part was interviewed: take more households')
  }

  recordsOf(each: PracticeHousehold): readonly AnswerRecord[] {
    return recordsOf(each, this.#material.instrument)
  }

  recordsOfPart(at: number, without: PracticeHousehold): readonly AnswerRecord[] {
    const records: AnswerRecord[] = []
    let index = 0
    for (const each of generateCounty(this.#plan, this.#material.practice)) {
      const isOwn = this.partOf(index++) === at && each.household.id !== without.household.id
      if (isOwn) records.push(...this.recordsOf(each))
    }
    return records
  }
}
