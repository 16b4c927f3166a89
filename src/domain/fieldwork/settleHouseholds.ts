import type { RosterHousehold, RosterMember } from '../roster/Roster'
import { groupBy } from '../shared/groupBy'
import type { Fieldwork, FoundHousehold, HouseholdLink, MemberMove, SettledHousehold } from './Fieldwork'

const NO_LINKS: readonly HouseholdLink[] = []

/**
 * The roster's households and the found ones, each member in one household. Whoever was sent to a household that is
 * not there, or to two at once, stays where the list has him; a household that already lists the same person keeps its
 * own entry. Nobody is lost, and nobody is there twice who was not listed twice.
 */
export function settleHouseholds(
  roster: readonly RosterHousehold[],
  { found, moves, replacements }: Fieldwork,
): readonly SettledHousehold[] {
  const listed = new Map(roster.map((household) => [household.id, household]))
  // As nearly always: 60,000 households go through here whenever a list is opened.
  if (found.length + moves.length + replacements.length === 0)
    return Array.from(listed.values(), (household) => ({ household, origin: 'roster', links: NO_LINKS }))
  const added = new Map<string, FoundHousehold>()
  for (const each of found) if (!listed.has(each.household.id)) added.set(each.household.id, each)
  const all = [...listed.values(), ...[...added.values()].map(({ household }) => household)]
  const byId = new Map(all.map((household) => [household.id, household]))
  const valid = moves.filter(({ from, member, to }) => canMove(byId, from, member, to))
  const leaving = groupBy(valid, ({ from }) => from)
  const coming = groupBy(valid, ({ to }) => to)
  const contested = groupBy(
    moves.filter(({ to }) => to === null),
    ({ from }) => from,
  )
  const replaced = groupBy(replacements, (each) => each.replaced)
  const replacing = groupBy(replacements, (each) => each.replacement)
  const splits = groupBy(added.values(), ({ splitFrom }) => splitFrom)

  return all.map((household): SettledHousehold => {
    const { id } = household
    const own = added.get(id)
    const out = leaving.get(id) ?? []
    const into = coming.get(id) ?? []
    const links: readonly HouseholdLink[] = [
      ...(own === undefined || own.splitFrom === null
        ? []
        : [{ kind: 'split_from', household: own.splitFrom } as const]),
      ...(splits.get(id) ?? []).map(
        (each) => ({ kind: 'split_into', household: each.household.id }) as const,
      ),
      ...out.map(
        ({ from, member, to }) =>
          ({ kind: 'moved_out', household: to ?? id, member, name: nameOf(byId, from, member) }) as const,
      ),
      ...into.map(
        ({ from, member }) =>
          ({ kind: 'moved_in', household: from, member, name: nameOf(byId, from, member) }) as const,
      ),
      ...(replaced.get(id) ?? []).map(
        (each) => ({ kind: 'replaced_by', household: each.replacement }) as const,
      ),
      ...(replacing.get(id) ?? []).map((each) => ({ kind: 'replaces', household: each.replaced }) as const),
      ...(contested.get(id) ?? []).map(({ member }) => ({ kind: 'move_contested', member }) as const),
    ]
    const origin = own === undefined ? 'roster' : 'found'
    if (out.length === 0 && into.length === 0) return { household, origin, links }
    return { household: withMembers(household, out, into, byId, own?.headMember ?? null), origin, links }
  })
}

function canMove(
  households: ReadonlyMap<string, RosterHousehold>,
  from: string,
  member: string,
  to: string | null,
): boolean {
  return (
    to !== null &&
    to !== from &&
    households.has(to) &&
    households.get(from)?.members.some(({ id }) => id === member) === true
  )
}

function nameOf(
  households: ReadonlyMap<string, RosterHousehold>,
  household: string,
  member: string,
): string | null {
  return households.get(household)?.members.find(({ id }) => id === member)?.name ?? null
}

function withMembers(
  household: RosterHousehold,
  out: readonly MemberMove[],
  into: readonly MemberMove[],
  households: ReadonlyMap<string, RosterHousehold>,
  headMember: string | null,
): RosterHousehold {
  const gone = new Set(out.map(({ member }) => member))
  const members = new Map<string, RosterMember>()
  for (const member of household.members) if (!gone.has(member.id)) members.set(member.id, member)
  for (const { from, member: id } of into) {
    const member = households.get(from)?.members.find((each) => each.id === id)
    // The list's relation was to another head: in this household it is not known yet.
    if (member !== undefined && !members.has(id))
      members.set(id, { ...member, relation: id === headMember ? 'head' : null })
  }
  return { ...household, members: [...members.values()] }
}
