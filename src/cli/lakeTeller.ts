import { writeWorkbook } from '../adapters/excel/writeWorkbook'
import { lakeCodedTables } from '../adapters/resources/censusTables'
import type { LakeTable } from '../application/lake/tables/censusTables'
import type { AreaMeasures } from '../application/lake/tables/measures'
import { lakeMeasureSheets } from '../application/lake/workbook/lakeMeasureSheets'
import { lakeTableSheet } from '../application/lake/workbook/lakeTableSheet'
import type { Texts } from '../application/texts/Texts'
import { EXCEL_ROW_LIMIT } from '../application/workbook/WorkbookSheet'
import type { Problem } from '../domain/shared/Problem'
import { lakeDocument } from './lakeDocument'
import { measuresText, tableText } from './lakeTold'
import { print, warn } from './print'
import { problemLines } from './problemLines'
import { writtenLines } from './reviewOutput'
import type { TablesUsage } from './tablesUsage'
import { writeWhole, type WrittenFile } from './writeWhole'

/** Tells what is counted as it comes, and writes the workbook at the end. */
export interface LakeTeller {
  table(table: LakeTable): void
  measures(measures: AreaMeasures): void
  /** Returns the exit code: 1 where a problem is an error; then no workbook is written. */
  end(problems: readonly Problem[]): Promise<number>
}

export function lakeTeller(
  { json, out, isVerbose, language }: Pick<TablesUsage, 'json' | 'out' | 'isVerbose' | 'language'>,
  texts: Texts,
): LakeTeller {
  const heads = new Map(lakeCodedTables().map((table) => [table.id, table]))
  const document = json ? lakeDocument(texts) : null
  const [tables, areas]: [LakeTable[], AreaMeasures[]] = [[], []]
  let cells = 0
  return {
    table(table) {
      cells += table.rows.length
      if (out !== null && cells < EXCEL_ROW_LIMIT) tables.push(table)
      if (document !== null) document.table(table)
      else tell(tableText(table, heads, texts))
    },
    measures(measures) {
      cells += measures.measures.length + measures.places.length
      if (out !== null && cells < EXCEL_ROW_LIMIT) areas.push(measures)
      if (document !== null) document.measures(measures)
      else tell(measuresText(measures, texts))
    },
    async end(problems) {
      const all = [...problems]
      if (out !== null && cells >= EXCEL_ROW_LIMIT) all.push(sheetFull(cells))
      if (out !== null && !all.some(isError)) {
        const sheets =
          areas.length > 0
            ? lakeMeasureSheets(areas, texts)
            : [lakeTableSheet(tables, [...heads.values()], texts)]
        const file: WrittenFile = { path: out, contentOf: () => writeWorkbook(sheets) }
        const written = await writeWhole([file])
        if (!written.ok) all.push(...written.problems)
        else if (document === null) print(writtenLines([file], language).join('\n'))
      }
      document?.end(all)
      if (all.length > 0) warn(problemLines(all, texts, isVerbose))
      return all.some(isError) ? 1 : 0
    },
  }
}

function tell(text: string | null): void {
  if (text !== null) print(text)
}

function isError({ severity }: Problem): boolean {
  return severity === 'error'
}

function sheetFull(rows: number): Problem {
  const details = { most: EXCEL_ROW_LIMIT - 1 }
  return { code: 'lake_sheet_full', severity: 'error', place: {}, value: String(rows), details }
}
