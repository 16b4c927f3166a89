import type { ListedHousehold, ListedMember } from '../roster/ListedHousehold'
import type { RosterHousehold } from '../roster/Roster'
import { groupBy } from '../shared/groupBy'
import type { Fieldwork, FoundHousehold, HouseholdLink, MemberMove, SettledHousehold } from './Fieldwork'

const NO_LINKS: readonly HouseholdLink[] = []

/**
 * The roster's households and the found ones, each member in one household. Whoever was sent to a household that is
 * not there, or to two at once, stays where the list has him; a household that already lists the same person keeps its
 * own entry. Nobody is lost, and nobody is there twice who was not listed twice. Whoever moves must be given whole, with
 * the household he comes to.
 */
export function settleHouseholds<Household extends ListedHousehold>(
  roster: readonly Household[],
  { found, moves, replacements }: Fieldwork,
): readonly SettledHousehold<Household | RosterHousehold>[] {
  const listed = new Map(roster.map((household) => [household.id, household]))
  type Settled = SettledHousehold<Household | RosterHousehold>
  // As nearly always: 60,000 households go through here whenever a list is opened.
  if (found.length + moves.length + replacements.length === 0)
    return Array.from(listed.values(), (household) => ({ household, origin: 'roster', links: NO_LINKS }))
  const added = new Map<string, FoundHousehold>()
  for (const each of found) if (!listed.has(each.household.id)) added.set(each.household.id, each)
  const all = [...listed.values(), ...[...added.values()].map(({ household }) => household)]
  const byId = new Map<string, Household | RosterHousehold>(all.map((household) => [household.id, household]))
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

  return all.map((household): Settled => {
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
  households: ReadonlyMap<string, ListedHousehold>,
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
  households: ReadonlyMap<string, ListedHousehold>,
  household: string,
  member: string,
): string | null {
  return households.get(household)?.members.find(({ id }) => id === member)?.name ?? null
}

function withMembers<Household extends ListedHousehold>(
  household: Household,
  out: readonly MemberMove[],
  into: readonly MemberMove[],
  households: ReadonlyMap<string, ListedHousehold>,
  headMember: string | null,
): Household {
  const gone = new Set(out.map(({ member }) => member))
  const members = new Map<string, ListedMember>()
  for (const member of household.members) if (!gone.has(member.id)) members.set(member.id, member)
  for (const { from, member: id } of into) {
    const member = households.get(from)?.members.find((each) => each.id === id)
    if (member === undefined || members.has(id)) continue
    // The list's relation was to another head: in this household it is not known yet.
    const moved = { ...member, relation: id === headMember ? 'head' : null }
    members.set(id, moved)
  }
  return { ...household, members: [...members.values()] }
}
