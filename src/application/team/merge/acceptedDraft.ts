import type { ChangeDraft } from '../../../domain/changes/ChangeDraft'
import { refusal, success, type Result } from '../../../domain/shared/Result'
import { PROJECT_FACTS, draftProjectFact } from '../../facts/projectFacts'
import type { Author } from '../../interview/recordAnswers'

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
  return success(
    draftProjectFact(PROJECT_FACTS.accepted, [accepted.package], accepted.sender, { ...author, reason }),
  )
}
