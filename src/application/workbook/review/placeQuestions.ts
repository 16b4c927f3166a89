import type { Change } from '../../../domain/changes/Change'
import type { ChangeDraft } from '../../../domain/changes/ChangeDraft'
import type { Forms } from '../../../domain/instrument/Forms'
import type { Problem } from '../../../domain/shared/Problem'
import type { Author } from '../../interview/recordAnswers'
import type { Texts } from '../../texts/Texts'
import { askBack } from './askBack'
import type { TakenReview } from './TakenReview'

/**
 * What asks the assessors, not written yet. Where a question has no place nothing is taken, and its cell is told: see `askBack`.
 */
export function placeQuestions(
  taken: TakenReview,
  changesOf: ReadonlyMap<string, readonly Change[]>,
  forms: Forms,
  texts: Texts,
  author: Author,
): { readonly taken: TakenReview; readonly drafts: readonly ChangeDraft[] } {
  const asked = askBack(taken.questions, changesOf, forms, texts, author)
  if (asked.ok) return { taken, drafts: asked.value }
  const problems = asked.problems.map((problem): Problem => {
    const { household } = problem.place
    const from = taken.questions.find((each) => each.household === household && each.path === problem.value)
    if (from === undefined) return problem
    const { sheet, cell } = from
    return { ...problem, place: { ...problem.place, sheet, cell }, value: from.value }
  })
  return { taken: { ...taken, decisions: [], questions: [], problems }, drafts: [] }
}
