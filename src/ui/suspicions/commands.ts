import type { CommandTable } from '../app/keys/Command'

export const SUSPICIONS_COMMANDS = {
  first: { keys: ['1'], label: 'suspicions.decide' },
  second: { keys: ['2'], label: 'suspicions.decide' },
  confirm: { keys: ['C'], label: 'suspicions.confirm' },
  tickAll: { keys: ['A'], label: 'suspicions.tickAll' },
  rebut: { keys: ['B'], label: 'suspicions.writeRebuttal' },
  ask: { keys: ['Q'], label: 'team.enquiry' },
  nextOpen: { keys: ['N'], label: 'suspicions.nextOpen' },
  result: { keys: ['R', 'Enter'], label: 'result.open' },
  verify: { keys: ['V'], label: 'households.verify' },
  list: { keys: ['L'], label: 'result.back' },
} as const satisfies CommandTable

/** Keys of the list, which has them while it has the focus. */
export const SUSPICION_LIST_COMMANDS = {
  tick: { keys: [' '], label: 'suspicions.tick' },
} as const satisfies CommandTable
