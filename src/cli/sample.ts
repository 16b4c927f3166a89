import { readFile, rm } from 'node:fs/promises'
import { basename } from 'node:path'
import { digest } from '../adapters/crypto/digest'
import { keyedHash } from '../adapters/crypto/keyedHash'
import { readSheets } from '../adapters/excel/readSheets'
import { writeWorkbook } from '../adapters/excel/writeWorkbook'
import { rosterVocabulary } from '../adapters/resources/rosterVocabulary'
import { textsOf } from '../adapters/resources/texts'
import { importRoster, type ImportedRoster } from '../application/importRoster'
import {
  answeredHouseholds,
  hasAnswers,
  NO_ANSWERS,
  sheetKey,
  type RosterAnswers,
} from '../application/rosterAnswers'
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
import { refusals, success, type Result } from '../domain/shared/Result'
import { hiddenSheetChoices } from './hiddenSheetChoices'
import { missingFiles } from './missingFiles'
import { problemLines } from './problemLines'
import { TERMINAL_SALT } from './roster'
import { sampleJson, sampleReport } from './sampleReport'
import { parseSampleUsage, SAMPLE_USAGE, type DrawUsage, type SampleUsage } from './sampleUsage'
import { writeWhole } from './writeWhole'

/**
 * `yihu sample`: draws a sample of rosters and writes its log, or draws a logged one again.
 * Returns the exit code: 0 done, 1 refused with problems (nothing is written), 2 wrong usage.
 */
export async function sampleCommand(args: readonly string[]): Promise<number> {
  const usage = parseSampleUsage(args)
  if (usage === null) {
    console.error(SAMPLE_USAGE)
    return 2
  }
  const missing = await missingFiles(filesOf(usage))
  if (missing.length > 0) {
    console.error(`${SAMPLE_USAGE}\n\nno such file: ${missing.join(', ')}`)
    return 2
  }
  const made = await make(usage)
  if (!made.ok) return tell(usage, null, made.problems)
  const written = await write(usage, made.value)
  if (!written.ok) return tell(usage, null, [...made.value.warnings, ...written.problems])
  return tell(usage, made.value, made.value.warnings)
}

interface Made extends MadeSample {
  readonly households: readonly RosterHousehold[]
}

async function make(usage: SampleUsage): Promise<Result<Made>> {
  if (usage.kind === 'replay') {
    const log = parseSampleLogText(await readFile(usage.log, 'utf8'), basename(usage.log))
    if (!log.ok) return log
    const salt = log.value.frame.salt ?? TERMINAL_SALT
    const roster = await readRosters(usage.rosters, salt, log.value.answers)
    if (roster.refused) return refusals(roster.problems)
    const { households } = roster
    const replayed = replaySample(log.value, frameOf(households), { digest, salt })
    return replayed.ok ? success({ log: replayed.value, warnings: [], households }) : replayed
  }
  const salt = usage.salt ?? TERMINAL_SALT
  const files = usage.rosters.map((path) => ({ name: basename(path) }))
  const answers = { choices: hiddenSheetChoices(files, usage.hiddenSheets), statuses: [] }
  const roster = await readRosters(usage.rosters, salt, answers)
  if (roster.refused) return refusals(roster.problems)
  const { households } = roster
  const frame = frameOf(households)
  const plan = await planOf(usage, frame)
  if (!plan.ok) return plan
  const made = makeSample(frame, plan.value, { digest, salt })
  if (!made.ok) return made
  const log = hasAnswers(answers) ? { ...made.value.log, answers } : made.value.log
  return success({ ...made.value, log, households })
}

/** Reads the lists, with what people said of them in a window before. */
async function readRosters(
  paths: readonly string[],
  salt: string,
  { choices, statuses }: RosterAnswers = NO_ANSWERS,
): Promise<ImportedRoster> {
  const files = await Promise.all(
    paths.map(async (path) => ({ name: basename(path), bytes: await readFile(path) })),
  )
  const read = importRoster({ files, salt, choices }, { readSheets, vocabulary: rosterVocabulary, keyedHash })
  const answers = new Map(statuses.map((each) => [sheetKey(each), each.status]))
  return { ...read, households: answeredHouseholds(read.households, answers) }
}

async function planOf(usage: DrawUsage, frame: readonly FrameHousehold[]): Promise<Result<SamplingPlan>> {
  const villages = [...new Set(frame.map(({ village }) => village))]
  const named = usage.supervised.map((text) => villageNamed(text, villages))
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
    marked: { households: await keysIn(usage.marked), rate: usage.markedRate },
    visited: { households: await keysIn(usage.visited), rate: usage.visitedRate },
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
async function keysIn(path: string | null): Promise<readonly string[]> {
  if (path === null) return []
  const lines = (await readFile(path, 'utf8')).replace(/^\uFEFF/, '').split(/\r?\n/)
  return [...new Set(lines.map((line) => line.trim()).filter((line) => line !== ''))]
}

function filesOf(usage: SampleUsage): readonly string[] {
  if (usage.kind === 'replay') return [usage.log, ...usage.rosters]
  return [...usage.rosters, usage.marked, usage.visited].filter((path) => path !== null)
}

async function write(usage: SampleUsage, { log, households }: Made): Promise<Result<null>> {
  if (usage.out !== null) {
    const sheets = sampleSheets(log, households, textsOf(usage.language))
    const written = await writeWhole(usage.out, await writeWorkbook(sheets))
    if (!written.ok) return written
  }
  if (usage.kind === 'replay') return success(null)
  const logged = await writeWhole(usage.log, new TextEncoder().encode(sampleLogText(log)))
  // A list without the log that explains it must not go round.
  if (!logged.ok && usage.out !== null) await rm(usage.out, { force: true })
  return logged
}

/** With `--json` a refusal is still one document: nothing drawn, and why. */
function tell(usage: SampleUsage, made: Made | null, problems: readonly Problem[]): number {
  const texts = textsOf(usage.language)
  if (usage.json) console.log(sampleJson(made?.log ?? null, problems, texts))
  else if (made !== null) console.log(sampleReport(made.log, usage, texts))
  if (problems.length > 0) console.error(problemLines(problems, texts))
  return made === null ? 1 : 0
}
