import type { RosterHousehold, RosterMember } from '../roster/Roster'
import { fullYearsBetween } from '../shared/calendar'
import type { Contradiction, Contradictions, Said } from './PracticeCensus'
import type { PracticeAnswer } from './PracticeHousehold'

/** What the first person whom the list lacks is called in answers. */
export const ADDED = 'new-1'

/**
 * Deals contradictions to the households that it is called with, in their order: to one in so many, the one that fits it and was
 * dealt least so far. Ages are those at `asOf` (ISO date).
 */
export function contradict(
  { every, cases }: Contradictions,
  asOf: string,
): (household: RosterHousehold) => readonly PracticeAnswer[] {
  const dealt = cases.map((each) => ({ case: each, times: 0 }))
  let households = 0
  return (household) => {
    if (++households % every !== 0) return []
    dealt.sort((one, other) => one.times - other.times)
    for (const each of dealt) {
      const member = household.members.find((person) => fits(person, each.case.of, asOf))
      if (member === undefined) continue
      each.times++
      return answersOf(each.case, member.id)
    }
    return []
  }
}

function fits({ relation, birthDate }: RosterMember, of: Contradiction['of'], asOf: string): boolean {
  if (of?.relation !== undefined && of.relation !== relation) return false
  if (of?.ages === undefined) return true
  const [least, most] = of.ages
  const age = birthDate === null ? -1 : fullYearsBetween(birthDate, asOf)
  return age >= least && age <= most
}

function answersOf(
  { household = {}, member = {}, added = {}, isRespondent = false }: Contradiction,
  id: string,
): readonly PracticeAnswer[] {
  return [
    ...said(null, { ...household, ...(isRespondent && { respondent: id }) }),
    ...said(id, { member_status: 'same', ...member }),
    ...said(ADDED, added),
  ]
}

function said(member: string | null, values: Said): readonly PracticeAnswer[] {
  return Object.entries(values).map(([question, value]) => ({ member, line: null, question, value }))
}
