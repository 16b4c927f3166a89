import { CURRENT_INSTRUMENT, instrumentOf } from '../../src/adapters/resources/instruments'
import {
  judgeHousehold,
  type Judgement,
} from '../../src/domain/programmes/assessment/conclusion/judgeHousehold'
import type { Instrument } from '../../src/domain/instrument/loadInstrument'
import type { Answer, AnswerValue, InstanceAnswers } from '../../src/domain/interview/Answers'
import { evaluateInterview } from '../../src/domain/interview/evaluateInterview'
import type { Interview } from '../../src/domain/interview/Interview'
import type { RosterHousehold } from '../../src/domain/roster/Roster'
import type { Evidence } from '../../src/domain/shared/Evidence'
import type { StandardsInForce } from '../../src/domain/standards/Standards'
import { aHousehold } from './aHousehold'
import { someStandards } from './someStandards'

/** A value with the question's default evidence, or a value with its own; null leaves the question unanswered. */
export type Given = AnswerValue | null | { readonly value: AnswerValue; readonly evidence: Evidence }

export type GivenAnswers = Readonly<Record<string, Given>>

export interface InterviewCase {
  readonly household?: RosterHousehold
  readonly answers?: GivenAnswers
  /** By member id; ids that the household lacks are new members. */
  readonly members?: Readonly<Record<string, GivenAnswers>>
  /** Ledger lines; left out, one line of 20,000 yuan wages received. */
  readonly lines?: readonly GivenAnswers[]
  readonly standards?: StandardsInForce
}

export const INSTRUMENT = instrumentOf(CURRENT_INSTRUMENT) as Instrument

/** What a completed interview answers when all is well. */
const ALL_WELL: GivenAnswers = {
  visit_outcome: 'completed',
  consent: 'agrees',
  respondent: 'm1',
  respondent_state: 'able',
  cadres_absent: 'yes',
  exclusion_facts: ['none'],
  food_enough: 'all_year',
  food_protein: 'any_time',
  observed_food_store: 'enough',
  clothing_season: 'yes',
  bedding: 'enough',
  observed_clothing: 'adequate',
  house_basis: 'grade_a',
  lives_in_safe_house: 'all',
  observed_house: 'looks_safe',
  water_source: 'piped_central',
  water_quantity: 'enough',
  water_fetch: 'at_home',
  water_short_days: 0,
  water_quality: 'looks_ok',
  ledger_agreement: 'agrees',
  support_received: ['industry'],
  support_after_exit: 'continues',
  recognise_policy: 'satisfied',
  recognise_help: 'satisfied',
  recognise_exit: 'satisfied',
  recognise_cadres: 'satisfied',
  accepts_result: 'agrees',
  shocks: ['none'],
  income_trend: 'same',
}

const MEMBER_WELL: GivenAnswers = { member_status: 'same', insurance: 'resident', months_home: 12 }

export function aLine(yuan: number, given: GivenAnswers = {}): GivenAnswers {
  return {
    income_kind: 'wage',
    income_item: 'local_work',
    amount_yuan: yuan,
    income_state: 'received',
    ...given,
  }
}

/** An interview in which all is well, except for what the case changes. */
export function anInterview(given: InterviewCase = {}): Interview {
  const household = given.household ?? aHousehold()
  const listed = household.members.map(({ id }) => id)
  const added = Object.keys(given.members ?? {}).filter((id) => !listed.includes(id))
  const lines = given.lines ?? [aLine(20_000)]
  const answers = {
    household: answersOf({ ...ALL_WELL, ...given.answers }),
    members: new Map(
      [...listed, ...added].map((id) => [id, answersOf({ ...MEMBER_WELL, ...given.members?.[id] })]),
    ),
    lines: new Map(lines.map((line, index) => [String(index + 1), answersOf(line)])),
    addedMembers: added,
    labels: new Map(added.map((id) => [id, id])),
    readings: new Map(),
  }
  return evaluateInterview(INSTRUMENT, household, answers, given.standards ?? someStandards())
}

/** The judgement of such an interview. */
export function judged(given: InterviewCase = {}): Judgement {
  return judgeHousehold(anInterview(given), given.standards ?? someStandards())
}

export const byDocument = (value: AnswerValue): Given => ({ value, evidence: 'document' })
export const byOther = (value: AnswerValue): Given => ({ value, evidence: 'other' })
export const byRegistry = (value: AnswerValue): Given => ({ value, evidence: 'registry' })

function answersOf(given: GivenAnswers): InstanceAnswers {
  return new Map(
    Object.entries(given).flatMap(([question, each]): [string, Answer][] => {
      if (each === null) return []
      if (typeof each === 'object' && 'evidence' in each) return [[question, each]]
      const evidence = INSTRUMENT.questions.get(question)?.data.defaultEvidence
      if (evidence === undefined) throw new Error(`no question ${question}`)
      return [[question, { value: each, evidence }]]
    }),
  )
}
