/// <reference lib="webworker" />
import { readAdditional, type ReadAdditional } from '../../application/xlsform/additional/readAdditional'
import type { Result } from '../../domain/shared/Result'
import { readSheets } from '../excel/readSheets'
import { currentForm } from '../resources/instruments'
import type { ToAdditionalWorker } from './readAdditionalInWorker'
import { readGivenFiles } from './readGivenFiles'

/** Reads an XLSForm off the window's thread: one file in, its groups out. */
self.onmessage = async ({ data }: MessageEvent<ToAdditionalWorker>) => {
  self.postMessage(await readIn(data))
}

async function readIn({ file: given, kind }: ToAdditionalWorker): Promise<Result<ReadAdditional>> {
  const files = await readGivenFiles([given])
  if (!files.ok) return files
  const [file] = files.value
  if (file === undefined) throw new Error('one file was given')
  return readAdditional(file, currentForm(kind).data, readSheets)
}
