import { keyedHash } from '../adapters/crypto/keyedHash'
import { readSheets } from '../adapters/excel/readSheets'
import { rosterVocabulary } from '../adapters/resources/rosterVocabulary'
import { importRoster, type ImportedRoster } from '../application/roster/importRoster'
import {
  answeredHouseholds,
  NO_ANSWERS,
  sheetKey,
  type RosterAnswers,
} from '../application/roster/rosterAnswers'
import { readRosterFiles } from './readRosterFiles'

/** Reads the lists, with what people said of them in a window before. */
export async function readAnsweredRosters(
  paths: readonly string[],
  salt: string,
  { choices, statuses }: RosterAnswers = NO_ANSWERS,
): Promise<ImportedRoster> {
  // What a window was told names the files as the window does.
  const files = await readRosterFiles(paths, choices.length + statuses.length > 0 ? 'numbered' : 'by_folders')
  const read = importRoster({ files, salt, choices }, { readSheets, vocabulary: rosterVocabulary, keyedHash })
  const answers = new Map(statuses.map((each) => [sheetKey(each), each.status]))
  return { ...read, households: answeredHouseholds(read.households, answers) }
}
