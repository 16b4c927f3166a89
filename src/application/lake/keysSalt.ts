import { refusal, success, type Result } from '../../domain/shared/Result'
import { TERMINAL_SALT } from '../project/terminalSalt'

/**
 * What the keys of a lake's households are made with: the project's salt; in place of the terminal's own, which everybody knows, the secret.
 * Refused: `lake_salt_public`.
 */
export function keysSalt(salt: string, matchSalt: string | null): Result<string> {
  if (salt !== TERMINAL_SALT) return success(salt)
  return matchSalt === null ? refusal('lake_salt_public') : success(`${salt} ${matchSalt}`)
}
