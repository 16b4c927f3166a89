import type { CommandTable } from '../app/keys/Command'

export const HOUSEHOLDS_COMMANDS = {
  interview: { keys: ['Enter'], label: 'households.interview' },
  search: { keys: ['/'], label: 'households.search' },
  result: { keys: ['R'], label: 'result.open' },
  next: { keys: ['N'], label: 'households.next' },
  showAll: { keys: ['0'], label: 'households.reset' },
  showReturned: { keys: ['T'], label: 'returns.showOnly' },
  add: { keys: ['A'], label: 'households.add' },
  move: { keys: ['M'], label: 'households.move' },
  split: { keys: ['F'], label: 'households.split' },
  verify: { keys: ['V'], label: 'households.verify' },
  backcheck: { keys: ['B'], label: 'households.assignBackcheck' },
  contact: { keys: ['C'], label: 'contacts.open' },
  paper: { keys: ['P'], label: 'paper.open' },
  supervise: { keys: ['S'], label: 'households.supervise' },
} as const satisfies CommandTable
