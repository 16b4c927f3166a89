import { basename } from 'node:path'
import { digest } from '../adapters/crypto/digest'
import { writeWorkbook } from '../adapters/excel/writeWorkbook'
import { textsOf } from '../adapters/resources/texts'
import { TERMINAL_SALT } from '../application/project/terminalSalt'
import { numberedNames } from '../application/roster/numberedNames'
import { parseSampleLogText } from '../application/sampling/parseSampleLog'
import { sampleLogText } from '../application/sampling/sampleLogText'
import { drawOfRoster, replayOfRoster, type RosterSample } from '../application/sampling/sampleOfRoster'
import { sampleSheets } from '../application/workbook/sheets/sampleSheets'
import type { Problem } from '../domain/shared/Problem'
import type { Result } from '../domain/shared/Result'
import { tellingFileTrouble } from './fileProblem'
import { hiddenSheetChoices } from './hiddenSheetChoices'
import { missingFiles, tellMissing } from './missingFiles'
import { outputProblems } from './outputProblems'
import { problemLines } from './problemLines'
import { print, warn } from './print'
import { readAnsweredRosters } from './readAnsweredRosters'
import { optionalText, readText } from './readText'
import { sampleJson, sampleReport } from './sampleReport'
import { parseSampleUsage, SAMPLE_USAGE, type DrawUsage, type SampleUsage } from './sampleUsage'
import { writeWhole, type WrittenFile } from './writeWhole'

/**
 * `yihu sample`: draws a sample of rosters and writes its log, or draws a logged one again.
 * Returns the exit code: 0 done, 1 refused with problems (nothing is written), 2 wrong usage.
 */
export async function sampleCommand(args: readonly string[]): Promise<number> {
  const usage = parseSampleUsage(args)
  if (usage === null) {
    warn(SAMPLE_USAGE)
    return 2
  }
  const missing = await missingFiles(filesOf(usage))
  if (missing.length > 0) return tellMissing(missing, usage.language)
  return tellingFileTrouble(
    () => sample(usage),
    (problems) => tell(usage, null, problems),
  )
}

async function sample(usage: SampleUsage): Promise<number> {
  const clashes = await outputProblems({ reads: filesOf(usage), writes: outputsOf(usage) })
  if (clashes.length > 0) return tell(usage, null, clashes)
  const made = await make(usage)
  if (!made.ok) return tell(usage, null, made.problems)
  const written = await write(usage, made.value)
  if (!written.ok) return tell(usage, null, [...made.value.warnings, ...written.problems])
  return tell(usage, made.value, made.value.warnings)
}

async function make(usage: SampleUsage): Promise<Result<RosterSample>> {
  if (usage.kind === 'draw') return draw(usage)
  const text = await readText(usage.log)
  const log = text.ok ? parseSampleLogText(text.value, basename(usage.log)) : text
  if (!log.ok) return log
  const salt = log.value.frame.salt ?? TERMINAL_SALT
  const roster = await readAnsweredRosters(usage.rosters, salt, log.value.answers)
  return replayOfRoster(roster, log.value, { digest, salt })
}

async function draw(usage: DrawUsage): Promise<Result<RosterSample>> {
  const salt = usage.salt ?? TERMINAL_SALT
  // The log keeps the choice of hidden sheets, and names files as the window's logs do.
  const names = numberedNames(usage.rosters.map((path) => basename(path)))
  const choices = hiddenSheetChoices(
    names.map((name) => ({ name })),
    usage.hiddenSheets,
  )
  const answers = { choices, statuses: [] }
  const roster = await readAnsweredRosters(usage.rosters, salt, answers)
  const plan = { ...usage, marked: optionalText(usage.marked), visited: optionalText(usage.visited) }
  return drawOfRoster(roster, answers, plan, { digest, salt })
}

function filesOf(usage: SampleUsage): readonly string[] {
  if (usage.kind === 'replay') return [usage.log, ...usage.rosters]
  return [...usage.rosters, usage.marked, usage.visited].filter((path) => path !== null)
}

function outputsOf(usage: SampleUsage): readonly (string | null)[] {
  return usage.kind === 'replay' ? [usage.out] : [usage.log, usage.out]
}

/** A list without the log that explains it must not go round: both are written, or neither. */
function write(usage: SampleUsage, { log, households }: RosterSample): Promise<Result<null>> {
  const files: WrittenFile[] = []
  if (usage.out !== null) {
    const sheets = sampleSheets(log, households, textsOf(usage.language))
    files.push({ path: usage.out, contentOf: () => writeWorkbook(sheets) })
  }
  if (usage.kind === 'draw') files.push({ path: usage.log, contentOf: () => [sampleLogText(log)] })
  return writeWhole(files)
}

/** With `--json` a refusal is still one document: nothing drawn, and why. */
function tell(usage: SampleUsage, made: RosterSample | null, problems: readonly Problem[]): number {
  const texts = textsOf(usage.language)
  if (usage.json) print(sampleJson(made?.log ?? null, problems, texts))
  else if (made !== null) print(sampleReport(made.log, usage, texts))
  if (problems.length > 0) warn(problemLines(problems, texts, usage.isVerbose))
  return made === null ? 1 : 0
}
