import type { ReadSheets, RosterFile, SheetsOfFile } from '../../application/roster/spreadsheetPort'
import { archiveEntries } from '../archive/archiveEntries'
import { unpackBounded } from '../archive/unpackBounded'
import { refusedFile } from '../excel/fileProblem'
import { readSheets } from '../excel/readSheets'

/** Larger exports do not fit into memory once they are read. */
const LARGEST_BYTES = 400e6

/** Reads what a collecting program exports: a workbook, a CSV file, or an archive of CSV files, whose sheets belong together. */
export const readExport: ReadSheets = (file) =>
  isArchiveOfTables(file) ? readTables(file) : readSheets(file)

function isArchiveOfTables({ bytes }: RosterFile): boolean {
  const entries = archiveEntries(bytes) ?? []
  return entries.some(({ name }) => isTable(name)) && !entries.some(({ name }) => /\.(xml|bin)$/i.test(name))
}

function isTable(name: string): boolean {
  return /\.csv$/i.test(name)
}

function readTables({ name, bytes }: RosterFile): SheetsOfFile {
  const unpacked = unpackBounded(bytes, LARGEST_BYTES, isTable)
  if (unpacked.kind === 'damaged') return refusedFile(name, 'file_truncated')
  if (unpacked.kind === 'too_large') {
    const details = { megabytes: Math.round(unpacked.bytes / 1e6), limit: LARGEST_BYTES / 1e6 }
    return refusedFile(name, 'file_too_large', null, details)
  }
  const files = [...unpacked.files].map(([entry, content]) => ({ entry, content }))
  const read = files
    .filter(({ content }) => content.length > 0)
    .map(({ entry, content }) => readSheets({ name: `${name} › ${entry}`, bytes: content }))
  return {
    tables: read.flatMap(({ tables }) => tables),
    problems: read.flatMap(({ problems }) => problems),
  }
}
