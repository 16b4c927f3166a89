import type { Change } from '../../domain/changes/Change'
import type { Forms } from '../../domain/instrument/Forms'
import { hasContent, roundOf } from '../../domain/interview/bookkeeping'
import { interviewFacts, type InterviewFacts } from '../../domain/quality/QualityCase'
import { groupBy } from '../../domain/shared/groupBy'
import { comparedTwice } from '../rounds/comparedTwice'
import { isRoundClosed, roundChanges } from '../rounds/roundChanges'

export interface InterviewsPorts extends Forms {
  digest(text: string): string
}

/** What the quality desk needs of every interview of a household, by all of its changes. */
export function interviewsOf(
  household: string,
  changes: readonly Change[],
  ports: InterviewsPorts,
): readonly InterviewFacts[] {
  const own = changes.filter(({ entity }) => entity === 'interview')
  const twice = comparedAgain(own, ports)
  const interviews = [...groupBy(own, ({ entityId }) => entityId)]
  return interviews.flatMap(([id, ofInterview]) => {
    // A second entry is no visit.
    if (!hasContent(ofInterview) || roundOf(id) === 'entry') return []
    const read = interviewFacts(household, id, ofInterview, ports.digest, ports)
    return twice?.interview === id
      ? { ...read, backcheck: { compared: twice.compared, different: twice.different } }
      : read
  })
}

/** The household's back-check, once it is closed, against its first round. */
function comparedAgain(changes: readonly Change[], forms: Forms) {
  if (!isRoundClosed(roundChanges(changes, 'backcheck'))) return null
  const compared = comparedTwice(changes, forms)
  if (compared === undefined) return null
  const { again, answers } = compared
  const different = answers.filter(({ isSame }) => !isSame).length
  return { interview: again.id, compared: answers.length, different }
}
