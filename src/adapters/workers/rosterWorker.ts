/// <reference lib="webworker" />
import {
  importRoster,
  refusedImport,
  type ImportedRoster,
  type ImportProgress,
  type ImportRosterRequest,
} from '../../application/importRoster'
import { previewOf } from '../../application/rosterPreview'
import { keyedHash } from '../crypto/keyedHash'
import { readSheets } from '../excel/readSheets'
import { rosterVocabulary } from '../resources/rosterVocabulary'
import { readGivenFiles } from './readGivenFiles'
import type { FromRosterWorker, RosterWorkerRequest } from './rosterMessages'

const VILLAGES_AT_ONCE = 20
const PROBLEMS_AT_ONCE = 1_000
const TOLD_EVERY_MS = 60

let toldAt = 0

/** Reads rosters off the window's thread: one request in; progress, villages, problems and the rest out. */
self.onmessage = async ({ data }: MessageEvent<RosterWorkerRequest>) => {
  const files = await readGivenFiles(data.files)
  const read = files.ok ? readIn({ ...data, files: files.value }) : refusedImport(files.problems)
  const { villages, problems, ...rest } = previewOf(read)
  for (let start = 0; start < villages.length; start += VILLAGES_AT_ONCE) {
    tell({ stage: 'handing', done: start, total: villages.length })
    post({ kind: 'villages', villages: villages.slice(start, start + VILLAGES_AT_ONCE) })
  }
  for (let start = 0; start < problems.length; start += PROBLEMS_AT_ONCE)
    post({ kind: 'problems', problems: problems.slice(start, start + PROBLEMS_AT_ONCE) })
  post({ kind: 'done', rest })
}

function readIn(request: ImportRosterRequest): ImportedRoster {
  return importRoster(request, { readSheets, vocabulary: rosterVocabulary, keyedHash, tell })
}

function tell(progress: ImportProgress): void {
  const now = performance.now()
  if (now - toldAt < TOLD_EVERY_MS) return
  toldAt = now
  post({ kind: 'progress', progress })
}

function post(message: FromRosterWorker): void {
  self.postMessage(message)
}
