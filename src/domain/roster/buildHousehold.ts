import type { Problem } from '../shared/Problem'
import { buildMember, type KeyedHash } from './buildMember'
import { collectMembers } from './collectMembers'
import { plainFacts, type HouseholdValues } from './HouseholdValues'
import { mergeBlocks } from './mergeBlocks'
import { registerStatus } from './registerStatus'
import type { RosterHousehold, RosterMember } from './Roster'
import { REGISTER_FIELDS } from './RosterField'
import type { RosterRow } from './RosterRow'
import { rowProblem } from './rowProblem'
import { personNumber } from './samePerson'
import { sourcePlace } from './sourcePlace'

export interface BuiltHousehold {
  readonly household: RosterHousehold
  /** Rows that created the household or one of its members; the others only added to it. */
  readonly imported: number
  readonly merged: number
  readonly problems: readonly Problem[]
}

/** Makes one household of the rows that speak of it; `listDate` (ISO) is the day the list's ages were true. */
export function buildHousehold(
  rows: readonly [RosterRow, ...RosterRow[]],
  listDate: string | null,
  hash: KeyedHash,
): BuiltHousehold {
  const [first] = rows
  const blocks = mergeBlocks(rows)
  const { values } = blocks
  const collected = collectMembers(rows, values)
  const problems = [...blocks.problems, ...collected.problems]
  const head = collected.members.find((draft) => draft.values.relation === 'head')
  const key = householdKey(values, head?.values ?? null, collected.members[0]?.values ?? null, hash)
  if (key.weak)
    problems.push(rowProblem('weak_key', 'warning', first.sheet, first.row, ['name', 'headName', 'relation']))
  const takenIds = new Set<string>()
  const members: RosterMember[] = []
  for (const draft of collected.members) {
    const built = buildMember(
      draft,
      key.id,
      takenIds,
      values.dataDate ?? listDate ?? draft.sheet.titleDate,
      hash,
    )
    members.push(built.member)
    for (const problem of built.problems) problems.push(problem)
  }
  const status = registerStatus(values, rows.some(hasRegisterColumns))
  if (status.trouble !== null)
    problems.push(rowProblem(status.trouble, 'warning', first.sheet, first.block.row, STATUS_PLACES))
  const files = new Set(rows.map((row) => row.sheet.table.file))
  if (files.size > 1) problems.push(splitOverFiles(rows, first))
  const imported = rows.filter(
    (row, index) => index === 0 || (row.member !== null && !collected.repeated.has(row)),
  ).length
  return {
    household: {
      id: key.id,
      ...(key.weak ? { weakKey: true } : {}),
      headName: head?.values.name ?? values.headName,
      status: status.status,
      ...(values.mark === null ? {} : { mark: values.mark }),
      ...plainFacts(values),
      ...(values.city === null ? {} : { city: values.city }),
      ...(values.wageIncome === null ? {} : { wageIncome: values.wageIncome }),
      members,
      source: { file: first.sheet.table.file, sheet: first.sheet.table.sheet, row: first.row + 1 },
      kept: blocks.kept,
    },
    imported,
    merged: rows.length - imported,
    problems,
  }
}

interface HeadValues {
  readonly name: string | null
  readonly idNumber: string | null
  readonly birthDate: {
    readonly year: number
    readonly month: number | null
    readonly day: number | null
  } | null
}

/** 户编号; else a keyed hash of the head's ID number; else, weakly, of village, head's name and birth date. */
function householdKey(
  values: HouseholdValues,
  head: HeadValues | null,
  anybody: HeadValues | null,
  hash: KeyedHash,
): { readonly id: string; readonly weak: boolean } {
  if (values.householdNumber !== null) return { id: values.householdNumber, weak: false }
  const person = personNumber(head?.idNumber ?? values.headIdNumber)
  if (person !== null) return { id: `h-${hash(person)}`, weak: false }
  const born = head?.birthDate ?? null
  const birth = born === null ? null : [born.year, born.month, born.day].join('-')
  return {
    id: `w-${hash(['household', values.village, head?.name ?? values.headName ?? anybody?.name, birth].join('|'))}`,
    weak: true,
  }
}

function hasRegisterColumns({ sheet }: RosterRow): boolean {
  return REGISTER_FIELDS.some((field) => sheet.columnOf.has(field))
}

function splitOverFiles(rows: readonly RosterRow[], first: RosterRow): Problem {
  const other = rows.find((row) => row.sheet.table.file !== first.sheet.table.file) ?? first
  return rowProblem(
    'household_in_two_files',
    'note',
    other.sheet,
    other.row,
    ['householdNumber', 'headIdNumber', 'name'],
    {
      otherPlace: sourcePlace(first.sheet.table),
      otherRow: first.row + 1,
    },
  )
}

const STATUS_PLACES = [...REGISTER_FIELDS, 'householdNumber', 'name'] as const
