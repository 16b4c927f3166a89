import { canonicalText } from '../../changes/canonicalText'
import type { RosterHousehold, RosterMember } from '../Roster'
import { pairMembers } from './pairMembers'
import type { CellValue, ChangedCell } from './RosterComparison'

const HOUSEHOLD_FIELDS = [
  'headName', 'status', 'exitYear', 'identifiedYear', 'province', 'city', 'county', 'township', 'village', 'hamlet',
  'registryIncome', 'category', 'povertyCauses', 'statedSize', 'phone', 'unsafeHouse', 'safeWater',
] as const satisfies readonly (keyof RosterHousehold)[] // prettier-ignore

/** Fields of a member in which two lists are compared. */
export const MEMBER_FIELDS = [
  'name', 'idNumber', 'relation', 'birthDate', 'sex', 'ethnicity', 'educationLevel', 'studentStatus', 'health',
  'laborAbility', 'workPlace', 'workMonths', 'phone',
] as const satisfies readonly (keyof RosterMember)[] // prettier-ignore

/** Cell by cell what differs between two readings of one household, members paired; none when nothing does. */
export function changedCells(before: RosterHousehold, after: RosterHousehold): readonly ChangedCell[] {
  const cells: ChangedCell[] = []
  compareFields(HOUSEHOLD_FIELDS, before, after, null, cells)
  compareKept(before.kept, after.kept, null, cells)
  const { pairs, gone, added } = pairMembers(before.members, after.members)
  for (const [old, now] of pairs) {
    const person = now.name ?? old.name ?? now.id
    compareFields(MEMBER_FIELDS, old, now, person, cells)
    compareKept(old.kept, now.kept, person, cells)
  }
  for (const member of gone)
    cells.push({ person: null, field: 'member', before: nameOf(member), after: null })
  for (const member of added)
    cells.push({ person: null, field: 'member', before: null, after: nameOf(member) })
  return cells
}

function nameOf(member: RosterMember): string {
  return member.name ?? member.id
}

function compareFields<Row, Field extends keyof Row & string>(
  fields: readonly Field[],
  before: Row,
  after: Row,
  person: string | null,
  cells: ChangedCell[],
): void {
  for (const field of fields) {
    const [old, now] = [before[field] ?? null, after[field] ?? null] as [CellValue, CellValue]
    if (canonicalText(old) !== canonicalText(now)) cells.push({ person, field, before: old, after: now })
  }
}

function compareKept(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
  person: string | null,
  cells: ChangedCell[],
): void {
  for (const header of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [old, now] = [textUnder(before, header), textUnder(after, header)]
    if (old !== now) cells.push({ person, field: `kept/${header}`, before: old, after: now })
  }
}

/** Only of its own: a header may be `constructor`. */
function textUnder(kept: Readonly<Record<string, string>>, header: string): string | null {
  return Object.hasOwn(kept, header) ? (kept[header] ?? null) : null
}
