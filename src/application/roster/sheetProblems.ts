import { cellText } from '../../domain/roster/cellText'
import type { ReadSheet, SheetChoice } from '../../domain/roster/mapSheet'
import type { SheetTable } from '../../domain/roster/SheetTable'
import type { Problem } from '../../domain/shared/Problem'

/**
 * The problems of whole sheets. A file of which no sheet is a list is refused, and so is one all of whose lists
 * are hidden; beside a list that is read, notes and hidden lists are mentioned. A hidden sheet that was asked for and
 * is in no file refuses the import: it would be left out as before.
 */
export function sheetProblems(
  sheets: readonly ReadSheet[],
  choices: readonly SheetChoice[],
): readonly Problem[] {
  const read = new Set(sheets.flatMap(({ table, mapped }) => (mapped === null ? [] : [table.file])))
  const withHidden = new Set(sheets.flatMap(({ table, isLeftOut }) => (isLeftOut ? [table.file] : [])))
  const unread = sheets.filter(({ table, mapped }) => mapped === null && table.rowCount > 0)
  return [
    ...unread.map(({ table, isLeftOut }) =>
      isLeftOut
        ? hiddenList(table, read.has(table.file))
        : headless(table, read.has(table.file) || withHidden.has(table.file)),
    ),
    ...unknownSheets(sheets, choices),
  ]
}

function hiddenList(table: SheetTable, isBesideList: boolean): Problem {
  const isVeryHidden = table.visibility === 'very_hidden'
  const beside = isVeryHidden ? 'sheet_very_hidden' : 'sheet_hidden'
  const alone = isVeryHidden ? 'only_list_very_hidden' : 'only_list_hidden'
  return {
    code: isBesideList ? beside : alone,
    severity: isBesideList ? 'warning' : 'error',
    place: { file: table.file, sheet: table.sheet },
    value: null,
    details: { count: table.rowCount },
  }
}

function headless(table: SheetTable, hasList: boolean): Problem {
  return {
    code: hasList ? 'sheet_skipped' : 'no_header',
    severity: hasList ? 'note' : 'error',
    place: { file: table.file, sheet: table.sheet },
    value: firstText(table),
  }
}

function unknownSheets(sheets: readonly ReadSheet[], choices: readonly SheetChoice[]): readonly Problem[] {
  const known = new Set(sheets.map(({ table }) => table.sheet))
  const asked = new Set(choices.filter(({ readHidden }) => readHidden).map(({ sheet }) => sheet))
  return [...asked]
    .filter((sheet) => !known.has(sheet))
    .map((sheet) => ({ code: 'sheet_unknown', severity: 'error', place: {}, value: sheet }))
}

function firstText(table: SheetTable): string | null {
  for (let row = 0; row < Math.min(table.rowCount, SAMPLE_ROWS); row++) {
    for (let column = 0; column < table.widthOf(row); column++) {
      const text = cellText(table.cell(row, column))
      if (text !== null) return text
    }
  }
  return null
}

const SAMPLE_ROWS = 5
