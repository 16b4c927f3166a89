import type { Text } from '../instrument/Instrument'
import type { RegisterStatus } from '../roster/Roster'

/** What practice counties are made of: `resources/practice/`. */
export interface PracticeMaterial {
  readonly names: PracticeNames
  readonly scenarios: readonly Scenario[]
}

export interface PracticeNames {
  readonly family: readonly string[]
  readonly maleGiven: readonly string[]
  readonly femaleGiven: readonly string[]
  readonly county: string
  readonly townships: readonly string[]
  readonly villages: readonly string[]
  readonly assessors: readonly string[]
}

/** One kind of household: what the rules must conclude of it, and its share. */
export interface Scenario {
  readonly name: string
  readonly status: RegisterStatus
  readonly conclusion: string
  /** Share of all households is weight / sum of weights; each scenario occurs at least once where there is room. */
  readonly weight: number
  readonly note: Text
}
