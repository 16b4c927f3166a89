/// <reference lib="webworker" />
import type { RosterFile } from '../../application/spreadsheetPort'
import type { Language } from '../../application/texts/Texts'
import { problemReport } from '../../application/workbook/problemReport'
import type { Problem } from '../../domain/shared/Problem'
import { readSheets } from '../excel/readSheets'
import { writeReport } from '../excel/writeReport'
import { textsOf } from '../resources/texts'

export interface ReportRequest {
  readonly files: readonly RosterFile[]
  readonly problems: readonly Problem[]
  readonly language: Language
}

/** Writes the report on an import off the window's thread; the files are read again, since nobody kept their sheets. */
self.onmessage = ({ data: { files, problems, language } }: MessageEvent<ReportRequest>) => {
  const tables = files.flatMap((file) => readSheets(file).tables)
  const report = problemReport(tables, problems, textsOf(language))
  writeReport(report).then(
    (bytes) => self.postMessage(bytes, [bytes.buffer as ArrayBuffer]),
    // A rejected promise tells the window nothing; an error thrown outside of one does.
    (error: unknown) =>
      setTimeout(() => {
        throw error
      }),
  )
}
