import type { CommandTable } from './keys/Command'

/** Keys that work on every page. */
export const APP_COMMANDS = {
  help: { keys: ['F1'], label: 'help.heading' },
} as const satisfies CommandTable

/** Keys that work on every page of a project. */
export const FRAME_COMMANDS = {
  lock: { keys: ['Ctrl+L'], label: 'settings.lockNow' },
} as const satisfies CommandTable
