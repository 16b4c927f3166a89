import { currentForm } from '../../src/adapters/resources/instruments'
import type { Answer, AnswerValue } from '../../src/domain/interview/Answers'
import { evaluateInterview } from '../../src/domain/interview/evaluateInterview'
import type { Interview } from '../../src/domain/interview/Interview'
import type { RosterHousehold } from '../../src/domain/roster/Roster'
import type { StandardsInForce } from '../../src/domain/standards/Standards'
import { aHousehold } from './aHousehold'
import { someStandards } from './someStandards'

/** Values by question; null leaves a question unanswered. */
export type CensusAnswers = Readonly<Record<string, AnswerValue | null>>

export interface CensusCase {
  readonly household?: RosterHousehold
  readonly answers?: CensusAnswers
  /** By member id; ids that the household lacks are new members. */
  readonly members?: Readonly<Record<string, CensusAnswers>>
  readonly standards?: StandardsInForce
}

export const CENSUS_FORM = currentForm('census')

/** What an enumerated household answers when all is well and nothing helped it. */
const ALL_WELL: CensusAnswers = {
  visit_outcome: 'enumerated',
  told_confidential: 'yes',
  respondent: 'm1',
  respondent_state: 'able',
  food_enough: 'all_year',
  food_protein: 'any_time',
  clothing_season: 'yes',
  bedding: 'enough',
  house_basis: 'grade_a',
  lives_in_safe_house: 'all',
  observed_house: 'looks_safe',
  water_source: 'piped_central',
  water_quantity: 'enough',
  water_fetch: 'at_home',
  water_short_days: 0,
  water_quality: 'looks_ok',
  income_sources: ['wage'],
  support_received: ['none'],
  shocks: ['none'],
  income_trend: 'same',
}

const MEMBER_WELL: CensusAnswers = { member_status: 'same', insurance: 'resident', away_state: 'at_home' }

const STANDARDS = someStandards()

/** An enumerated household in which all is well, except for what the case changes. */
export function aCensusInterview(given: CensusCase = {}): Interview {
  const household = given.household ?? aHousehold()
  const listed = household.members.map(({ id }) => id)
  const added = Object.keys(given.members ?? {}).filter((id) => !listed.includes(id))
  const answers = {
    household: answersOf({ ...ALL_WELL, ...given.answers }),
    members: new Map(
      [...listed, ...added].map((id) => [id, answersOf({ ...MEMBER_WELL, ...given.members?.[id] })]),
    ),
    lines: new Map(),
    addedMembers: added,
    labels: new Map(added.map((id) => [id, id])),
    readings: new Map(),
  }
  return evaluateInterview(CENSUS_FORM, household, answers, given.standards ?? STANDARDS)
}

function answersOf(given: CensusAnswers): ReadonlyMap<string, Answer> {
  return new Map(
    Object.entries(given).flatMap(([question, value]): [string, Answer][] => {
      if (!CENSUS_FORM.questions.has(question)) throw new Error(`no question ${question}`)
      return value === null ? [] : [[question, { value, evidence: 'respondent' }]]
    }),
  )
}
