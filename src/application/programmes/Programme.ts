import type { Judgement } from '../../domain/programmes/assessment/conclusion/judgeHousehold'
import type { Instrument } from '../../domain/instrument/loadInstrument'
import type { InterviewAnswers } from '../../domain/interview/Answers'
import type { Interview } from '../../domain/interview/Interview'
import type { RosterHousehold } from '../../domain/roster/Roster'
import type { StandardsInForce } from '../../domain/standards/Standards'
import type { HouseholdAssessment } from '../assess/assessHousehold'
import type { VerdictSummary } from '../households/HouseholdSummary'
import type { ProjectKind } from '../project/ProjectSettings'
import type { ProgrammeId } from './ProgrammeId'

/** A page of an open project that the rail leads to. */
export type Page =
  | 'households'
  | 'coverage'
  | 'check'
  | 'suspicions'
  | 'county'
  | 'roster'
  | 'sample'
  | 'team'
  | 'quality'
  | 'output'
  | 'tables'
  | 'standards'
  | 'project'
  | 'settings'

/** What a project is for: what its interviews are judged by, and what is kept of that. */
export interface Programme {
  readonly id: ProgrammeId
  /** Of the projects that are this programme's. */
  readonly kinds: readonly ProjectKind[]
  /** Whether a household gets a conclusion; without one, nothing of the app speaks of conclusions. */
  readonly givesVerdict: boolean
  /** Changes whenever its rules, or what it keeps of a household, change. */
  readonly edition: string
  /** What the rail offers, in this order. */
  readonly pages: readonly Page[]
  /** The form applied to the answers: what was given to another conclusion than the present one is void. */
  evaluate(
    instrument: Instrument,
    household: RosterHousehold,
    answers: InterviewAnswers,
    standards: StandardsInForce,
  ): Interview
  /** The result of a household's interview once the visit is over. */
  judge(interview: Interview, standards: StandardsInForce): Judgement
  /** The same while it runs, whatever its outcome. */
  judgeProvisionally(interview: Interview, standards: StandardsInForce): Omit<Judgement, 'unanswered'>
  /** What lists keep of it. */
  summarise(assessment: HouseholdAssessment, outcome: string | null): VerdictSummary
}
