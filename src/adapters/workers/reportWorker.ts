/// <reference lib="webworker" />
import type { Language } from '../../application/texts/Texts'
import { problemReport } from '../../application/workbook/problemReport'
import type { Problem } from '../../domain/shared/Problem'
import { readSheets } from '../excel/readSheets'
import { writeReport } from '../excel/writeReport'
import { textsOf } from '../resources/texts'
import { readGivenFiles } from './readGivenFiles'

export interface ReportRequest {
  readonly files: readonly File[]
  readonly problems: readonly Problem[]
  readonly language: Language
}

/**
 * Writes the report on an import off the window's thread. The files are read again, since their sheets were not kept. If one
 * of them has changed, the report lists the problems without the sheets.
 */
self.onmessage = ({ data }: MessageEvent<ReportRequest>) => {
  reportOf(data).then(
    (bytes) => self.postMessage(bytes, [bytes.buffer as ArrayBuffer]),
    // The window does not see a rejected promise, but an error thrown outside of one.
    (error: unknown) =>
      setTimeout(() => {
        throw error
      }),
  )
}

async function reportOf({ files, problems, language }: ReportRequest): Promise<Uint8Array> {
  const given = await readGivenFiles(files)
  const tables = given.ok ? given.value.flatMap((file) => readSheets(file).tables) : []
  return writeReport(problemReport(tables, problems, textsOf(language)))
}
