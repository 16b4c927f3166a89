import { basename } from 'node:path'
import { keyedHash } from '../adapters/crypto/keyedHash'
import { newReplica } from '../adapters/crypto/newReplica'
import { readSheets } from '../adapters/excel/readSheets'
import { MemoryStore } from '../adapters/memory/MemoryStore'
import { CURRENT_INSTRUMENT, instrumentOf } from '../adapters/resources/instruments'
import { rosterVocabulary } from '../adapters/resources/rosterVocabulary'
import { ASSESSMENT } from '../application/programmes/assessment'
import { adoptRoster } from '../application/adoptRoster'
import { checkProblems } from '../application/assess/checkProblems'
import { assessProject } from '../application/assess/assessProject'
import type { HouseholdAssessment } from '../application/assess/assessHousehold'
import { writeFieldwork } from '../application/households/writeFieldwork'
import { readAnswers } from '../application/assess/readAnswers'
import { writeAnswers } from '../application/assess/writeAnswers'
import { determinationsOf } from '../application/determination/determinationsOf'
import { importRoster, type ImportedRoster } from '../application/importRoster'
import { measuredHouseholds, reportCounty, type CountyReport } from '../application/measures/reportCounty'
import type { SampleLog } from '../application/sampling/SampleLog'
import { type WorkbookInput } from '../application/workbook/buildWorkbook'
import type { Instrument } from '../domain/instrument/loadInstrument'
import type { RosterHousehold } from '../domain/roster/Roster'
import type { Problem } from '../domain/shared/Problem'
import type { Result } from '../domain/shared/Result'
import { settleHouseholds } from '../domain/fieldwork/settleHouseholds'
import type { StandardsInForce } from '../domain/standards/Standards'
import {
  drawnBy,
  readTotalsFile,
  takeDeterminations,
  takeStandingSuspicions,
  readFieldworkFile,
  type DrawnHouseholds,
} from './assessInputs'
import { type AssessUsage } from './assessUsage'
import { hiddenSheetChoices } from './hiddenSheetChoices'
import { readAnsweredRosters } from './readAnsweredRosters'
import { readRosterFiles } from './readRosterFiles'
import { readTextLines } from './readText'
import { TERMINAL_SALT } from './roster'

/** Who an answers file's lines are by when they do not say. */
const TERMINAL_PERSON = 'terminal'

export interface Sound {
  readonly isSound: true
  readonly assessments: readonly HouseholdAssessment[]
  readonly report: CountyReport
  readonly samplingOf: DrawnHouseholds['samplingOf']
  readonly determinations: WorkbookInput['determinations']
  readonly problems: readonly Problem[]
}

export interface Unsound {
  readonly isSound: false
  readonly problems: readonly Problem[]
}

/**
 * Reads the lists, as what was drawn from them was: keys are made with the salt given, else with the log's, and what people said
 * of the list for the draw holds here too.
 */
export async function readAssessed(log: SampleLog | null, usage: AssessUsage): Promise<ImportedRoster> {
  const salt = usage.salt ?? log?.frame.salt ?? TERMINAL_SALT
  if (log?.answers !== undefined) return readAnsweredRosters(usage.rosters, salt, log.answers)
  const files = await readRosterFiles(usage.rosters)
  return importRoster(
    { files, salt, choices: hiddenSheetChoices(files, usage.hiddenSheets) },
    { readSheets, vocabulary: rosterVocabulary, keyedHash },
  )
}

/** Reads answers, totals and determinations into a fresh store, and judges and measures from there. */
export async function judgeAnswers(
  households: readonly RosterHousehold[],
  log: SampleLog | null,
  standards: StandardsInForce,
  usage: AssessUsage,
): Promise<Sound | Unsound> {
  const currentInstrument = instrumentOf(CURRENT_INSTRUMENT) as Instrument
  const fieldwork = await readFieldworkFile(households, usage)
  if (!fieldwork.ok) return { isSound: false, problems: fieldwork.problems }
  const settled = settleHouseholds(households, { ...fieldwork.value, replacements: [] })
  const byId = new Map(settled.map(({ household }) => [household.id, household]))
  const lines = await readTextLines(usage.answers)
  const context = {
    file: basename(usage.answers),
    instrument: currentInstrument,
    households: byId,
    moved: new Set(fieldwork.value.moves.map(({ member }) => member)),
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
    () => writeFieldwork(store, fieldwork.value, author),
    () => takeStandingSuspicions(store, usage, author),
  ]) {
    const written = await step()
    if (!written.ok) return { isSound: false, problems: written.problems }
  }
  const assessments: HouseholdAssessment[] = []
  for await (const each of assessProject(store, {
    standards,
    programme: ASSESSMENT,
    instrumentOf,
    currentInstrument,
  }))
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

function problemsIn(result: Result<unknown> | null): readonly Problem[] {
  return result === null || result.ok ? [] : result.problems
}
