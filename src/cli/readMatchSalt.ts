import { basename } from 'node:path'
import { matchSecret } from '../application/lake/matchSecret'
import { success, type Result } from '../domain/shared/Result'
import { readText } from './readText'

/** The secret in a file of `--match-salt`, without the space around it; null without a file. Refused: `match_salt_short`. */
export async function readMatchSalt(path: string | null): Promise<Result<string | null>> {
  if (path === null) return success(null)
  const text = await readText(path)
  return text.ok ? matchSecret(text.value, { file: basename(path) }) : text
}
