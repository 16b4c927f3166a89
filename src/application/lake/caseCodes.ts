import type { CaseBook } from '../../domain/programmes/census/tables/CaseBook'
import { OUT, type CompiledTable } from '../../domain/programmes/census/tables/CompiledTable'
import type { UnitColumns } from '../../domain/programmes/census/tables/UnitColumns'
import { codeColumn, datasetOfCases, knownColumn, type LakeCodes, type LakeName } from './lakeSchema'
import type { CodedHousehold } from './LakeHousehold'

/** How tables code the household that a book took in last, and its members. */
export function codesOfLast({ tables, households, persons }: CaseBook): CodedHousehold {
  const last = households.size - 1
  const { owners } = persons
  const members = new Map<string, LakeCodes>()
  for (let at = persons.size - 1; at >= 0 && owners[at] === last; at--)
    members.set(persons.ids[at] as string, codesAt(tables, persons, at))
  return {
    household: codesAt(tables, households, last),
    members,
    nobody: codesOutside(tables, 'members'),
  }
}

/** How tables code a case, by the names of their columns. */
export function codesAt(tables: readonly CompiledTable[], units: UnitColumns, at: number): LakeCodes {
  const codes: Record<string, number> = {}
  for (const { id } of tables) {
    const coded = units.codeAt(id, at)
    if (coded === undefined) continue
    codes[codeColumn(id)] = coded.code
    if (coded.known !== null) codes[knownColumn(id)] = coded.known
  }
  return codes
}

/** Of what is no case of any table. */
function codesOutside(tables: readonly CompiledTable[], name: LakeName): LakeCodes {
  const codes: Record<string, number> = {}
  for (const table of tables) {
    if (table.coding.kind === 'amounts' || datasetOfCases(table) !== name) continue
    codes[codeColumn(table.id)] = OUT
    if (table.coding.kind === 'several' && table.coding.known !== null) codes[knownColumn(table.id)] = 0
  }
  return codes
}
