import { CRITERIA } from '../../../domain/programmes/assessment/criteria/Criterion'
import { columnsIn, type ColumnHead } from '../../tables/TableSpec'
import type { Texts, TermOf } from '../../texts/Texts'
import { listSheet, type WorkbookSheet } from '../WorkbookSheet'
import { COLUMN_ORIGINS } from './columnOrigins'

type Meaning = TermOf<'columnMeanings'>

interface DictionaryRow {
  readonly sheet: Pick<WorkbookSheet, 'key' | 'name'>
  readonly column: ColumnHead
}

/** Columns of which there are many alike, by how their key begins. */
const FAMILIES: Readonly<Record<string, Meaning>> = {
  answer: 'answer',
  form: 'form',
  mean: 'mean',
  outcome: 'outcome',
  part: 'variancePart',
  table: 'table',
  with: 'with',
}

/** Every column of every sheet, its own included: what it means in a sentence, of what type it is, where it comes from. */
export function dictionarySheet(sheets: readonly WorkbookSheet[], texts: Texts): WorkbookSheet {
  const column = columnsIn<DictionaryRow>(texts)
  const columns = [
    column('sheet', 16, 'text', ({ sheet }) => sheet.name),
    column('header', 28, 'text', (row) => row.column.label || null),
    column('meaning', 70, 'text', (row) => texts.term('columnMeanings', meaningOf(row))),
    column('cellType', 12, 'text', (row) => texts.term('cellTypes', row.column.type)),
    column('origin', 18, 'text', (row) => texts.term('origins', COLUMN_ORIGINS[meaningOf(row)])),
    column('columnKey', 28, 'text', (row) => row.column.key),
  ]
  const own = { key: 'dictionary', name: texts.term('sheets', 'dictionary'), columns } as const
  const rows = [...sheets, own].flatMap((sheet) => sheet.columns.map((each) => ({ sheet, column: each })))
  return { ...listSheet({ key: 'dictionary', columns }, rows, texts), inputs: [] }
}

/** The meaning of a column: its sheet's own, its family's, or what it means everywhere. One without any throws. */
function meaningOf({ sheet, column: { key } }: DictionaryRow): Meaning {
  const [criterion, reason] = key.split('_')
  const isCriterion = sheet.key === 'households' && CRITERIA.some((each) => each === criterion)
  const family = key.includes('_') ? FAMILIES[criterion ?? ''] : undefined
  const found = [
    `${sheet.key}_${key}`,
    ...(isCriterion ? [reason === undefined ? 'criterion' : 'criterionReason'] : []),
    ...(family === undefined ? [] : [family]),
    key,
    key.replace(/Weighted$/, ''),
  ].find((each) => each in COLUMN_ORIGINS)
  if (found === undefined) throw new Error(`column ${key} of sheet ${sheet.key} has no meaning`)
  return found as Meaning
}
