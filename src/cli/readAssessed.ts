import { basename } from 'node:path'
import { keyedHash } from '../adapters/crypto/keyedHash'
import { readSheets } from '../adapters/excel/readSheets'
import { rosterVocabulary } from '../adapters/resources/rosterVocabulary'
import { TERMINAL_SALT } from '../application/project/terminalSalt'
import { importRoster, type ImportedRoster } from '../application/roster/importRoster'
import { parseSampleLogText } from '../application/sampling/parseSampleLog'
import type { SampleLog } from '../application/sampling/SampleLog'
import { success, type Result } from '../domain/shared/Result'
import type { AssessUsage } from './assessUsage'
import { hiddenSheetChoices } from './hiddenSheetChoices'
import { readAnsweredRosters } from './readAnsweredRosters'
import { readRosterFiles } from './readRosterFiles'
import { readText } from './readText'

/**
 * Reads the lists, as what was drawn from them was: keys are made with the salt given, else with the log's, and what people said
 * of the list for the draw holds here too.
 */
export async function readAssessed(log: SampleLog | null, usage: AssessUsage): Promise<ImportedRoster> {
  const salt = keySalt(log, usage)
  if (log?.answers !== undefined) return readAnsweredRosters(usage.rosters, salt, log.answers)
  const files = await readRosterFiles(usage.rosters)
  return importRoster(
    { files, salt, choices: hiddenSheetChoices(files, usage.hiddenSheets) },
    { readSheets, vocabulary: rosterVocabulary, keyedHash },
  )
}

/** What keys are made with. */
export function keySalt(log: SampleLog | null, { salt }: Pick<AssessUsage, 'salt'>): string {
  return salt ?? log?.frame.salt ?? TERMINAL_SALT
}

/** The log of `--sample`, if there is one. Refused: see `parseSampleLog`. */
export async function readSampleFile({ sample }: AssessUsage): Promise<Result<SampleLog | null>> {
  if (sample === null) return success(null)
  const text = await readText(sample)
  return text.ok ? parseSampleLogText(text.value, basename(sample)) : text
}
