/// <reference lib="webworker" />
import { readAdditional, type ReadAdditional } from '../../application/xlsform/additional/readAdditional'
import type { Result } from '../../domain/shared/Result'
import { readSheets } from '../excel/readSheets'
import { KNOWN_FORMS } from '../resources/instruments'
import { readGivenFiles } from './readGivenFiles'

/** Reads an XLSForm off the window's thread: one file in, its groups out. */
self.onmessage = async ({ data }: MessageEvent<File>) => {
  self.postMessage(await readIn(data))
}

async function readIn(given: File): Promise<Result<ReadAdditional>> {
  const files = await readGivenFiles([given])
  if (!files.ok) return files
  const [file] = files.value
  if (file === undefined) throw new Error('one file was given')
  return readAdditional(file, KNOWN_FORMS.currentInstrument.data, readSheets)
}
