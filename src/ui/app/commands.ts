import type { CommandTable } from './keys/Command'

/** Keys that work on every page of a project. */
export const FRAME_COMMANDS = {
  lock: { keys: ['Ctrl+L'], label: 'settings.lockNow' },
} as const satisfies CommandTable
