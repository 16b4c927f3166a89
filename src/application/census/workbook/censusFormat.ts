import { REVIEW_PROPERTIES } from '../../workbook/review/reviewFormat'

/** What a census workbook says it is. */
export const CENSUS_FORMAT = 'census 1'

/** What its workbook of lists says it is: nothing comes back from it. */
export const CENSUS_LISTS_FORMAT = 'census-lists 1'

/** The properties of that file. */
export const CENSUS_LISTS = { [REVIEW_PROPERTIES.format]: CENSUS_LISTS_FORMAT }

/** Names of a census workbook that its way back relies on, besides those of `REVIEW_NAMES`; all of them columns. */
export const CENSUS_NAMES = {
  key: 'Census_key',
  fingerprint: 'Census_fingerprint',
  household: 'Proposal_household',
  question: 'Proposal_question',
  member: 'Proposal_member',
  value: 'Proposal_value',
  reason: 'Proposal_reason',
  by: 'Proposal_by',
} as const
