import type { CommandTable } from '../app/keys/Command'

export const TEAM_COMMANDS = {
  even: { keys: ['E'], label: 'team.even' },
  undo: { keys: ['Z'], label: 'team.undo' },
} as const satisfies CommandTable
