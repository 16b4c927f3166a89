import type { KeyedHash } from '../../domain/roster/buildMember'
import type { SheetChoice } from '../../domain/roster/mapSheet'
import { readPersonList } from '../../domain/reconcile/readPersonList'
import type { RosterHousehold } from '../../domain/roster/Roster'
import type { RosterVocabulary } from '../../domain/roster/RosterVocabulary'
import type { Problem } from '../../domain/shared/Problem'
import { refusals, success, type Result } from '../../domain/shared/Result'
import { sheetProblems } from '../roster/sheetProblems'
import type { ReadSheets, RosterFile } from '../roster/spreadsheetPort'
import { shortProblem } from '../texts/shortProblem'

/** A list of people that was read, each a household of one. */
export interface PersonList {
  readonly persons: readonly RosterHousehold[]
  readonly rejected: number
  readonly problems: readonly Problem[]
}

export interface PersonListRequest {
  readonly files: readonly RosterFile[]
  /** The project's, as keys of the register are made. */
  readonly salt: string
  readonly choices?: readonly SheetChoice[]
}

/** Reads a list of people from files, all or nothing: see `importRoster`. Refused: `no_person`, and what is wrong with a whole file. */
export function importPersonList(
  { files, salt, choices = [] }: PersonListRequest,
  ports: {
    readonly readSheets: ReadSheets
    readonly vocabulary: RosterVocabulary
    readonly keyedHash: (salt: string) => KeyedHash
  },
): Result<PersonList> {
  const opened = files.map((file) => ports.readSheets(file))
  const tables = opened.flatMap((file) => file.tables)
  const read = readPersonList(tables, ports.vocabulary, choices, ports.keyedHash(salt))
  const headers = sheetProblems(read.sheets, choices)
  const isError = ({ severity }: Problem): boolean => severity === 'error'
  const refused = [...opened.flatMap((file) => file.problems), ...read.refusals, ...headers.filter(isError)]
  if (refused.length === 0 && read.persons.length === 0) {
    const place = { file: files.map(({ name }) => name).join(', ') }
    refused.push({ code: 'no_person', severity: 'error', place, value: null })
  }
  if (refused.length > 0) return refusals(refused.map(shortProblem))
  const problems = [...read.problems, ...headers.filter((problem) => !isError(problem))]
  return success({ persons: read.persons, rejected: read.rejected, problems: problems.map(shortProblem) })
}
