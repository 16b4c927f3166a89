import { FIRST_CELL } from '../../../domain/programmes/census/tables/CompiledTable'
import { columnsIn } from '../../tables/TableSpec'
import type { Texts } from '../../texts/Texts'
import { listSheet, type WorkbookSheet } from '../../workbook/WorkbookSheet'
import { countName } from './codeNames'
import { baseFormula, countFormula, unansweredFormula } from './countFormulas'
import { baseOf, codeColumns, unansweredOf, wordColumns, type TableRow } from './tableRows'

/** How the county's tables are written. */
export interface CountyTables {
  readonly rows: readonly TableRow[]
  /** Counts are formulas over the sheets of codes; else values alone. */
  readonly areFormulas: boolean
  readonly isSampled: boolean
}

/** Every table of the county, a row a cell: count, share, who answered and who did not; in a sampled county the share's interval. */
export function countyTableSheet(
  { rows, areFormulas, isSampled }: CountyTables,
  texts: Texts,
): WorkbookSheet {
  const column = columnsIn<TableRow>(texts)
  const computed =
    (formula: (row: TableRow, isSampled: boolean) => string | null) =>
    (row: TableRow): string | null =>
      areFormulas ? formula(row, isSampled) : null
  const number = isSampled ? 'decimal' : 'integer'
  const columns = [
    ...wordColumns(texts),
    column('cases', 12, number, ({ cell }) => cell.count, computed(countFormula)),
    column(
      'caseShare',
      12,
      'percent',
      ({ cell }) => cell.share ?? (areFormulas ? '' : null),
      (row) => (areFormulas && row.cell.count !== null ? 'IF([base]=0,"",[cases]/[base])' : null),
    ),
    ...(isSampled
      ? [
          column('low', 12, 'percent', ({ cell }) => cell.interval?.low ?? null),
          column('high', 12, 'percent', ({ cell }) => cell.interval?.high ?? null),
        ]
      : []),
    column('base', 12, number, baseOf, computed(baseFormula)),
    column('withoutAnswer', 12, number, unansweredOf, computed(unansweredFormula)),
    column('counted_of', 24, 'text', ({ table }) => texts.term('censusPopulations', table.population)),
    column('caseCode', 10, 'integer', caseCodeOf),
    ...codeColumns(texts),
  ]
  return {
    ...listSheet({ key: 'censusTables', columns }, rows, texts),
    inputs: [],
    names: rows.map(({ table, cell }, row) => ({
      name: countName(table.id, cell.code, cell.column),
      column: 'cases',
      row,
    })),
    colours: [{ columns: ['tableCode', 'rowCode', 'columnCode'], when: 'TRUE', look: 'quiet' }],
  }
}

/** What stands for the cell on the sheet of codes; null where there is none. */
function caseCodeOf({ table: { coding, population }, index }: TableRow): number | null {
  if (population === 'county') return null
  return coding.kind === 'several' ? 1 : FIRST_CELL + index
}
