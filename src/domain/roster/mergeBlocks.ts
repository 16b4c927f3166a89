import type { Problem } from '../shared/Problem'
import { noHouseholdValues, type HouseholdValue, type HouseholdValues } from './HouseholdValues'
import { HOUSEHOLD_FIELDS, type HouseholdField } from './RosterField'
import type { HouseholdBlock, Kept, RosterRow } from './RosterRow'
import { rowProblem } from './rowProblem'

export interface MergedBlocks {
  readonly values: HouseholdValues
  readonly kept: Kept
  readonly problems: readonly Problem[]
}

/**
 * The values of all rows of a household about it: the first value holds, blanks are filled from later rows, and
 * a later row with another value is a warning at its cell.
 */
export function mergeBlocks(rows: readonly RosterRow[]): MergedBlocks {
  const first = rows[0]
  if (first !== undefined && rows.every((row) => row.block === first.block)) {
    return { values: first.block.values, kept: first.block.kept, problems: [] }
  }
  const values = noHouseholdValues()
  const problems: Problem[] = []
  const kept = Object.create(null) as Record<string, string>
  const seen = new Set<HouseholdBlock>()
  for (const row of rows) {
    if (seen.has(row.block)) continue
    seen.add(row.block)
    for (const field of VALUE_FIELDS)
      if (!fill(values, row.block.values, field)) problems.push(differs(row, field, values[field]))
    values.mark ??= row.block.values.mark
    for (const [header, text] of Object.entries(row.block.kept)) kept[header] ??= text
  }
  return { values, kept, problems }
}

/** False when the value that stands differs from the row's in a field where a household has only one. */
function fill<Field extends HouseholdValue>(
  into: HouseholdValues,
  from: HouseholdValues,
  field: Field,
): boolean {
  if (from[field] === null) return true
  if (into[field] === null) {
    into[field] = from[field]
    return true
  }
  return into[field] === from[field] || !SINGLE_VALUES.includes(field)
}

function differs(row: RosterRow, field: HouseholdField, stands: unknown): Problem {
  const place = { ...row, row: row.block.row }
  return rowProblem('household_values_differ', 'warning', place.sheet, place.row, [field], {
    field,
    stands: String(stands),
  })
}

const VALUE_FIELDS = HOUSEHOLD_FIELDS.filter((field) => field !== 'householdType')
const SINGLE_VALUES: readonly HouseholdField[] = [
  'headName',
  'county',
  'township',
  'village',
  'statedSize',
  'exitState',
  'category',
  'exitYear',
  'identifiedYear',
  'registryIncome',
  'unsafeHouse',
  'safeWater',
]
