import type { AnswerValue } from '../interview/Answers'
import type { RosterHousehold } from '../roster/Roster'
import type { Evidence } from '../shared/Evidence'

/** An answer of a generated interview, as an answers file has it. */
export interface PracticeAnswer {
  readonly member: string | null
  readonly line: string | null
  readonly question: string
  readonly value: AnswerValue
  readonly evidence?: Evidence
}

/** A generated household with the interview held there; no answers where nobody went yet. */
export interface PracticeHousehold {
  readonly scenario: string
  readonly household: RosterHousehold
  readonly answers: readonly PracticeAnswer[]
  readonly assessor: string
}
