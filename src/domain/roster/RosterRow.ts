import type { ColumnBook } from './ColumnBook'
import type { FoundHeader } from './findHeader'
import type { HouseholdValues } from './HouseholdValues'
import type { MappedColumn } from './mapColumns'
import type { MemberValues } from './MemberValues'
import type { RosterField } from './RosterField'
import type { SheetTable } from './SheetTable'
import type { NumberMeanings } from './values/ValueBooks'

/** A sheet whose header is found and whose columns are settled. */
export interface MappedSheet {
  /** Its texts in one spelling: see `normalisedTable`. */
  readonly table: SheetTable
  /** The same sheet as the file has it. */
  readonly listed: SheetTable
  readonly header: FoundHeader
  readonly book: ColumnBook
  /** By column, every spelling of its header, normalised. */
  readonly headerWords: ReadonlyMap<number, ReadonlySet<string>>
  readonly columns: readonly MappedColumn[]
  /** Names of the list's own places, normalised; gathered when first asked for. */
  places(): ReadonlySet<string>
  /** The column of a field, from 0; the first one where a field may repeat. */
  readonly columnOf: ReadonlyMap<RosterField, number>
  /** ISO date that the titles name, if they do. */
  readonly titleDate: string | null
  /** What the numbers of coded columns mean, as the user chose. */
  readonly numbers: NumberMeanings
}

export type Kept = Readonly<Record<string, string>>

/** The values of a row about its household; rows that only repeat it share one block. */
export interface HouseholdBlock {
  readonly values: HouseholdValues
  readonly kept: Kept
  /** The row the values were read from, from 0. */
  readonly row: number
}

/** One row of a list, read: a person of a household, or (one row per household) a household by itself. */
export interface RosterRow {
  readonly sheet: MappedSheet
  /** From 0. */
  readonly row: number
  readonly block: HouseholdBlock
  readonly member: MemberValues | null
  readonly kept: Kept
}

export const NOTHING_KEPT: Kept = Object.freeze({})
