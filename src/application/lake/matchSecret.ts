import type { Problem } from '../../domain/shared/Problem'
import { refusals, success, type Result } from '../../domain/shared/Result'

/** Shorter secrets can be guessed. */
const FEWEST_CHARACTERS = 16

/** The secret of whoever matches lakes, without the space around it. `place`: the file that it is from. Refused: `match_salt_short`. */
export function matchSecret(text: string, place: Problem['place'] = {}): Result<string> {
  const secret = text.trim()
  if (secret.length >= FEWEST_CHARACTERS) return success(secret)
  const details = { fewest: FEWEST_CHARACTERS }
  return refusals([{ code: 'match_salt_short', severity: 'error', place, value: null, details }])
}
