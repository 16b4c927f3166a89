import { assessHousehold, type AssessmentRules } from '../../../assess/assessHousehold'
import { makeNameOf } from '../../../workbook/WorkbookInput'
import type { Texts } from '../../../texts/Texts'
import type { Interview } from '../../../../domain/interview/Interview'
import type { RosterHousehold } from '../../../../domain/roster/Roster'
import { bareWord } from '../../../workbook/review/decisionWords'
import type { CensusHousehold } from '../../CensusTally'
import { censusFingerprint } from '../censusFingerprint'

/** A household that a correction is proposed of, as it stands. */
export interface ProposedState {
  readonly household: RosterHousehold
  /** See `censusFingerprint`. */
  readonly fingerprint: string
  /** Ids of the people who are called so. */
  membersCalled(name: string): readonly string[]
}

/** How a household stands; `interview`: as the census counts it. */
export function proposedState(
  { household, changes }: Pick<CensusHousehold, 'household' | 'changes'>,
  interview: Interview,
  rules: AssessmentRules,
  languages: readonly Texts[],
): ProposedState {
  const { labels } = assessHousehold(household, changes, rules)
  const namings = languages.map((texts) => makeNameOf({ interview, labels }, texts))
  return {
    household,
    fingerprint: censusFingerprint(household, interview),
    membersCalled: (name) => {
      const isCalled = (member: string): boolean =>
        namings.some((nameOf) => bareWord(nameOf({ member }) ?? '') === bareWord(name))
      return interview.members.map(({ id }) => id).filter(isCalled)
    },
  }
}
