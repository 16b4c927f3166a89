import { measuredHousehold } from '../../measures/measuredHousehold'
import type { Texts } from '../../texts/Texts'
import type { ReviewedHousehold } from '../WorkbookInput'
import { decisionWords } from './decisionWords'
import { projectMark, type RowState } from './reviewFormat'
import type { CurrentReview } from './takeReview'

/** A review as workbooks come back to it: `salt` is what the keys are made with, `languages` those that workbooks are written in. */
export function currentReview(
  households: readonly ReviewedHousehold[],
  salt: string,
  languages: readonly Texts[],
): CurrentReview {
  const states = households.map(({ assessment, determinations }): RowState => {
    const measured = measuredHousehold(assessment, determinations)
    return { household: assessment.household, measured, determinations }
  })
  return {
    project: projectMark(salt),
    households: new Map(states.map((state) => [state.household.id, state])),
    words: decisionWords(languages),
  }
}
