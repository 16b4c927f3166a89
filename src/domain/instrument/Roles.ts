/** The questions that the engine knows by what they are for. The data of each form states which questions they are. */
export interface Roles {
  readonly outcome: OutcomeRole
  /** Whether the household will talk at all; a form may ask nothing of the kind. */
  readonly consent?: ConsentRole
  /** When nobody is met: how often somebody tries before that is the outcome. */
  readonly absence?: AbsenceRole
  /** Who answers. */
  readonly respondent: string
  readonly respondentState: string
  /** Whether a member is as listed: offers `same`, `changed`, `left`, `died` and `new`. */
  readonly memberStatus: string
  /** Whether a member shares in the income of the household: offers `no`. */
  readonly sharesIncome?: string
  /** The household's answer to the conclusion read to it; it holds for no other conclusion. */
  readonly acceptance?: string
  readonly ledger?: LedgerRole
}

/** The outcome of a visit and its reason. Any choice other than these two: nobody was interviewed. */
export interface OutcomeRole {
  readonly question: string
  readonly reason: string
  /** Choice for an interview that was finished. */
  readonly completed: string
  /** Choice for one that goes on another day. */
  readonly partial: string
}

/** The first question of a visit, the choice of who would rather not, and the outcome of a visit that ends so. */
export interface ConsentRole {
  readonly question: string
  readonly declines: string
  readonly outcome: string
}

/** The outcome that nobody was at home, and the tries, that of the closing among them, which it takes without a reason. */
export interface AbsenceRole {
  readonly outcome: string
  readonly fewestTries: number
}

/**
 * The outcome of a visit, as rounds and lists read it from the changes alone, whatever form they were made with: every form
 * gives the role to this question, and calls a finished interview by one of `FINISHED` (`checkRoles`).
 */
export const VISIT_OUTCOME = {
  question: 'visit_outcome',
  reason: 'outcome_reason',
  partial: 'partial',
} as const satisfies Partial<OutcomeRole>

const FINISHED = ['completed', 'enumerated']

/** Whether an outcome, of whatever form, is that of a finished interview. */
export function isFinished(outcome: unknown): boolean {
  return FINISHED.some((each) => each === outcome)
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
  /** Questions about the ledger that was read; their answers hold for no other ledger. */
  readonly heard: readonly string[]
}

/** Questions whose answer holds only for the ledger, or the conclusion, that it was given to. */
export function boundQuestions({ ledger, acceptance }: Roles): readonly string[] {
  return [...(ledger?.heard ?? []), ...(acceptance === undefined ? [] : [acceptance])]
}
