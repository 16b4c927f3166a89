import type { CommandTable } from '../../app/keys/Command'

export const CHECK_COMMANDS = {
  draw: { keys: ['D'], label: 'check.draw' },
} as const satisfies CommandTable
