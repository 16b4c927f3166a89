import type { CommandTable } from '../app/keys/Command'

export const QUALITY_COMMANDS = {
  village: { keys: ['1'], label: 'quality.tabs.village' },
  assessor: { keys: ['2'], label: 'quality.tabs.assessor' },
  findings: { keys: ['3'], label: 'quality.tabs.findings' },
  open: { keys: ['Enter'], label: 'quality.keys.open' },
  tickAll: { keys: ['A'], label: 'quality.keys.tickAll' },
  beside: { keys: ['S'], label: 'beside.heading' },
  turn: { keys: ['T'], label: 'quality.keys.turn' },
  change: { keys: ['M'], label: 'quality.change' },
  list: { keys: ['L'], label: 'quality.keys.choose' },
} as const satisfies CommandTable

/** Keys of the list of findings, which has them while it has the focus. */
export const FINDINGS_COMMANDS = {
  choose: { keys: ['ArrowUp', 'ArrowDown'], label: 'quality.keys.choose' },
  tick: { keys: [' '], label: 'quality.keys.tick' },
  otherCheck: { keys: ['ArrowLeft', 'ArrowRight'], label: 'quality.keys.otherCheck' },
} as const satisfies CommandTable
