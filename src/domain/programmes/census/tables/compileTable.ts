import type { Evaluate } from '../../../instrument/compileExpression'
import { refusals, success, type Result } from '../../../shared/Result'
import { compileCodes, type Codes } from './compileCodes'
import {
  ANSWERED,
  FIRST_CELL,
  IN,
  MOST_CELLS,
  MOST_ROWS,
  OUT,
  UNANSWERED,
  type Coding,
  type CompiledTable,
} from './CompiledTable'
import type { RowData, TableData } from './TableData'
import type { TableNames } from './TableNames'
import { tableReport, type TableReport } from './TableReport'

/** One table ready to code cases with. Refused: see `compileTables`. */
export function compileTable(table: TableData, names: TableNames): Result<CompiledTable> {
  const report = tableReport(table, names)
  reportUnfitParts(table, report)
  const filter = table.filter === undefined ? null : report.compile(table.filter, 'filter', 'boolean')
  const rows = compileCodes(table.rows, 'row', table, names, report)
  const columns =
    table.columns === undefined ? null : compileCodes(table.columns, 'column', table, names, report)
  const coding = codingOf(table, filter, rows, columns, report)
  const cells = rows.labels.length * (columns?.labels.length ?? 1)
  if (cells > (coding.kind === 'several' ? MOST_ROWS : MOST_CELLS))
    report.fault('table_too_large', null, String(cells))
  if (report.problems.length > 0) return refusals(report.problems)
  const { id, label, population } = table
  return success({ id, label, population, rows: rows.labels, columns: columns?.labels ?? null, coding })
}

function codingOf(
  table: TableData,
  filter: Evaluate | null,
  rows: Codes,
  columns: Codes | null,
  report: TableReport,
): Coding {
  if (table.shareOf !== undefined) return amounts(rowsIn(table), table.shareOf, report)
  if (table.several !== true) return oneCode(filter, rows, columns)
  const answered = table.answered === undefined ? null : report.compile(table.answered, 'answered', 'boolean')
  return severalCodes(filter, rows, answered)
}

function oneCode(filter: Evaluate | null, rows: Codes, columns: Codes | null): Coding {
  const width = columns?.labels.length ?? 1
  return {
    kind: 'one',
    codeOf(frame) {
      if (filter !== null && filter(frame) !== true) return OUT
      const row = rows.first(frame)
      const column = columns === null ? 0 : columns.first(frame)
      return row < 0 || column < 0 ? UNANSWERED : FIRST_CELL + row * width + column
    },
  }
}

function severalCodes(filter: Evaluate | null, rows: Codes, answered: Evaluate | null): Coding {
  const { known } = rows
  return {
    kind: 'several',
    codeOf(frame) {
      if (filter !== null && filter(frame) !== true) return OUT
      const mask = rows.all(frame)
      const isAnswered = mask !== 0 || answered?.(frame) === true || (known !== null && known(frame) !== 0)
      return (IN | (isAnswered ? ANSWERED : 0) | mask) >>> 0
    },
    known: known === null ? null : (frame) => (known(frame) | rows.all(frame)) >>> 0,
  }
}

function amounts(rows: readonly RowData[], shareOf: string, report: TableReport): Coding {
  const counts = rows.map(({ code, count = '0' }) => report.compile(count, `row ${code}`, 'number'))
  const all = [...counts, report.compile(shareOf, 'shareOf', 'number')]
  return {
    kind: 'amounts',
    amountsOf: (frame) =>
      all.map((evaluate) => {
        const value = evaluate(frame)
        return typeof value === 'number' ? value : undefined
      }),
  }
}

/** Parts that do not go together are reported with the row that has them. */
function reportUnfitParts(table: TableData, report: TableReport): void {
  const { population, several, answered, shareOf, columns, filter } = table
  const unfit = (part: string | null, value: string): void => report.fault('table_parts_unfit', part, value)
  if (several === true && columns !== undefined) unfit(null, 'several, columns')
  if (several !== true && answered !== undefined) unfit(null, 'answered')
  if (shareOf !== undefined) {
    if (population !== 'county') unfit(null, `shareOf, ${population}`)
    if (several === true || columns !== undefined || filter !== undefined) unfit(null, 'shareOf')
    if ('by' in table.rows) unfit(null, 'shareOf, by')
  }
  for (const row of [...rowsIn(table), ...(columns === undefined || 'by' in columns ? [] : columns)]) {
    const given = (['when', 'yesTo', 'count'] as const).filter((part) => row[part] !== undefined)
    const isOfSeveral = row.answered !== undefined || row.yesTo !== undefined
    if (given.length !== 1) unfit(`row ${row.code}`, given.join(', '))
    else if ((row.count !== undefined) !== (shareOf !== undefined)) unfit(`row ${row.code}`, 'count')
    else if (isOfSeveral && several !== true) unfit(`row ${row.code}`, 'answered')
  }
}

function rowsIn({ rows }: TableData): readonly RowData[] {
  return 'by' in rows ? [] : rows
}
