import { writeReview } from '../adapters/excel/writeReview'
import { writeWorkbook } from '../adapters/excel/writeWorkbook'
import { STANDARDS } from '../adapters/resources/standards'
import { CENSUS_LISTS } from '../application/census/workbook/censusFormat'
import type { CensusWorkbook } from '../application/census/workbook/CensusWorkbook'
import type { TakenCensus } from '../application/census/takeCensus'
import type { StandardsInForce } from '../domain/standards/Standards'
import { listsPath } from './reviewOutput'
import type { WrittenFile } from './writeWhole'

/** A county that was counted, with the workbook that its households went into. */
export interface CountedFiles extends TakenCensus {
  readonly standards: StandardsInForce
  /** Null where none is wanted. */
  readonly workbook: CensusWorkbook | null
}

/** The census workbook, and that of its lists where they are apart, to be written; nothing where none is wanted. */
export function censusFiles(counted: CountedFiles, out: string | null): readonly WrittenFile[] {
  const { workbook, areas, standards } = counted
  if (out === null || workbook === null) return []
  const frame = { areas, standards, edition: STANDARDS.standards, sources: STANDARDS.sources }
  const contentOf = () => writeReview(workbook.sheets(counted, frame), workbook.mark(counted, frame))
  const lists = { path: listsPath(out), contentOf: () => writeWorkbook(workbook.lists(), CENSUS_LISTS) }
  return [{ path: out, contentOf }, ...(workbook.areListsApart ? [lists] : [])]
}
