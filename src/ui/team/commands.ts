import type { CommandTable } from '../app/keys/Command'

export const TEAM_COMMANDS = {
  even: { keys: ['E'], label: 'team.even' },
  sendAll: { keys: ['A'], label: 'team.sendAllShort' },
  print: { keys: ['Ctrl+P'], label: 'team.printKey' },
  undo: { keys: ['Z'], label: 'team.undo' },
} as const satisfies CommandTable
