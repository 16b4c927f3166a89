import { cellsOf, type Cell, type ColumnHead, type TableSpec } from '../tables/TableSpec'
import type { ReviewedHousehold } from './WorkbookInput'

/** A table with rows for each household, made while only that household is at hand; those of one key follow each other. */
export interface HouseholdTable<Row> extends TableSpec<Row> {
  readonly key:
    | 'households'
    | 'questions'
    | 'determinations'
    | 'monitoring'
    | 'members'
    | 'ledger'
    | 'additional'
    | 'corrections'
    | 'notes'
  rowsOf(household: ReviewedHousehold): readonly Row[]
}

/** Such a table when nobody needs to know any more what its rows are. */
export interface HouseholdList {
  readonly key: HouseholdTable<unknown>['key']
  readonly columns: readonly ColumnHead[]
  /** Cells, each row's in the order of the columns. */
  rowsOf(household: ReviewedHousehold): readonly (readonly Cell[])[]
}

/** The table as cells, household by household. */
export function listOf<Row>(table: HouseholdTable<Row>): HouseholdList {
  const { key, columns } = table
  return { key, columns, rowsOf: (household) => table.rowsOf(household).map((row) => cellsOf(columns, row)) }
}
