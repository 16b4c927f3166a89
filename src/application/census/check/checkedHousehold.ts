import type { Change } from '../../../domain/changes/Change'
import { formOf } from '../../../domain/instrument/Forms'
import { isFinished } from '../../../domain/instrument/Roles'
import { choiceOf, type Interview } from '../../../domain/interview/Interview'
import type { InterviewRecord } from '../../../domain/interview/readInterview'
import {
  comparePersons,
  type ComparedPersons,
  type EnumeratedPerson,
} from '../../../domain/programmes/census/check/comparePersons'
import type { RosterHousehold } from '../../../domain/roster/Roster'
import type { ComparedAnswer } from '../../../domain/rounds/compareBackcheck'
import { recordOfRound, type AssessmentRules } from '../../assess/assessHousehold'
import { comparedTwice } from '../../rounds/comparedTwice'
import { isRoundClosed, outcomeOf, roundChanges } from '../../rounds/roundChanges'

/** A drawn household whose check is over. */
export interface CheckedHousehold {
  readonly household: string
  /** Who wrote the outcome of the census's visit, and of the check's. */
  readonly assessor: string
  readonly checker: string
  /** Of the check's visit. */
  readonly outcome: string
  /** What both answered; null where the check enumerated nobody. */
  readonly twice: {
    readonly answers: readonly ComparedAnswer[]
    readonly persons: ComparedPersons
    /** Persons present in the census, and in the check. */
    readonly inCensus: number
    readonly inCheck: number
  } | null
}

/** A drawn household by its changes; null while its check is not over: nothing of the first answers is told before. */
export function checkedHousehold(
  household: RosterHousehold,
  changes: readonly Change[],
  rules: AssessmentRules,
): CheckedHousehold | null {
  const again = roundChanges(changes, 'backcheck')
  const closing = outcomeOf(again)
  if (closing === undefined || !isRoundClosed(again)) return null
  const assessor = outcomeOf(roundChanges(changes, 'first'))?.person ?? ''
  return {
    household: household.id,
    assessor,
    checker: closing.person,
    outcome: String(closing.value),
    twice: isFinished(closing.value) ? comparedHousehold(household, changes, rules) : null,
  }
}

function comparedHousehold(
  household: RosterHousehold,
  changes: readonly Change[],
  rules: AssessmentRules,
): CheckedHousehold['twice'] {
  const first = recordOfRound(changes, 'first', rules)
  const compared = comparedTwice(changes, rules)
  if (first === undefined || compared === undefined) return null
  const census = personsIn(household, first, rules)
  const check = personsIn(household, compared.again, rules)
  return {
    answers: compared.answers,
    persons: comparePersons(census, check),
    inCensus: census.filter(({ isPresent }) => isPresent).length,
    inCheck: check.filter(({ isPresent }) => isPresent).length,
  }
}

/** Everybody whom a round names: of the list, and added. */
function personsIn(
  household: RosterHousehold,
  { instrumentVersion, answers }: InterviewRecord,
  rules: AssessmentRules,
): readonly EnumeratedPerson[] {
  const instrument = formOf(rules, instrumentVersion) ?? rules.currentInstrument
  const interview = rules.programme.evaluate(instrument, household, answers, rules.standards)
  const listed = new Map(household.members.map(({ id, idNumber }) => [id, idNumber]))
  return interview.members.map((member) => ({
    id: member.id,
    name: member.facts.name,
    idNumber: answeredNumber(interview, member) ?? listed.get(member.id) ?? null,
    birthDate: member.facts.birthDate,
    isPresent: member.facts.isPresent,
  }))
}

function answeredNumber(interview: Interview, member: Interview['members'][number]): string | undefined {
  const question = interview.instrument.prefilled.get('idNumber')
  return question === undefined ? undefined : choiceOf(interview, member, question)
}
