/** The questions that the engine knows by what they are for; which ones they are is for each form's data to say. */
export interface Roles {
  readonly outcome: OutcomeRole
  /** Who answers. */
  readonly respondent: string
  readonly respondentState: string
  /** Whether a member is as listed: offers `same`, `changed`, `left`, `died` and `new`. */
  readonly memberStatus: string
  /** Whether a member shares in the income of the household: offers `no`. */
  readonly sharesIncome?: string
  /** Answered to the conclusion that the household is told, and to no other. */
  readonly acceptance?: string
  readonly ledger?: LedgerRole
}

/** What came of a visit and why. A choice other than these two: nobody was interviewed. */
export interface OutcomeRole {
  readonly question: string
  readonly reason: string
  /** Choice of an interview to the end. */
  readonly completed: string
  /** Choice of one that goes on another day. */
  readonly partial: string
}

/**
 * What came of a visit, as rounds and lists read it from the changes alone, whatever form they were made with: every form
 * gives the role to this question (`checkRoles`).
 */
export const VISIT_OUTCOME: OutcomeRole = {
  question: 'visit_outcome',
  reason: 'outcome_reason',
  completed: 'completed',
  partial: 'partial',
}

/** The questions of a ledger line, and those about the ledger as a whole. */
export interface LedgerRole {
  readonly kind: string
  readonly item: string
  readonly amount: string
  readonly quantity: string
  readonly unitPrice: string
  readonly state: string
  readonly oneOff: string
  /** Choice of `kind` that is taken off instead of added. */
  readonly cost: string
  /** The calculation of a line's amount. */
  readonly yuan: string
  /** Asked once every line was read to the household. */
  readonly agreement: string
  /** Answered to the ledger that was read, and to no other. */
  readonly heard: readonly string[]
}

/** Questions whose answer holds only for the ledger, or the conclusion, that it was given to. */
export function boundQuestions({ ledger, acceptance }: Roles): readonly string[] {
  return [...(ledger?.heard ?? []), ...(acceptance === undefined ? [] : [acceptance])]
}
