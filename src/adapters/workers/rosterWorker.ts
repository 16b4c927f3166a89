/// <reference lib="webworker" />
import {
  importRoster,
  refusedImport,
  type ImportedRoster,
  type ImportProgress,
  type ImportRosterRequest,
} from '../../application/roster/importRoster'
import { previewOf, villageTexts, type VillageText } from '../../application/roster/rosterPreview'
import { keyedHash } from '../crypto/keyedHash'
import { readSheets } from '../excel/readSheets'
import { rosterVocabulary } from '../resources/rosterVocabulary'
import { readGivenFiles } from './readGivenFiles'
import type { FromRosterWorker, RosterWorkerRequest } from './rosterMessages'

/** Characters of the villages in one message: receiving it takes a few milliseconds of the window's thread. */
const CHARACTERS_AT_ONCE = 200_000
const PROBLEMS_AT_ONCE = 1_000
const REPORTED_EVERY_MS = 60

let reportedAt = 0

/** Reads rosters off the window's thread: one request in; progress, villages, problems and the rest out. */
self.onmessage = async ({ data }: MessageEvent<RosterWorkerRequest>) => {
  const files = await readGivenFiles(data.files)
  const read = files.ok ? readIn({ ...data, files: files.value }) : refusedImport(files.problems)
  const { problems, ...rest } = previewOf(read)
  handVillages(read)
  for (let start = 0; start < problems.length; start += PROBLEMS_AT_ONCE)
    post({ kind: 'problems', problems: problems.slice(start, start + PROBLEMS_AT_ONCE) })
  post({ kind: 'done', rest })
}

/** Each portion is made once the one before is handed over. */
function handVillages(read: ImportedRoster): void {
  const { count, texts } = villageTexts(read)
  let done = 0
  let portion: VillageText[] = []
  let characters = 0
  for (const text of texts) {
    if (portion.length > 0 && characters + text.length > CHARACTERS_AT_ONCE) {
      post({ kind: 'villages', villages: portion })
      done += portion.length
      reportProgress({ stage: 'handing', done, total: count })
      portion = []
      characters = 0
    }
    portion.push(text)
    characters += text.length
  }
  if (portion.length > 0) post({ kind: 'villages', villages: portion })
}

function readIn(request: ImportRosterRequest): ImportedRoster {
  return importRoster(request, { readSheets, vocabulary: rosterVocabulary, keyedHash, tell: reportProgress })
}

function reportProgress(progress: ImportProgress): void {
  const now = performance.now()
  if (now - reportedAt < REPORTED_EVERY_MS) return
  reportedAt = now
  post({ kind: 'progress', progress })
}

function post(message: FromRosterWorker): void {
  self.postMessage(message)
}
