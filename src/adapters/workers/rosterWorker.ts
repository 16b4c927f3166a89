/// <reference lib="webworker" />
import { importRoster, type ImportRosterRequest } from '../../application/importRoster'
import { keyedHash } from '../crypto/keyedHash'
import { readSheets } from '../excel/readSheets'
import { rosterVocabulary } from '../resources/rosterVocabulary'

/** Reads rosters off the window's thread: one request in, one roster out. */
self.onmessage = ({ data }: MessageEvent<ImportRosterRequest>) => {
  self.postMessage(importRoster(data, { readSheets, vocabulary: rosterVocabulary, keyedHash }))
}
