import type { Change } from '../../domain/changes/Change'
import { refusal, type Result } from '../../domain/shared/Result'
import type { Author } from '../interview/recordAnswers'
import type { ProjectStore } from '../store/ProjectStore'
import { projectDraft } from './keepRoll'

const ACCEPTED = 'accepted/'

/**
 * Writes down that the lead took the package of a removed device all the same, and why. `package`: SHA-256 of the file.
 * Refused: `reason_missing`.
 */
export async function logAccepted(
  store: ProjectStore,
  accepted: { readonly package: string; readonly sender: string; readonly reason: string },
  author: Author,
): Promise<Result<readonly Change[]>> {
  const reason = accepted.reason.trim()
  if (reason === '') return refusal('reason_missing')
  return store.write([projectDraft(ACCEPTED + accepted.package, accepted.sender, { ...author, reason })])
}
