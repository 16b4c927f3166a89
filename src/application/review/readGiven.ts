import { settleHouseholds } from '../../domain/fieldwork/settleHouseholds'
import type { RosterHousehold } from '../../domain/roster/Roster'
import { success, type Result } from '../../domain/shared/Result'
import type { AssessmentRules } from '../assess/assessHousehold'
import type { GivenText } from '../assess/GivenText'
import { readAnswers } from '../assess/readAnswers'
import { parseFieldwork, type FieldworkFile } from '../households/FieldworkFile'

/** The fieldwork of a file; none without one. Refused: see `parseFieldwork`. */
export async function readFieldworkFile(
  roster: readonly RosterHousehold[],
  file: GivenText | null,
): Promise<Result<FieldworkFile>> {
  if (file === null) return success({ found: [], moves: [] })
  const text = await file.text()
  return text.ok ? parseFieldwork(text.value, file.name, roster) : text
}

/** The answers of a file to the current form, about the households as the fieldwork settled them. Refused: see `readAnswers`. */
export async function readAnswersFile(
  households: readonly RosterHousehold[],
  fieldwork: FieldworkFile,
  file: GivenText,
  { currentInstrument, standards }: AssessmentRules,
): ReturnType<typeof readAnswers> {
  const settled = settleHouseholds(households, { ...fieldwork, replacements: [] })
  const lines = await file.lines()
  if (!lines.ok) return lines
  return readAnswers(lines.value, {
    file: file.name,
    instrument: currentInstrument,
    households: new Map(settled.map(({ household }) => [household.id, household])),
    moved: new Set(fieldwork.moves.map(({ member }) => member)),
    asOf: standards.asOf,
  })
}
