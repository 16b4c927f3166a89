import type { Problem } from '../../../domain/shared/Problem'
import { cellProblem, type SheetRows } from './SheetRows'
import { isTranslated } from './translatedText'

/** Columns that would change what is asked, or what is recorded, in ways that are not supported. */
const REFUSED_WHERE_FILLED: ReadonlySet<string> = new Set([
  'calculation',
  'choice_filter',
  'default',
  'parameters',
  'repeat_count',
  'trigger',
  'read_only',
  'offered',
])

const KNOWN: ReadonlySet<string> = new Set([
  'type',
  'name',
  'list_name',
  'relevant',
  'required',
  'constraint',
  'appearance',
])

/** Cells that cannot be followed are refused where they stand; a column that nobody knows is passed over, and told. */
export function columnProblems(sheet: SheetRows): readonly Problem[] {
  return sheet.columns.flatMap(({ name, place }): readonly Problem[] => {
    if (REFUSED_WHERE_FILLED.has(name) || /^(media|image|audio|video)(::|$)/.test(name))
      return sheet.rows
        .filter((row) => row.at(name) !== null)
        .map((row) => cellProblem('additional_column_unsupported', row, name, { column: name }))
    const isKnown =
      KNOWN.has(name) || isTranslated(name, ['label', 'hint', 'constraint_message', 'required_message'])
    return isKnown ? [] : [{ code: 'additional_column_ignored', severity: 'warning', place, value: name }]
  })
}
