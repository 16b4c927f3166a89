import {
  questionOf,
  type Decision,
  type Determination,
  type Standing,
} from '../../../domain/programmes/assessment/determination/Determination'
import { determinationFault } from '../../../domain/programmes/assessment/determination/determinationFault'
import { isSameName } from '../../../domain/shared/isSameName'
import type { Problem } from '../../../domain/shared/Problem'
import { isSameHousehold } from './foreignReview'
import { textIn, type ChangedCell, type ReturnedReview } from './ReturnedWorkbook'
import { fingerprintOf, type RowState } from './reviewFormat'
import { reviewProblem } from './reviewProblem'
import { readFingerprint } from './rowFingerprint'
import type { SoundRow } from './soundRows'
import type { CurrentReview } from './takeReview'
import type { ReviewConflict, ReviewedDecision, TakenDecision } from './TakenReview'

/** What the rows of the review sheet decide. */
interface Decided {
  readonly decisions: readonly TakenDecision[]
  readonly standing: number
  readonly conflicts: readonly ReviewConflict[]
  readonly problems: readonly Problem[]
  /** Reasons of no decision. */
  readonly ignored: readonly ChangedCell[]
  readonly isAnythingSaid: boolean
}

/** Reads the decisions of sound rows, and compares each with how its household stands. */
export function takeDecisions(
  rows: readonly SoundRow[],
  people: Pick<ReviewedDecision, 'by' | 'confirmedBy'>,
  returned: ReturnedReview,
  current: CurrentReview,
): Decided {
  const decisions: TakenDecision[] = []
  const conflicts: ReviewConflict[] = []
  const problems: Problem[] = []
  const ignored: ChangedCell[] = []
  let standing = 0
  let isAnythingSaid = false
  for (const row of rows) {
    const { household } = row
    const { decision, reason } = row.cells
    const [word, why] = [textIn(decision), textIn(reason)]
    if (word === null) {
      if (why !== null) ignored.push({ sheet: reason.sheet, cell: reason.cell, was: null, now: why })
      continue
    }
    isAnythingSaid = true
    const determination = current.words(word)
    if (determination === undefined)
      problems.push(reviewProblem('review_decision_unknown', returned, decision, { household }))
    if (why === null) problems.push(reviewProblem('review_reason_missing', returned, reason, { household }))
    if (determination === undefined || why === null) continue

    const record = { household, determination, reason: why, ...people }
    const now = current.households.get(household)
    const place = { sheet: decision.sheet, cell: decision.cell }
    const same = now && standingJustSo(record, now)
    if (same !== undefined) {
      if (same.confirmedBy !== null || people.confirmedBy === null) standing++
      else decisions.push({ ...place, record, confirms: same.id })
      continue
    }
    const isUnchanged = now !== undefined && isAsWritten(row, now)
    if (!isUnchanged) conflicts.push({ ...place, said: record, now: sameHousehold(row, now) })
    else if (determinationFault(determination, now.measured) !== null)
      problems.push(misfit(determination, row, now, returned))
    else decisions.push({ ...place, record, confirms: null })
  }
  return { decisions, standing, conflicts, problems, ignored, isAnythingSaid }
}

function isAsWritten({ mark }: SoundRow, now: RowState): boolean {
  const { identity, state } = readFingerprint(now.household.id, fingerprintOf(now)) ?? {}
  return mark.identity === identity && mark.state === state
}

/** The household of the row as it stands; null where it is gone, or its number is another's. */
function sameHousehold({ mark }: SoundRow, now: RowState | undefined): RowState | null {
  return now !== undefined && isSameHousehold(mark, now.household) ? now : null
}

/** The decision that is in force and says the same, by the same person. */
function standingJustSo(
  { determination, reason, by }: ReviewedDecision,
  { determinations }: RowState,
): Decision | undefined {
  const decision = decisionIn(determinations?.[questionOf(determination)])
  return decision?.determination === determination &&
    decision.reason === reason &&
    isSameName(decision.by, by)
    ? decision
    : undefined
}

function decisionIn(standing: Standing | undefined): Decision | undefined {
  return standing?.state === 'final' || standing?.state === 'unconfirmed' ? standing.decision : undefined
}

function misfit(
  determination: Determination,
  { household, cells }: SoundRow,
  { measured }: RowState,
  returned: ReturnedReview,
): Problem {
  const details = { household, conclusions: measured.conclusion }
  const code =
    determinationFault(determination, measured) === 'determination_not_registered'
      ? 'review_decision_not_registered'
      : 'review_decision_not_suspected'
  return reviewProblem(code, returned, cells.decision, details)
}
