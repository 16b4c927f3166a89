import type { Problem } from '../shared/Problem'
import { isBlank } from './cellText'
import { normaliseLabel } from './normaliseLabel'
import type { RosterField } from './RosterField'
import type { RosterRow } from './RosterRow'
import { joinByHead, joinMistyped } from './joinGroups'
import { rowProblem } from './rowProblem'
import { personNumber } from './samePerson'
import { writtenAlike } from './writtenAlike'
import type { ProblemCode } from '../shared/ProblemCode'

/** The rows of one household, in the order read. */
export interface RowGroup {
  readonly key: string
  readonly rows: RosterRow[]
}

export interface GroupedRows {
  readonly groups: readonly RowGroup[]
  readonly rejected: number
  readonly problems: readonly Problem[]
}

/**
 * Puts rows together that speak of one household: by 户编号, else by the head's ID number, else a head begins a
 * household and the members below continue it. Rows that belong nowhere are rejected with the reason.
 */
export function groupRows(sheets: readonly (readonly RosterRow[])[]): GroupedRows {
  const groups = new Map<string, RowGroup>()
  const problems: Problem[] = []
  let rejected = 0
  sheets.forEach((rows, sheetIndex) => {
    let current: RowGroup | null = null
    const ofHeads = columnsOfHeads(rows)
    for (const row of rows) {
      const place = householdOf(row, current, ofHeads)
      if (place.kind === 'nowhere') {
        if (place.code === 'row_without_head') current = null
        problems.push(rowProblem(place.code, 'error', row.sheet, row.row, PLACE_FIELDS))
        rejected++
        continue
      }
      if (place.kind === 'continues') {
        place.group.rows.push(row)
        continue
      }
      const key = place.key ?? `r:${sheetIndex}:${row.row}`
      current = groups.get(key) ?? { key, rows: [] }
      current.rows.push(row)
      groups.set(key, current)
    }
  })
  const named = joinByHead([...groups.values()])
  const { groups: joined, problems: ofNumbers } = joinMistyped(named)
  return { groups: joined, rejected, problems: [...problems, ...ofNumbers] }
}

type HouseholdPlace =
  | { readonly kind: 'nowhere'; readonly code: ProblemCode }
  | { readonly kind: 'continues'; readonly group: RowGroup }
  /** `key` is null when the row begins a household that nothing else can name. */
  | { readonly kind: 'named'; readonly key: string | null }

function householdOf(row: RosterRow, current: RowGroup | null, ofHeads: readonly number[]): HouseholdPlace {
  const { values } = row.block
  const headPerson = personNumber(values.headIdNumber)
  if (!namesSomebody(row)) return { kind: 'nowhere', code: 'row_without_person' }
  if (values.householdNumber !== null) return { kind: 'named', key: `n:${values.householdNumber}` }
  if (headPerson !== null) return { kind: 'named', key: `i:${headPerson}` }
  if (beginsHousehold(row)) {
    const person = personNumber(row.member?.idNumber ?? null)
    return { kind: 'named', key: person === null ? null : `i:${person}` }
  }
  if (values.headName !== null) return continuesNamedHead(row, current) ?? { kind: 'named', key: null }
  if (current === null) return { kind: 'nowhere', code: 'member_before_head' }
  return beginsWithoutHead(row, current, ofHeads)
    ? { kind: 'nowhere', code: 'row_without_head' }
    : { kind: 'continues', group: current }
}

/** A row with values that only heads' rows have, or of another village: not of the household above. */
function beginsWithoutHead(row: RosterRow, current: RowGroup, ofHeads: readonly number[]): boolean {
  if (ofHeads.some((column) => !isBlank(row.sheet.table.cell(row.row, column)))) return true
  const [here, above] = [row.block.values.village, current.rows.at(-1)?.block.values.village ?? null]
  return here !== null && above !== null && normaliseLabel(here) !== normaliseLabel(above)
}

/** Columns of places and of the running number that this list fills on the rows of heads, and hardly on others. */
function columnsOfHeads(rows: readonly RosterRow[]): readonly number[] {
  const [first] = rows
  if (first === undefined) return []
  const { columns, table } = first.sheet
  const asked = columns.filter(
    ({ field, header }) => (field !== null && PLACES.includes(field)) || RUNNING_NUMBER.test(header),
  )
  const others = rows.filter(({ member }) => member !== null && member.relation !== 'head')
  return asked.flatMap(({ column }) => {
    let left = Math.floor(others.length / MOST_STRAY)
    for (const { row } of others) if (!isBlank(table.cell(row, column)) && --left < 0) return []
    const isFilled = rows.some(
      ({ member, row }) => member?.relation === 'head' && !isBlank(table.cell(row, column)),
    )
    return isFilled ? [column] : []
  })
}

function namesSomebody({ member, block }: RosterRow): boolean {
  if (member !== null && (member.name ?? personNumber(member.idNumber) ?? member.memberNumber) !== null)
    return true
  const { headName, headIdNumber, householdNumber, headNumber } = block.values
  if (member === null) return (headName ?? headIdNumber ?? householdNumber ?? headNumber) !== null
  return false
}

/** A head; or, on a list that states no relations and no heads, every person: one row per household. */
function beginsHousehold({ member, sheet, block }: RosterRow): boolean {
  if (member === null) return block.values.headName === null
  if (member.relation === 'head') return true
  return (
    !sheet.columnOf.has('relation') && !sheet.columnOf.has('headName') && !sheet.columnOf.has('headIdNumber')
  )
}

function continuesNamedHead(row: RosterRow, current: RowGroup | null): HouseholdPlace | null {
  const above = current?.rows.at(-1)
  if (current === null || above === undefined || row.member === null) return null
  const [here, there] = [row.block.values, above.block.values]
  const same =
    isAlike(here.headName, there.headName) && (here.village === null || here.village === there.village)
  return same ? { kind: 'continues', group: current } : null
}

function isAlike(left: string | null, right: string | null): boolean {
  return left === right || (left !== null && right !== null && writtenAlike(left, right))
}

const PLACE_FIELDS: readonly RosterField[] = ['name', 'headName', 'idNumber', 'householdNumber']
const PLACES: readonly RosterField[] = ['township', 'village', 'hamlet']
const RUNNING_NUMBER = /^(序号|编号|户序号?|序)$/
/** One stray row in three is still a list that fills the column on heads' rows. */
const MOST_STRAY = 3
