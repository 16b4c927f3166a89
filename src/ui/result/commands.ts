import type { CommandTable } from '../app/keys/Command'

export const RESULT_COMMANDS = {
  print: { keys: ['Ctrl+P'], label: 'result.print' },
  before: { keys: ['Alt+PageUp'], label: 'result.before', repeats: true },
  after: { keys: ['Alt+PageDown'], label: 'result.after', repeats: true },
  turn: { keys: ['T'], label: 'returns.heading' },
  back: { keys: ['Escape'], label: 'result.back' },
} as const satisfies CommandTable
