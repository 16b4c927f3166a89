import { writeWorkbook } from '../adapters/excel/writeWorkbook'
import { STANDARDS } from '../adapters/resources/standards'
import { textsOf } from '../adapters/resources/texts'
import type { Texts } from '../application/texts/Texts'
import { buildWorkbook } from '../application/workbook/buildWorkbook'
import { EMPTY_COUNTY_FORM } from '../domain/programmes/assessment/county/CountyForm'
import type { VillageForm } from '../domain/villages/VillageForm'
import type { Problem } from '../domain/shared/Problem'
import { resolveStandards } from '../domain/standards/resolveStandards'
import type { StandardsInForce } from '../domain/standards/Standards'
import { readSampleFile, saltProblems } from './assessInputs'
import { assessmentJson } from './assessmentJson'
import { assessmentReport } from './assessmentReport'
import { ASSESS_USAGE, parseAssessUsage, type AssessUsage } from './assessUsage'
import { tellingFileTrouble } from './fileProblem'
import { missingFiles } from './missingFiles'
import { outputProblems } from './outputProblems'
import { problemLines } from './problemLines'
import { writeWhole } from './writeWhole'
import { judgeAnswers, readAssessed, type Sound } from './judgeAnswers'
import { print, warn } from './print'

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
  const { totals, determinations: decided, sample, fieldwork } = usage
  const optional = [totals, decided, sample, fieldwork].filter((path) => path !== null)
  const reads = [...usage.rosters, usage.answers, ...optional]
  const missing = await missingFiles(reads)
  if (missing.length > 0) {
    warn(`${ASSESS_USAGE}\n\nno such file: ${missing.join(', ')}`)
    return 2
  }
  const texts = textsOf(usage.language)
  return tellingFileTrouble(
    () => assess(usage, reads, texts),
    (problems) => refuse(problems, null, usage, texts),
  )
}

async function assess(usage: AssessUsage, reads: readonly string[], texts: Texts): Promise<number> {
  const clashes = await outputProblems({ reads, writes: [usage.out] })
  if (clashes.length > 0) return refuse(clashes, null, usage, texts)
  const standards = resolveStandards(STANDARDS, usage)
  if (!standards.ok) return refuse(standards.problems, null, usage, texts)
  const log = await readSampleFile(usage)
  if (!log.ok) return refuse(log.problems, standards.value, usage, texts)
  const salts = saltProblems(log.value, usage)
  if (salts.length > 0) return refuse(salts, standards.value, usage, texts)
  const roster = await readAssessed(log.value, usage)
  if (roster.refused) return refuse(roster.problems, standards.value, usage, texts)

  const assessed = await judgeAnswers(roster.households, log.value, standards.value, usage)
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
    const contentOf = () => writeWorkbook(buildWorkbook(input))
    const written = await writeWhole([{ path: usage.out, contentOf }])
    if (!written.ok) return refuse([...problems, ...written.problems], standards.value, usage, texts)
  }
  tell(assessed, problems, standards.value, usage, texts)
  return 0
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
