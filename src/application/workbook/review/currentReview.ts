import type { HouseholdDeterminations } from '../../../domain/programmes/assessment/determination/Determination'
import type { HouseholdRow } from '../../households/listHouseholds'
import { measuredSummary } from '../../measures/measuredHousehold'
import type { Texts } from '../../texts/Texts'
import { measuredOf, type ReviewedHousehold } from '../WorkbookInput'
import { decisionWords } from './decisionWords'
import { projectMark, type RowState } from './reviewFormat'
import type { CurrentReview } from './takeReview'

/** A project as workbooks come back to it: `salt` is what the keys are made with, `languages` those that workbooks are written in. */
export function currentReview(
  states: readonly RowState[],
  salt: string,
  languages: readonly Texts[],
): CurrentReview {
  return {
    project: projectMark(salt),
    households: new Map(states.map((state) => [state.household.id, state])),
    words: decisionWords(languages),
  }
}

/** How households stand by their assessments. */
export function reviewedStates(households: readonly ReviewedHousehold[]): readonly RowState[] {
  return households.map((reviewed) => {
    const { assessment, determinations } = reviewed
    return { household: assessment.household, measured: measuredOf(reviewed), determinations }
  })
}

/** The same by the summaries that a list keeps. */
export function listedStates(
  rows: readonly Pick<HouseholdRow, 'household' | 'summary'>[],
  determinations: ReadonlyMap<string, HouseholdDeterminations>,
): readonly RowState[] {
  return rows.map(({ household, summary }) => {
    const own = determinations.get(household.id)
    return { household, measured: measuredSummary(household, summary, own), determinations: own }
  })
}
