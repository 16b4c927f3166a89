import type { ChangeDraft } from '../../domain/changes/ChangeDraft'
import { refusal, success, type Result } from '../../domain/shared/Result'
import type { Author } from '../interview/recordAnswers'
import { projectDraft } from './keepRoll'

const ACCEPTED = 'accepted/'

/**
 * That the lead takes the package of a removed device all the same, and why; to be written with the merge. `package`: SHA-256 of the
 * file. Refused: `reason_missing`.
 */
export function acceptedDraft(
  accepted: { readonly package: string; readonly sender: string; readonly reason: string },
  author: Author,
): Result<ChangeDraft> {
  const reason = accepted.reason.trim()
  if (reason === '') return refusal('reason_missing')
  return success(projectDraft(ACCEPTED + accepted.package, accepted.sender, { ...author, reason }))
}
