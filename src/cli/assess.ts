import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { createInterface } from 'node:readline'
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
import { importRoster } from '../application/importRoster'
import type { Texts } from '../application/texts/Texts'
import { buildWorkbook } from '../application/workbook/buildWorkbook'
import type { Instrument } from '../domain/instrument/loadInstrument'
import type { RosterHousehold } from '../domain/roster/Roster'
import type { Problem } from '../domain/shared/Problem'
import { resolveStandards } from '../domain/standards/resolveStandards'
import type { StandardsInForce } from '../domain/standards/Standards'
import { assessmentJson } from './assessmentJson'
import { assessmentReport } from './assessmentReport'
import { ASSESS_USAGE, parseAssessUsage, type AssessUsage } from './assessUsage'
import { missingFiles } from './missingFiles'
import { problemLines } from './problemLines'
import { TERMINAL_SALT } from './roster'
import { writeWhole } from './writeWhole'

/** Who an answers file's lines are by when they do not say. */
const TERMINAL_PERSON = 'terminal'

/**
 * `yihu assess`: judges the households of rosters by an answers file, over a store in memory.
 * Returns the exit code: 0 done, 1 refused with problems (nothing is written), 2 wrong usage.
 */
export async function assessCommand(args: readonly string[]): Promise<number> {
  const usage = parseAssessUsage(args)
  if (usage === null) {
    console.error(ASSESS_USAGE)
    return 2
  }
  const missing = await missingFiles([...usage.rosters, usage.answers])
  if (missing.length > 0) {
    console.error(`${ASSESS_USAGE}\n\nno such file: ${missing.join(', ')}`)
    return 2
  }
  const texts = textsOf(usage.language)
  const standards = resolveStandards(STANDARDS, usage)
  if (!standards.ok) return refuse(standards.problems, null, usage, texts)

  const rosterFiles = await Promise.all(
    usage.rosters.map(async (path) => ({ name: basename(path), bytes: await readFile(path) })),
  )
  const roster = importRoster(
    { files: rosterFiles, salt: TERMINAL_SALT },
    { readSheets, vocabulary: rosterVocabulary, keyedHash },
  )
  if (roster.refused) return refuse(roster.problems, standards.value, usage, texts)

  const assessed = await assess(roster.households, standards.value, usage)
  const problems = [...roster.problems, ...assessed.problems]
  if (assessed.assessments === null) return refuse(problems, standards.value, usage, texts)
  const { assessments } = assessed

  if (usage.out !== null) {
    const input = {
      assessments,
      rosterProblems: roster.problems,
      standards: standards.value,
      edition: STANDARDS.standards,
      sources: STANDARDS.sources,
      isIdInFull: usage.isIdInFull,
      texts,
    }
    const written = await writeWhole(usage.out, await writeWorkbook(buildWorkbook(input)))
    if (!written.ok) return refuse([...problems, ...written.problems], standards.value, usage, texts)
  }
  tell(assessments, problems, standards.value, usage, texts)
  return 0
}

/** Reads the answers into a fresh store and judges from there; null where the answers are refused. */
async function assess(
  households: readonly RosterHousehold[],
  standards: StandardsInForce,
  usage: AssessUsage,
): Promise<{ assessments: readonly HouseholdAssessment[] | null; problems: readonly Problem[] }> {
  const currentInstrument = instrumentOf(CURRENT_INSTRUMENT) as Instrument
  const byId = new Map(households.map((household) => [household.id, household]))
  const lines = createInterface({ input: createReadStream(usage.answers), crlfDelay: Infinity })
  const answers = await readAnswers(lines, {
    file: basename(usage.answers),
    instrument: currentInstrument,
    households: byId,
    asOf: standards.asOf,
  })
  if (!answers.ok) return { assessments: null, problems: answers.problems }

  const store = new MemoryStore('terminal', newReplica())
  const author = { person: TERMINAL_PERSON, at: new Date().toISOString() }
  const origin = { ...author, instrumentVersion: CURRENT_INSTRUMENT, copy: 'answers' }
  for (const step of [
    () => writeAnswers(store, answers.value.records, origin),
    () => adoptRoster(store, households, author),
  ]) {
    const written = await step()
    if (!written.ok) return { assessments: null, problems: written.problems }
  }
  const assessments: HouseholdAssessment[] = []
  for await (const each of assessProject(store, { standards, instrumentOf, currentInstrument }))
    assessments.push(each)
  const checks = assessments.flatMap((each) => checkProblems(each, usage.language))
  return { assessments, problems: [...answers.value.problems, ...checks] }
}

function tell(
  assessments: readonly HouseholdAssessment[],
  problems: readonly Problem[],
  standards: StandardsInForce,
  usage: AssessUsage,
  texts: Texts,
): void {
  if (usage.json) console.log(assessmentJson(assessments, problems, standards, texts))
  else console.log(assessmentReport(assessments, standards, usage.out, texts))
  if (problems.length > 0) console.error(problemLines(problems, texts))
}

/** With `--json` a refusal is still one document: no households, and why. */
function refuse(
  problems: readonly Problem[],
  standards: StandardsInForce | null,
  usage: AssessUsage,
  texts: Texts,
): number {
  if (usage.json) console.log(assessmentJson([], problems, standards, texts))
  console.error(problemLines(problems, texts))
  return 1
}
