import type { Instrument } from '../../../../domain/instrument/loadInstrument'
import type { Problem } from '../../../../domain/shared/Problem'
import { foreignProblems, isAnotherList } from '../../../workbook/review/foreignReview'
import { textIn, type ReturnedWorkbook } from '../../../workbook/review/ReturnedWorkbook'
import { reviewProblem } from '../../../workbook/review/reviewProblem'
import type { KnownHousehold } from '../../../workbook/review/rowFingerprint'
import { soundRows } from '../../../workbook/review/soundRows'
import { NOTHING_TAKEN, type TakenReview } from '../../../workbook/review/TakenReview'
import type { ProposedState } from './ProposedState'
import { readProposals } from './readProposals'

/** The census project that a workbook comes back to, as it stands. */
export interface CurrentCensus {
  /** See `projectMark`. */
  readonly project: string
  readonly instrument: Instrument
  /** Everybody, found in the field or listed. */
  readonly households: ReadonlyMap<string, KnownHousehold>
  /** Those of `proposedHouseholds` that are among them. */
  readonly states: ReadonlyMap<string, ProposedState>
}

/**
 * What is taken of a returned census workbook: every proposed correction, as a question to the enumerator, or with any error nothing.
 * Proposals about households that stand otherwise by now are not taken, and the others are.
 */
export function takeProposals(returned: ReturnedWorkbook, current: CurrentCensus): TakenReview {
  if (returned.kind !== 'census') return refused(reviewProblem('census_is_review', returned, null))
  const foreign = foreignProblems(returned, current.project)
  if (foreign.length > 0) return refused(...foreign)
  const rows = soundRows(returned)
  if (isAnotherList(rows.sound, (id) => current.households.get(id)))
    return refused(reviewProblem('review_of_another_list', returned, null))
  const marks = new Map(rows.sound.map(({ household, mark }) => [household, mark]))
  const read = readProposals(returned, marks, current)
  const problems = [...rows.problems, ...read.problems]
  const said = [...read.questions, ...read.outdated.map((each) => each.said)]
  const isTaken = problems.length === 0
  return {
    ...NOTHING_TAKEN,
    reviewer: [...new Set(said.map(({ by }) => by))].join('、') || textIn(returned.reviewer),
    ignored: [...returned.changed, ...read.ignored],
    questions: isTaken ? read.questions : [],
    outdated: read.outdated,
    problems,
  }
}

function refused(...problems: readonly Problem[]): TakenReview {
  return { ...NOTHING_TAKEN, problems }
}
