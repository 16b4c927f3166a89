import { basename } from 'node:path'
import { digest } from '../adapters/crypto/digest'
import { writeWorkbook } from '../adapters/excel/writeWorkbook'
import { textsOf } from '../adapters/resources/texts'
import { numberedNames } from '../application/numberedNames'
import type { ImportedRoster } from '../application/importRoster'
import { hasAnswers } from '../application/rosterAnswers'
import { frameOf } from '../application/sampling/frameOf'
import { makeSample, type MadeSample } from '../application/sampling/makeSample'
import { parseSampleLogText } from '../application/sampling/parseSampleLog'
import { replaySample } from '../application/sampling/replaySample'
import { sampleLogText } from '../application/sampling/sampleLogText'
import { sampleSheets } from '../application/workbook/sheets/sampleSheets'
import type { RosterHousehold } from '../domain/roster/Roster'
import { HOUSEHOLD_TYPES, type FrameHousehold } from '../domain/sampling/Frame'
import type { SamplingPlan } from '../domain/sampling/SamplingPlan'
import type { Problem } from '../domain/shared/Problem'
import { refusal, refusals, success, type Result } from '../domain/shared/Result'
import { tellingFileTrouble } from './fileProblem'
import { hiddenSheetChoices } from './hiddenSheetChoices'
import { missingFiles } from './missingFiles'
import { outputProblems } from './outputProblems'
import { problemLines } from './problemLines'
import { readAnsweredRosters } from './readAnsweredRosters'
import { readText } from './readText'
import { TERMINAL_SALT } from './roster'
import { sampleJson, sampleReport } from './sampleReport'
import {
  parseSampleUsage,
  SAMPLE_USAGE,
  type DrawUsage,
  type ReplayUsage,
  type SampleUsage,
} from './sampleUsage'
import { writeWhole, type WrittenFile } from './writeWhole'
import { print, warn } from './print'

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
  if (missing.length > 0) {
    warn(`${SAMPLE_USAGE}\n\nno such file: ${missing.join(', ')}`)
    return 2
  }
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

interface Made extends MadeSample {
  readonly households: readonly RosterHousehold[]
}

function make(usage: SampleUsage): Promise<Result<Made>> {
  return usage.kind === 'draw' ? draw(usage) : replay(usage)
}

async function replay(usage: ReplayUsage): Promise<Result<Made>> {
  const text = await readText(usage.log)
  const log = text.ok ? parseSampleLogText(text.value, basename(usage.log)) : text
  if (!log.ok) return log
  const salt = log.value.frame.salt ?? TERMINAL_SALT
  const roster = await readAnsweredRosters(usage.rosters, salt, log.value.answers)
  return ofList(roster, (households) => {
    const replayed = replaySample(log.value, frameOf(households), { digest, salt })
    return replayed.ok ? success({ log: replayed.value, warnings: [] }) : replayed
  })
}

async function draw(usage: DrawUsage): Promise<Result<Made>> {
  const salt = usage.salt ?? TERMINAL_SALT
  // The log keeps the choice of hidden sheets, and names files as the window's logs do.
  const names = numberedNames(usage.rosters.map((path) => basename(path)))
  const choices = hiddenSheetChoices(
    names.map((name) => ({ name })),
    usage.hiddenSheets,
  )
  const answers = { choices, statuses: [] }
  const roster = await readAnsweredRosters(usage.rosters, salt, answers)
  const { read, rejected } = roster.rows
  return ofList(roster, async (households) => {
    if (rejected > 0 && !usage.isRejectedAccepted)
      return refusal('sample_rows_rejected', String(rejected), { read })
    const frame = frameOf(households)
    const plan = await planOf(usage, frame)
    const made = plan.ok ? makeSample(frame, plan.value, { digest, salt }) : plan
    if (!made.ok) return made
    const accepted = { rows: rejected, accepted: true, reason: null } as const
    const log = {
      ...made.value.log,
      ...(hasAnswers(answers) && { answers }),
      ...(rejected > 0 && { rejected: accepted }),
    }
    return success({ ...made.value, log })
  })
}

/** What is wrong with the lists themselves is told with every sample, drawn or refused. */
async function ofList(
  { refused, households, problems }: ImportedRoster,
  makeOf: (households: readonly RosterHousehold[]) => Result<MadeSample> | Promise<Result<MadeSample>>,
): Promise<Result<Made>> {
  if (refused) return refusals(problems)
  const made = await makeOf(households)
  if (!made.ok) return refusals([...made.problems, ...problems])
  return success({ log: made.value.log, warnings: [...problems, ...made.value.warnings], households })
}

async function planOf(usage: DrawUsage, frame: readonly FrameHousehold[]): Promise<Result<SamplingPlan>> {
  const villages = [...new Set(frame.map(({ village }) => village))]
  const named = usage.supervised.map((text) => villageNamed(text, villages))
  const [marked, visited] = [await keysIn(usage.marked), await keysIn(usage.visited)]
  if (!marked.ok) return marked
  if (!visited.ok) return visited
  const problems = named.flatMap((found) => (typeof found === 'string' ? [] : [found]))
  if (problems.length > 0) return refusals(problems)
  const { seed, design, place, size, reserve } = usage
  const present = new Set(frame.map(({ type }) => type))
  return success({
    seed,
    design,
    place,
    size,
    villages: usage.villages,
    types: usage.types.length > 0 ? usage.types : HOUSEHOLD_TYPES.filter((type) => present.has(type)),
    supervised: named.flatMap((found) => (typeof found === 'string' ? [found] : [])),
    marked: { households: marked.value, rate: usage.markedRate },
    visited: { households: visited.value, rate: usage.visitedRate },
    reserve,
  })
}

/** The village meant by a name, or by the end of its path with townships before it. */
function villageNamed(text: string, villages: readonly string[]): string | Problem {
  const found = villages.filter((village) => village === text || village.endsWith(`/${text}`))
  const [village] = found
  if (village !== undefined && found.length === 1) return village
  const code = village === undefined ? 'sample_village_unknown' : 'sample_village_ambiguous'
  return { code, severity: 'error', place: {}, value: text, details: { villages: found.join(', ') } }
}

/** The keys of a file, one a line. */
async function keysIn(path: string | null): Promise<Result<readonly string[]>> {
  const text = path === null ? success('') : await readText(path)
  if (!text.ok) return text
  const lines = text.value.replace(/^\uFEFF/, '').split(/\r\n|[\r\n]/)
  return success([...new Set(lines.map((line) => line.trim()).filter((line) => line !== ''))])
}

function filesOf(usage: SampleUsage): readonly string[] {
  if (usage.kind === 'replay') return [usage.log, ...usage.rosters]
  return [...usage.rosters, usage.marked, usage.visited].filter((path) => path !== null)
}

function outputsOf(usage: SampleUsage): readonly (string | null)[] {
  return usage.kind === 'replay' ? [usage.out] : [usage.log, usage.out]
}

/** A list without the log that explains it must not go round: both are written, or neither. */
function write(usage: SampleUsage, { log, households }: Made): Promise<Result<null>> {
  const files: WrittenFile[] = []
  if (usage.out !== null) {
    const sheets = sampleSheets(log, households, textsOf(usage.language))
    files.push({ path: usage.out, contentOf: () => writeWorkbook(sheets) })
  }
  if (usage.kind === 'draw') files.push({ path: usage.log, contentOf: () => [sampleLogText(log)] })
  return writeWhole(files)
}

/** With `--json` a refusal is still one document: nothing drawn, and why. */
function tell(usage: SampleUsage, made: Made | null, problems: readonly Problem[]): number {
  const texts = textsOf(usage.language)
  if (usage.json) print(sampleJson(made?.log ?? null, problems, texts))
  else if (made !== null) print(sampleReport(made.log, usage, texts))
  if (problems.length > 0) warn(problemLines(problems, texts))
  return made === null ? 1 : 0
}
