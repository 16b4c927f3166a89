import type { RosterHousehold, RosterMember } from '../Roster'
import { personNumber } from '../samePerson'
import { sourcePlace } from '../sourcePlace'
import type { Finding } from './Finding'

/** One ID number in two households, within a village or across villages and counties: reported at the later one. */
export function personsInSeveralHouseholds(households: readonly RosterHousehold[]): readonly Finding[] {
  const first = new Map<string, { household: RosterHousehold; member: RosterMember }>()
  const findings: Finding[] = []
  for (const household of households) {
    for (const member of household.members) {
      const person = personNumber(member.idNumber)
      if (person === null) continue
      const earlier = first.get(person)
      if (earlier === undefined) first.set(person, { household, member })
      else if (earlier.household !== household) findings.push(shared(member, earlier))
    }
  }
  return findings
}

function shared(
  member: RosterMember,
  earlier: { household: RosterHousehold; member: RosterMember },
): Finding {
  const { source } = earlier.member
  const details = {
    otherPlace: sourcePlace(source),
    otherRow: source.row,
    otherHousehold: earlier.household.id,
    otherVillage: earlier.household.village ?? '',
  }
  return { code: 'person_in_two_households', source: member.source, field: 'idNumber', details }
}
