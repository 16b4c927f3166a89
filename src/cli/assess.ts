import { basename } from 'node:path'
import { keyedHash } from '../adapters/crypto/keyedHash'
import { newReplica } from '../adapters/crypto/newReplica'
import { readSheets } from '../adapters/excel/readSheets'
import { writeWorkbook } from '../adapters/excel/writeWorkbook'
import { MemoryStore } from '../adapters/memory/MemoryStore'
import { CURRENT_INSTRUMENT, instrumentOf } from '../adapters/resources/instruments'
import { rosterVocabulary } from '../adapters/resources/rosterVocabulary'
import { STANDARDS } from '../adapters/resources/standards'
import { textsOf } from '../adapters/resources/texts'
import { adoptRoster } from '../application/adoptRoster'
import { checkProblems } from '../application/assess/checkProblems'
import { assessProject } from '../application/assess/assessProject'
import type { HouseholdAssessment } from '../application/assess/assessHousehold'
import { readAnswers } from '../application/assess/readAnswers'
import { writeAnswers } from '../application/assess/writeAnswers'
import { determinationsOf } from '../application/determination/determinationsOf'
import { importRoster, type ImportedRoster } from '../application/importRoster'
import { measuredHouseholds, reportCounty, type CountyReport } from '../application/measures/reportCounty'
import type { SampleLog } from '../application/sampling/SampleLog'
import type { Texts } from '../application/texts/Texts'
import { buildWorkbook, type WorkbookInput } from '../application/workbook/buildWorkbook'
import { EMPTY_COUNTY_FORM } from '../domain/county/CountyForm'
import type { Instrument } from '../domain/instrument/loadInstrument'
import type { VillageForm } from '../domain/villages/VillageForm'
import type { RosterHousehold } from '../domain/roster/Roster'
import type { Problem } from '../domain/shared/Problem'
import type { Result } from '../domain/shared/Result'
import { resolveStandards } from '../domain/standards/resolveStandards'
import type { StandardsInForce } from '../domain/standards/Standards'
import {
  drawnBy,
  readSampleFile,
  readTotalsFile,
  takeDeterminations,
  takeStandingSuspicions,
  type DrawnHouseholds,
} from './assessInputs'
import { assessmentJson } from './assessmentJson'
import { assessmentReport } from './assessmentReport'
import { ASSESS_USAGE, parseAssessUsage, type AssessUsage } from './assessUsage'
import { hiddenSheetChoices } from './hiddenSheetChoices'
import { missingFiles } from './missingFiles'
import { outputProblems } from './outputProblems'
import { problemLines } from './problemLines'
import { readAnsweredRosters } from './readAnsweredRosters'
import { readRosterFiles } from './readRosterFiles'
import { readTextLines } from './readText'
import { TERMINAL_SALT } from './roster'
import { writeWhole } from './writeWhole'
import { print, warn } from './print'

/** Who an answers file's lines are by when they do not say. */
const TERMINAL_PERSON = 'terminal'

/**
 * `yihu assess`: judges the households of rosters by an answers file, over a store in memory.
 * Returns the exit code: 0 done, 1 refused with problems (nothing is written), 2 wrong usage.
 */
export async function assessCommand(args: readonly string[]): Promise<number> {
  const usage = parseAssessUsage(args)
  if (usage === null) {
    warn(ASSESS_USAGE)
    return 2
  }
  const optional = [usage.totals, usage.determinations, usage.sample].filter((path) => path !== null)
  const reads = [...usage.rosters, usage.answers, ...optional]
  const missing = await missingFiles(reads)
  if (missing.length > 0) {
    warn(`${ASSESS_USAGE}\n\nno such file: ${missing.join(', ')}`)
    return 2
  }
  const texts = textsOf(usage.language)
  const clashes = await outputProblems({ reads, writes: [usage.out] })
  if (clashes.length > 0) return refuse(clashes, null, usage, texts)
  const standards = resolveStandards(STANDARDS, usage)
  if (!standards.ok) return refuse(standards.problems, null, usage, texts)
  const log = await readSampleFile(usage)
  if (!log.ok) return refuse(log.problems, standards.value, usage, texts)
  const roster = await readAssessed(log.value, usage)
  if (roster.refused) return refuse(roster.problems, standards.value, usage, texts)

  const assessed = await assess(roster.households, log.value, standards.value, usage)
  const problems = [...roster.problems, ...assessed.problems]
  if (!assessed.isSound) return refuse(problems, standards.value, usage, texts)
  const { assessments, report, determinations } = assessed

  if (usage.out !== null) {
    const input = {
      assessments,
      report,
      determinations,
      // The terminal takes no village's form in.
      villageForms: new Map<string, VillageForm>(),
      countyForm: EMPTY_COUNTY_FORM,
      readingChoices: [],
      draws:
        log.value === null ? [] : [{ log: log.value, person: null, at: null, reason: '', isInForce: true }],
      rosterProblems: roster.problems,
      standards: standards.value,
      edition: STANDARDS.standards,
      sources: STANDARDS.sources,
      isIdInFull: usage.isIdInFull,
      ...(usage.sample !== null && { samplingOf: assessed.samplingOf }),
      texts,
    }
    const written = await writeWhole(usage.out, await writeWorkbook(buildWorkbook(input)))
    if (!written.ok) return refuse([...problems, ...written.problems], standards.value, usage, texts)
  }
  tell(assessed, problems, standards.value, usage, texts)
  return 0
}

interface Sound {
  readonly isSound: true
  readonly assessments: readonly HouseholdAssessment[]
  readonly report: CountyReport
  readonly samplingOf: DrawnHouseholds['samplingOf']
  readonly determinations: WorkbookInput['determinations']
  readonly problems: readonly Problem[]
}

interface Unsound {
  readonly isSound: false
  readonly problems: readonly Problem[]
}

/**
 * Reads the lists, as what was drawn from them was: keys are made with the salt given, else with the log's, and what people said
 * of the list for the draw holds here too.
 */
async function readAssessed(log: SampleLog | null, usage: AssessUsage): Promise<ImportedRoster> {
  const salt = usage.salt ?? log?.frame.salt ?? TERMINAL_SALT
  if (log?.answers !== undefined) return readAnsweredRosters(usage.rosters, salt, log.answers)
  const files = await readRosterFiles(usage.rosters)
  return importRoster(
    { files, salt, choices: hiddenSheetChoices(files, usage.hiddenSheets) },
    { readSheets, vocabulary: rosterVocabulary, keyedHash },
  )
}

/** Reads answers, totals and determinations into a fresh store, and judges and measures from there. */
async function assess(
  households: readonly RosterHousehold[],
  log: SampleLog | null,
  standards: StandardsInForce,
  usage: AssessUsage,
): Promise<Sound | Unsound> {
  const currentInstrument = instrumentOf(CURRENT_INSTRUMENT) as Instrument
  const byId = new Map(households.map((household) => [household.id, household]))
  const lines = await readTextLines(usage.answers)
  const context = {
    file: basename(usage.answers),
    instrument: currentInstrument,
    households: byId,
    asOf: standards.asOf,
  }
  const answers = lines.ok ? await readAnswers(lines.value, context) : lines
  const totals = usage.totals === null ? null : await readTotalsFile(usage.totals)
  if (!answers.ok || totals?.ok === false) {
    return { isSound: false, problems: [answers, totals].flatMap(problemsIn) }
  }
  const drawn = drawnBy(log, usage, households)

  const store = new MemoryStore('terminal', newReplica())
  const author = { person: TERMINAL_PERSON, at: new Date().toISOString() }
  const origin = { ...author, instrumentVersion: CURRENT_INSTRUMENT, copy: 'answers' }
  for (const step of [
    () => writeAnswers(store, answers.value.records, origin),
    () => adoptRoster(store, households, author),
    () => takeStandingSuspicions(store, usage, author),
  ]) {
    const written = await step()
    if (!written.ok) return { isSound: false, problems: written.problems }
  }
  const assessments: HouseholdAssessment[] = []
  for await (const each of assessProject(store, { standards, instrumentOf, currentInstrument }))
    assessments.push(each)
  const determined = await takeDeterminations(store, assessments, usage, author)
  if (!determined.ok) return { isSound: false, problems: determined.problems }
  const determinations = await determinationsOf(store)
  const report = reportCounty(
    measuredHouseholds(assessments, determinations, drawn.samplingOf),
    {
      totals: totals?.value ?? null,
      ...(usage.totals !== null && { totalsFile: basename(usage.totals) }),
      reading: usage.reading,
    },
    standards,
  )
  const checks = assessments.flatMap((each) => checkProblems(each, usage.language))
  const inputs = [...answers.value.problems, ...drawn.problems, ...determined.value]
  const problems = [...inputs, ...report.problems, ...checks]
  const isSound = report.problems.every(({ severity }) => severity !== 'error')
  const { samplingOf } = drawn
  return isSound
    ? { isSound, assessments, report, samplingOf, determinations, problems }
    : { isSound, problems }
}

function tell(
  { assessments, report, determinations }: Sound,
  problems: readonly Problem[],
  standards: StandardsInForce,
  usage: AssessUsage,
  texts: Texts,
): void {
  if (usage.json) print(assessmentJson(assessments, report, determinations, problems, standards, texts))
  else print(assessmentReport(assessments, report, determinations, standards, usage.out, texts))
  if (problems.length > 0) warn(problemLines(problems, texts))
}

function problemsIn(result: Result<unknown> | null): readonly Problem[] {
  return result === null || result.ok ? [] : result.problems
}

/** With `--json` a refusal is still one document: no households, and why. */
function refuse(
  problems: readonly Problem[],
  standards: StandardsInForce | null,
  usage: AssessUsage,
  texts: Texts,
): number {
  if (usage.json) print(assessmentJson([], null, new Map(), problems, standards, texts))
  warn(problemLines(problems, texts))
  return 1
}
