import type { Problem } from '../shared/Problem'
import { buildHousehold } from './buildHousehold'
import type { KeyedHash } from './buildMember'
import type { RowGroup } from './groupRows'
import type { RosterHousehold } from './Roster'
import type { RosterField } from './RosterField'
import type { RosterRow } from './RosterRow'
import { rowProblem } from './rowProblem'
import { sourcePlace } from './sourcePlace'
import { splitByHeads, type HeadSplit } from './splitByHeads'

export interface BuiltHouseholds {
  readonly households: readonly RosterHousehold[]
  readonly imported: number
  readonly merged: number
  readonly rejected: number
  readonly problems: readonly Problem[]
}

/** Makes the households of grouped rows; no two get the same id: rows of a second one are rejected. */
export function buildHouseholds(
  groups: readonly RowGroup[],
  listDate: string | null,
  hash: KeyedHash,
): BuiltHouseholds {
  const households = new Map<string, RosterHousehold>()
  const problems: Problem[] = []
  let [imported, merged, rejected] = [0, 0, 0]
  for (const group of groups) {
    const split = splitByHeads(group.rows)
    const [first, ...others] = split.kind === 'number_shared' ? split.kept : group.rows
    if (first === undefined) continue
    const headProblems = tellOfHeads(split, first)
    for (const problem of headProblems) problems.push(problem)
    if (split.kind === 'number_shared') rejected += headProblems.length
    const built = buildHousehold([first, ...others], listDate, hash)
    const twin = households.get(built.household.id)
    if (twin !== undefined) {
      rejected += 1 + others.length
      for (const row of [first, ...others]) problems.push(keyShared(row, twin))
      continue
    }
    households.set(built.household.id, built.household)
    imported += built.imported
    merged += built.merged
    for (const problem of built.problems) problems.push(problem)
  }
  return { households: [...households.values()], imported, merged, rejected, problems }
}

/** One problem for every row that is rejected with a shared number, or for every head beyond the first. */
function tellOfHeads(split: HeadSplit, first: RosterRow): readonly Problem[] {
  switch (split.kind) {
    case 'one_household':
      return split.extraHeads.map((row) =>
        rowProblem('several_heads', 'warning', row.sheet, row.row, ['relation']),
      )
    case 'number_shared': {
      const details = { firstRow: first.row + 1, firstPlace: sourcePlace(first.sheet.table) }
      return split.rejected
        .flat()
        .map((row) =>
          rowProblem('household_number_shared', 'error', row.sheet, row.row, NUMBER_FIELDS, details),
        )
    }
  }
}

function keyShared(row: RosterRow, { source }: RosterHousehold): Problem {
  const details = { firstRow: source.row, firstPlace: sourcePlace(source) }
  return rowProblem('household_key_shared', 'error', row.sheet, row.row, ['name', 'headName'], details)
}

const NUMBER_FIELDS: readonly RosterField[] = ['householdNumber', 'name']
