import { basename } from 'node:path'
import { matchSecret } from '../application/lake/matchSecret'
import { refusal, success, type Result } from '../domain/shared/Result'
import { readText } from './readText'
import { TERMINAL_SALT } from './roster'

/** The secret in a file of `--match-salt`, without the space around it; null without a file. Refused: `match_salt_short`. */
export async function readMatchSalt(path: string | null): Promise<Result<string | null>> {
  if (path === null) return success(null)
  const text = await readText(path)
  return text.ok ? matchSecret(text.value, { file: basename(path) }) : text
}

/**
 * What the keys of a lake's households are made with: the project's salt; in place of the terminal's own, which everybody knows, the secret.
 * Refused: `lake_salt_public`.
 */
export function keysSalt(salt: string, matchSalt: string | null): Result<string> {
  if (salt !== TERMINAL_SALT) return success(salt)
  return matchSalt === null ? refusal('lake_salt_public') : success(`${salt} ${matchSalt}`)
}
