/// <reference lib="webworker" />
import { importPersonList, type PersonList } from '../../application/reconcile/importPersonList'
import type { Result } from '../../domain/shared/Result'
import { keyedHash } from '../crypto/keyedHash'
import { readSheets } from '../excel/readSheets'
import { rosterVocabulary } from '../resources/rosterVocabulary'
import { readGivenFiles } from './readGivenFiles'
import type { PersonListWork } from './readPersonListInWorker'

/** Reads a list of people off the window's thread. */
self.onmessage = async ({ data }: MessageEvent<PersonListWork>) => {
  self.postMessage(await read(data))
}

async function read({ files, salt }: PersonListWork): Promise<Result<PersonList>> {
  const given = await readGivenFiles(files)
  if (!given.ok) return given
  return importPersonList(
    { files: given.value, salt },
    { readSheets, vocabulary: rosterVocabulary, keyedHash },
  )
}
