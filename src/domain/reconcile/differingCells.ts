import { canonicalText } from '../changes/canonicalText'
import { normaliseLabel } from '../roster/normaliseLabel'
import { MEMBER_FIELDS } from '../roster/compare/compareHousehold'
import type { CellValue, ChangedCell } from '../roster/compare/RosterComparison'
import type { RosterMember } from '../roster/Roster'
import { personNumber } from '../roster/samePerson'
import { bareName } from '../shared/isSameName'
import type { Listed, MatchedBy } from './Reconciliation'

/** Places that are compared; one that a list leaves out, or writes otherwise, is no difference. */
const PLACES = ['township', 'village'] as const

/** Cells in which two entries of one person differ: of what both lists have, columns that nobody knows among them. */
export function differingCells(register: Listed, other: Listed, by: MatchedBy): readonly ChangedCell[] {
  const person = register.member.name ?? other.member.name
  const cells: ChangedCell[] = []
  const compare = (field: string, before: CellValue | undefined, after: CellValue | undefined): void => {
    if (isNothing(before) || isNothing(after) || isAlike(field, before, after)) return
    cells.push({ person, field, before, after })
  }
  for (const field of MEMBER_FIELDS)
    compare(field, register.member[field] as CellValue, other.member[field] as CellValue)
  compare('receivesAllowance', register.member.receivesAllowance, other.member.receivesAllowance)
  // By name and village they are the same already.
  if (by === 'id_number')
    for (const place of PLACES) compare(place, register.household[place], other.household[place])
  for (const [header, text] of Object.entries(keptOf(other)))
    compare(`kept/${header}`, ownText(keptOf(register), header), text)
  return cells
}

function keptOf({ household, member }: Listed): RosterMember['kept'] {
  return { ...household.kept, ...member.kept }
}

/** Only of its own: a header may be `constructor`. */
function ownText(kept: RosterMember['kept'], header: string): string | undefined {
  return Object.hasOwn(kept, header) ? kept[header] : undefined
}

function isNothing(value: CellValue | undefined): value is null | undefined {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0)
}

function isAlike(field: string, before: CellValue, after: CellValue): boolean {
  const [left, right] = [String(before), String(after)]
  switch (field) {
    case 'name':
      return bareName(left) === bareName(right)
    case 'idNumber':
      return left === right || (personNumber(left) ?? left) === (personNumber(right) ?? right)
    case 'township':
    case 'village':
      return alikePlace(normaliseLabel(left), normaliseLabel(right))
    default:
      return canonicalText(before) === canonicalText(after)
  }
}

/** `上寨` and `上寨村`, `松坪` and `松坪乡` are one place. */
function alikePlace(left: string, right: string): boolean {
  return left.startsWith(right) || right.startsWith(left)
}
