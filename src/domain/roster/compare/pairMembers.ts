import type { RosterMember } from '../Roster'

export interface PairedMembers {
  readonly pairs: readonly (readonly [before: RosterMember, after: RosterMember])[]
  readonly gone: readonly RosterMember[]
  readonly added: readonly RosterMember[]
}

/**
 * Who is who in two readings of a household: by 人编号, then by ID number, then by a name that only one of the rest has
 * on either list. An ID number that was put right must not turn a person into another.
 */
export function pairMembers(before: readonly RosterMember[], after: readonly RosterMember[]): PairedMembers {
  const pairs: (readonly [RosterMember, RosterMember])[] = []
  let [gone, added] = [before, after]
  for (const keyOf of [(member: RosterMember) => member.id, idNumberOf, nameOf]) {
    const olds = onceByKey(gone, keyOf)
    const news = onceByKey(added, keyOf)
    const found = [...olds].flatMap(([key, old]) => {
      const now = news.get(key)
      return now === undefined ? [] : [[old, now] as const]
    })
    pairs.push(...found)
    gone = gone.filter((member) => !found.some(([old]) => old === member))
    added = added.filter((member) => !found.some(([, now]) => now === member))
  }
  return { pairs, gone, added }
}

function idNumberOf({ idNumber }: RosterMember): string | null {
  return idNumber
}

function nameOf({ name }: RosterMember): string | null {
  return name
}

/** Those whose key nobody shares. */
function onceByKey(
  members: readonly RosterMember[],
  keyOf: (member: RosterMember) => string | null,
): ReadonlyMap<string, RosterMember> {
  const byKey = new Map<string, RosterMember | null>()
  for (const member of members) {
    const key = keyOf(member)
    if (key !== null) byKey.set(key, byKey.has(key) ? null : member)
  }
  return new Map([...byKey].filter((entry): entry is [string, RosterMember] => entry[1] !== null))
}
