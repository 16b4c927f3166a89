/// <reference lib="webworker" />
import type { ReturnedWorkbook } from '../../application/workbook/review/ReturnedWorkbook'
import type { Result } from '../../domain/shared/Result'
import { readReview } from '../excel/readReview'
import { readGivenFiles } from './readGivenFiles'

/** Reads a review workbook that came back off the window's thread: one file in, what it says out. */
self.onmessage = async ({ data }: MessageEvent<File>) => {
  self.postMessage(await readIn(data))
}

async function readIn(given: File): Promise<Result<ReturnedWorkbook>> {
  const files = await readGivenFiles([given])
  if (!files.ok) return files
  const [file] = files.value
  if (file === undefined) throw new Error('one file was given')
  return readReview(file)
}
