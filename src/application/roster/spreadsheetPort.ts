import type { SheetTable } from '../../domain/roster/SheetTable'
import type { Problem } from '../../domain/shared/Problem'

/** A file as the user gave it; `name` is only shown, the format is recognised from the bytes. */
export interface RosterFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** The sheets of a file, or the problems (severity `error`) for which it cannot be read. */
export interface SheetsOfFile {
  readonly tables: readonly SheetTable[]
  readonly problems: readonly Problem[]
}

/** Reads workbooks and CSV files. Never throws for what a file holds: that is a problem. */
export type ReadSheets = (file: RosterFile) => SheetsOfFile
