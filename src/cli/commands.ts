import { answersCommand } from './answers'
import { assessCommand } from './assess'
import { censusCommand } from './census'
import { decisionsCommand } from './decisions'
import { exportCommand } from './export'
import { formsCommand } from './forms'
import { lakeCheckCommand } from './lakeCheck'
import { mergeCommand } from './merge'
import { practiceCommand } from './practice'
import { reconcileCommand } from './reconcile'
import { rosterCommand } from './roster'
import { sampleCommand } from './sample'
import { tablesCommand } from './tables'
import { verifyCommand } from './verify'
import { xlsformCommand } from './xlsform'

/** Every command of the terminal by its name; each takes its words and returns the exit code. */
export const COMMANDS = {
  roster: rosterCommand,
  sample: sampleCommand,
  practice: practiceCommand,
  assess: assessCommand,
  census: censusCommand,
  decisions: decisionsCommand,
  merge: mergeCommand,
  verify: verifyCommand,
  export: exportCommand,
  // Its engines take a tenth of a second to load.
  load: async (args) => (await import('./load')).loadCommand(args),
  reconcile: reconcileCommand,
  forms: formsCommand,
  xlsform: xlsformCommand,
  answers: answersCommand,
  tables: tablesCommand,
  'lake-check': lakeCheckCommand,
} as const satisfies Readonly<Record<string, (args: readonly string[]) => Promise<number>>>
