import type { CommandTable } from '../../app/keys/Command'

export const COVERAGE_COMMANDS = {
  villages: { keys: ['1'], label: 'coverage.tabs.villages' },
  people: { keys: ['2'], label: 'coverage.tabs.people' },
  steps: { keys: ['3'], label: 'coverage.tabs.steps' },
  checks: { keys: ['4'], label: 'coverage.tabs.checks' },
  open: { keys: ['Enter'], label: 'coverage.keys.open' },
  county: { keys: ['C'], label: 'coverage.keys.county' },
} as const satisfies CommandTable

/** Keys of the page of one area. Its form has the digits, the arrows and Enter while it has the focus. */
export const AREA_COMMANDS = {
  form: { keys: ['F'], label: 'coverage.keys.form' },
  evidence: { keys: ['E'], label: 'coverage.keys.evidence' },
  close: { keys: ['S'], label: 'coverage.keys.close' },
  back: { keys: ['Escape'], label: 'coverage.keys.back' },
} as const satisfies CommandTable

/** Keys of what the checks found, besides those of the page. */
export const CHECKS_COMMANDS = {
  open: { keys: ['Enter'], label: 'coverage.keys.checkOpen' },
  cases: { keys: ['B'], label: 'coverage.keys.checkCases' },
  turn: { keys: ['T'], label: 'coverage.keys.checkTurn' },
  tier: { keys: ['D'], label: 'coverage.keys.checkTier' },
  list: { keys: ['L'], label: 'coverage.keys.checkList' },
} as const satisfies CommandTable

/** Keys of the list of findings, which has them while it has the focus. */
export const CHECK_LIST_COMMANDS = {
  choose: { keys: ['ArrowUp', 'ArrowDown'], label: 'coverage.keys.checkChoose' },
  otherCheck: { keys: ['ArrowLeft', 'ArrowRight'], label: 'coverage.keys.checkOther' },
} as const satisfies CommandTable
