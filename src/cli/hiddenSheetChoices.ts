import type { RosterFile } from '../application/roster/spreadsheetPort'
import type { SheetChoice } from '../domain/roster/mapSheet'

/** The choice of every `--hidden-sheet NAME`, in whichever of the files it is. */
export function hiddenSheetChoices(
  files: readonly Pick<RosterFile, 'name'>[],
  sheets: readonly string[],
): readonly SheetChoice[] {
  return files.flatMap(({ name: file }) =>
    sheets.map((sheet): SheetChoice => ({ file, sheet, columns: {}, readHidden: true })),
  )
}
