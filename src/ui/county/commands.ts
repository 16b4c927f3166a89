import type { CommandTable } from '../app/keys/Command'

/** Keys of every page of the county. */
export const COUNTY_COMMANDS = {
  print: { keys: ['Ctrl+P'], label: 'result.print' },
} as const satisfies CommandTable

/** Keys of a list of households behind a number. */
export const BEHIND_COMMANDS = {
  result: { keys: ['R', 'Enter'], label: 'result.open' },
  back: { keys: ['Escape'], label: 'county.back' },
} as const satisfies CommandTable

export const MONITORING_COMMANDS = {
  result: { keys: ['R', 'Enter'], label: 'result.open' },
} as const satisfies CommandTable

export const BACKCHECKS_COMMANDS = {
  draw: { keys: ['D'], label: 'backchecks.draw' },
} as const satisfies CommandTable

export const VILLAGE_COMMANDS = {
  back: { keys: ['Escape'], label: 'county.back' },
} as const satisfies CommandTable
