import type { Change } from '../../domain/changes/Change'
import type { Judgement } from '../../domain/programmes/assessment/conclusion/judgeHousehold'
import { formOf, type Forms } from '../../domain/instrument/Forms'
import { NO_ANSWERS, type InterviewAnswers, type QuestionRef } from '../../domain/interview/Answers'
import { hasContent } from '../../domain/interview/bookkeeping'
import { chosenCopy } from '../../domain/interview/chosenCopy'
import type { Interview } from '../../domain/interview/Interview'
import { notesIn, type Note } from '../../domain/interview/notes'
import { overlayAnswers } from '../../domain/interview/overlayAnswers'
import { paperIn, type TakenOnPaper } from '../../domain/interview/paper'
import { readInterview, type Correction, type InterviewRecord } from '../../domain/interview/readInterview'
import { reopeningsIn, type Reopening } from '../../domain/interview/reopenings'
import type { RosterHousehold } from '../../domain/roster/Roster'
import { groupBy } from '../../domain/shared/groupBy'
import type { StandardsInForce } from '../../domain/standards/Standards'
import { everConflictedIn, type ContestedPlace } from '../../domain/team/everConflicted'
import type { Programme } from '../programmes/Programme'
import { roundChanges } from '../rounds/roundChanges'
import type { Round } from './AnswerRecord'
import { clearedSuspicion, type ClearedSuspicion } from './clearedSuspicion'
import { standingConclusion } from './standingConclusion'

/** One household with what was found out and what follows from it. */
export interface HouseholdAssessment {
  readonly household: RosterHousehold
  readonly interview: Interview
  readonly judgement: Judgement
  readonly corrections: readonly Correction[]
  readonly conflicts: readonly QuestionRef[]
  /** Where people ever differed, in any round: stays so once it is settled. */
  readonly everConflicted: readonly ContestedPlace[]
  /** A suspicion that was there and is cleared: it stays visible. */
  readonly cleared: ClearedSuspicion | null
  /** Corrections of the interviews after they were finished. */
  readonly reopenings: readonly Reopening[]
  /** Notes beside questions of the interviews that are judged. */
  readonly notes: readonly Note[]
  /** What people call added members and ledger lines, by id. */
  readonly labels: ReadonlyMap<string, string>
  /** Of the paper form that the first round was entered from; null where it was taken at a laptop. */
  readonly paper: TakenOnPaper | null
}

export interface AssessmentRules extends Forms {
  readonly standards: StandardsInForce
  readonly programme: Programme
}

/**
 * Judges one household by its changes: the first round, as corrected by the verification round. Back-checks are blind
 * and never mix with either. An interview begun with a form that this app does not know throws: it must be refused
 * where it comes in.
 */
export function assessHousehold(
  household: RosterHousehold,
  changes: readonly Change[],
  rules: AssessmentRules,
): HouseholdAssessment {
  const { records, answers, interview } = interviewAsJudged(household, changes, rules)
  const { programme, standards } = rules
  const judgement = programme.judge(interview, standards)
  const reopenings = reopeningsIn(changes)
  const conclude = (some: readonly Change[]) =>
    programme.judge(interviewAsJudged(household, some, rules).interview, standards).conclusion
  const cleared = clearedSuspicion(changes, reopenings, judgement.conclusion, conclude)
  const conclusion = standingConclusion(judgement.conclusion, cleared, household.status, changes)
  return {
    household,
    interview,
    judgement: { ...judgement, conclusion },
    cleared,
    corrections: records.flatMap(({ corrections }) => corrections),
    conflicts: records.flatMap(({ conflicts }) => conflicts),
    everConflicted: everConflictedIn(changes),
    reopenings,
    notes: records.flatMap(({ id }) => notesIn(changes.filter(({ entityId }) => entityId === id))),
    labels: answers.labels,
    paper: paperIn(changes.filter(({ entityId }) => entityId === records[0]?.id)),
  }
}

/** The first round, as corrected by the verification round, read by the form that it was begun with. */
export function interviewAsJudged(
  household: RosterHousehold,
  changes: readonly Change[],
  rules: AssessmentRules,
): {
  readonly records: readonly InterviewRecord[]
  readonly answers: InterviewAnswers
  readonly interview: Interview
} {
  const records = (['first', 'verification'] as const).flatMap(
    (round) => recordOfRound(changes, round, rules) ?? [],
  )
  const version = records[0]?.instrumentVersion
  const instrument = formOf(rules, version)
  if (instrument === undefined) throw new Error(`unknown instrument ${version} in household ${household.id}`)
  const [first = NO_ANSWERS, ...more] = records.map((record) => record.answers)
  const answers = more.reduce((base, later) => overlayAnswers(base, later, instrument), first)
  const interview = rules.programme.evaluate(instrument, household, answers, rules.standards)
  return { records, answers, interview }
}

/**
 * A round's interview as it is judged, of several copies begun independently the one that people chose, until then the one
 * begun first; undefined where there was none.
 */
export function recordOfRound(
  changes: readonly Change[],
  round: Round,
  forms: Forms,
): InterviewRecord | undefined {
  const counting = interviewOfRound(changes, round)
  return counting && readInterview(...counting, forms)
}

/** The same as its id and changes. */
export function interviewOfRound(
  changes: readonly Change[],
  round: Round,
): readonly [id: string, own: readonly Change[]] | undefined {
  const interviews = groupBy(roundChanges(changes, round), ({ entityId }) => entityId)
  const copies = [...interviews].filter(([, own]) => hasContent(own))
  const chosen = copies.filter(([id]) => id === chosenCopy(changes, round))
  const [earliest] = (chosen.length > 0 ? chosen : copies).toSorted(
    ([leftId, left], [rightId, right]) =>
      firstLamport(left) - firstLamport(right) || (leftId < rightId ? -1 : 1),
  )
  return earliest
}

function firstLamport(changes: readonly Change[]): number {
  return Math.min(...changes.map(({ lamport }) => lamport))
}
