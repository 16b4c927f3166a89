import { bareName } from '../shared/isSameName'
import { normaliseLabel } from '../roster/normaliseLabel'
import { personNumber, soundNumber } from '../roster/samePerson'
import { differingCells } from './differingCells'
import type { Listed, MatchedBy, MatchedPerson, Reconciliation, UnclearMatch } from './Reconciliation'

/**
 * Holds another list against the register, person by person: by the citizen number first (15 and 18 characters of one person are the
 * same), then by name and village those who are left. What is not one to one is told, never chosen.
 */
export function reconcileLists(register: readonly Listed[], other: readonly Listed[]): Reconciliation {
  const byNumber = matchBy('id_number', register, other, numberOf)
  const byName = matchBy('name_village', byNumber.onlyRegister, byNumber.onlyOther, nameAndVillage)
  return {
    both: [...byNumber.both, ...byName.both],
    unclear: [...byNumber.unclear, ...byName.unclear],
    onlyRegister: byName.onlyRegister,
    onlyOther: byName.onlyOther,
  }
}

function numberOf({ member }: Listed): string | null {
  return personNumber(member.idNumber)
}

/** What lists write behind the name of a village, or not. */
const VILLAGE_ENDING = /村?(村民委员会|村委会|行政村|村|社区)$/

function nameAndVillage({ household, member }: Listed): string | null {
  const [name, village] = [bareName(member.name ?? ''), normaliseLabel(household.village ?? '')]
  return name === '' || village === '' ? null : `${name} ${village.replace(VILLAGE_ENDING, '') || village}`
}

function matchBy(
  by: MatchedBy,
  register: readonly Listed[],
  other: readonly Listed[],
  keyOf: (listed: Listed) => string | null,
): Reconciliation {
  const ours = grouped(register, keyOf)
  const theirs = grouped(other, keyOf)
  const both: MatchedPerson[] = []
  const unclear: UnclearMatch[] = []
  const settled = new Set<Listed>()
  for (const [key, candidates] of theirs) {
    const same = ours.get(key) ?? []
    const own = by === 'id_number' ? same : withinTownships(same, candidates)
    if (own.length === 0) continue
    for (const each of [...own, ...candidates]) settled.add(each)
    const [left, right] = [own[0], candidates[0]]
    if (left === undefined || right === undefined || own.length > 1 || candidates.length > 1)
      unclear.push({ why: 'several', by, register: own, other: candidates })
    else if (by === 'name_village' && areOthers(left, right))
      unclear.push({ why: 'numbers_differ', by, register: own, other: candidates })
    else both.push({ register: left, other: right, by, cells: differingCells(left, right, by) })
  }
  const isLeft = (each: Listed): boolean => !settled.has(each)
  return { both, unclear, onlyRegister: register.filter(isLeft), onlyOther: other.filter(isLeft) }
}

/** Villages of two townships may share a name: where both lists say which, only those of the other list's townships are meant. */
function withinTownships(own: readonly Listed[], candidates: readonly Listed[]): readonly Listed[] {
  const townships = candidates.map(({ household }) => normaliseLabel(household.township ?? ''))
  if (townships.includes('')) return own
  return own.filter(({ household }) => {
    const township = normaliseLabel(household.township ?? '')
    return township === '' || townships.includes(township)
  })
}

/** Two sound numbers that differ are two people's, whatever they are called. */
function areOthers(left: Listed, right: Listed): boolean {
  const [one, two] = [soundNumber(left.member.idNumber), soundNumber(right.member.idNumber)]
  return one !== null && two !== null && one !== two
}

function grouped(
  listed: readonly Listed[],
  keyOf: (listed: Listed) => string | null,
): ReadonlyMap<string, readonly Listed[]> {
  const groups = new Map<string, Listed[]>()
  for (const each of listed) {
    const key = keyOf(each)
    if (key === null) continue
    const known = groups.get(key)
    if (known === undefined) groups.set(key, [each])
    else known.push(each)
  }
  return groups
}
