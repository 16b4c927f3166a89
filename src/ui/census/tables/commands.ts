import type { CommandTable } from '../../app/keys/Command'

/** Keys of the tables of the census. */
export const TABLES_COMMANDS = {
  area: { keys: ['D'], label: 'censusTables.area' },
  beside: { keys: ['B'], label: 'censusTables.beside' },
  earlier: { keys: ['E'], label: 'censusTables.compare' },
  save: { keys: ['Ctrl+S'], label: 'censusTables.save' },
  print: { keys: ['Ctrl+P'], label: 'result.print' },
} as const satisfies CommandTable

/** Keys of the households behind a number of a table. */
export const CASES_COMMANDS = {
  result: { keys: ['R', 'Enter'], label: 'result.open' },
  back: { keys: ['Escape'], label: 'censusTables.back' },
} as const satisfies CommandTable
