import { newReplica } from '../adapters/crypto/newReplica'
import { MemoryStore } from '../adapters/memory/MemoryStore'
import { AREA_FORMS } from '../adapters/resources/areaForms'
import { areaChecksOf } from '../adapters/resources/areaChecks'
import { censusTables } from '../adapters/resources/censusTables'
import { STANDARDS } from '../adapters/resources/standards'
import type { CheckLine } from '../application/census/checks/checkLines'
import { CheckTally } from '../application/census/checks/CheckTally'
import { takeCensus } from '../application/census/takeCensus'
import { CensusWorkbook } from '../application/census/workbook/CensusWorkbook'
import type { AssessmentRules } from '../application/assess/assessHousehold'
import type { SampleLog } from '../application/sampling/SampleLog'
import { projectMark } from '../application/workbook/review/reviewFormat'
import { CENSUS } from '../application/programmes/census'
import { saltProblems } from '../application/sampling/saltProblems'
import { textsOf } from '../adapters/resources/texts'
import type { Problem } from '../domain/shared/Problem'
import { refusals, success, type Result } from '../domain/shared/Result'
import { resolveStandards } from '../domain/standards/resolveStandards'
import { tabulate } from '../domain/programmes/census/tables/tabulate'
import { basename } from 'node:path'
import { censusChecksReport } from './censusChecks'
import { censusFiles, type CountedFiles } from './censusFiles'
import { censusJson } from './censusJson'
import { censusReport } from './censusReport'
import { CENSUS_USAGE, parseCensusUsage, type CensusUsage } from './censusUsage'
import { tellingFileTrouble } from './fileProblem'
import { missingFiles, tellMissing } from './missingFiles'
import { outputProblems } from './outputProblems'
import { print, warn } from './print'
import { problemLines } from './problemLines'
import { keySalt, readAssessed, readSampleFile } from './readAssessed'
import { readForms } from './readForms'
import { givenText, optionalText } from './readText'
import { listsPath, writtenLines } from './reviewOutput'
import { writeWhole } from './writeWhole'

/** `yihu census`. Returns the exit code: 0 done, 1 refused with problems, 2 wrong usage. */
export async function censusCommand(args: readonly string[]): Promise<number> {
  const usage = parseCensusUsage(args)
  if (usage === null) {
    warn(CENSUS_USAGE)
    return 2
  }
  const reads = filesOf(usage)
  const missing = await missingFiles(reads)
  if (missing.length > 0) return tellMissing(missing, usage.language)
  return tellingFileTrouble(
    () => tellCensus(usage, reads),
    (problems) => refuse(problems, usage),
  )
}

function filesOf({
  rosters,
  answers,
  villages,
  county,
  fieldwork,
  sample,
  additional,
}: CensusUsage): readonly string[] {
  const optional = [villages, county, fieldwork, sample, additional].filter((path) => path !== null)
  return [...rosters, answers, ...optional]
}

async function tellCensus(usage: CensusUsage, reads: readonly string[]): Promise<number> {
  const { out } = usage
  const clashes = await outputProblems({ reads, writes: [out, out && listsPath(out)] })
  if (clashes.length > 0) return refuse(clashes, usage)
  const counted = await countGiven(usage)
  if (!counted.ok) return refuse(counted.problems, usage)
  const { book, coverage, samplings, checks, problems } = counted.value
  const files = censusFiles(counted.value, out)
  const written = await writeWhole(files)
  if (!written.ok) return refuse([...problems, ...written.problems], usage)
  const texts = textsOf(usage.language)
  const tables = tabulate(book, { isByArea: usage.isByArea, samplings })
  if (usage.json) print(censusJson({ coverage, tables, isByArea: usage.isByArea, checks, problems }, texts))
  else
    print(
      [
        censusReport({ coverage, tables, heads: book.tables }, texts),
        censusChecksReport(checks, texts),
        ...writtenLines(files, usage.language),
      ].join('\n'),
    )
  if (problems.length > 0) warn(problemLines(problems, texts, usage.isVerbose))
  return 0
}

interface CheckedFiles extends CountedFiles {
  readonly checks: readonly CheckLine[]
}

/** Reads lists and files, counts and checks them; with what was wrong with the lists. */
async function countGiven(usage: CensusUsage): Promise<Result<CheckedFiles>> {
  const standards = resolveStandards(STANDARDS, usage)
  if (!standards.ok) return standards
  const forms = await readForms(usage.additional, 'census')
  if (!forms.ok) return forms
  const { warnings, ...known } = forms.value
  const log = await readSampleFile(usage)
  if (!log.ok) return log
  const salts = saltProblems(log.value, usage.salt, basename(usage.sample ?? ''))
  if (salts.length > 0) return refusals(salts)
  const roster = await readAssessed(log.value, usage)
  if (roster.refused) return refusals(roster.problems)
  const rules = { standards: standards.value, programme: CENSUS, ...known }
  const workbook = usage.out === null ? null : newWorkbook(rules, log.value, usage)
  const checks = new CheckTally({ rules, checksOf: areaChecksOf })
  const taken = await takeCensus(roster.households, givenBy(usage, log.value), {
    newStore: () => new MemoryStore('terminal', newReplica()),
    rules,
    tablesOf: censusTables,
    areaForms: AREA_FORMS,
    author: { person: 'terminal', at: new Date().toISOString() },
    tell(household, interview) {
      workbook?.add(household, interview)
      checks.take(household.household, household.changes, interview)
    },
  })
  const before = [...warnings, ...roster.problems]
  return taken.ok
    ? success({
        ...taken.value,
        workbook,
        standards: standards.value,
        checks: checks.lines(taken.value.areas, log.value === null),
        problems: [...before, ...taken.value.problems],
      })
    : refusals([...before, ...taken.problems])
}

function newWorkbook(rules: AssessmentRules, log: SampleLog | null, usage: CensusUsage): CensusWorkbook {
  return new CensusWorkbook({
    texts: textsOf(usage.language),
    isIdInFull: false,
    isSampled: log !== null,
    project: projectMark(keySalt(log, usage)),
    rules,
    areaForms: AREA_FORMS,
  })
}

function givenBy(usage: CensusUsage, sample: SampleLog | null) {
  return {
    answers: givenText(usage.answers),
    fieldwork: optionalText(usage.fieldwork),
    villages: optionalText(usage.villages),
    county: optionalText(usage.county),
    sample,
  }
}

/** With `--json` a refusal is still one document: nothing counted, and why. Returns the exit code. */
function refuse(problems: readonly Problem[], { json, isVerbose, language }: CensusUsage): number {
  const texts = textsOf(language)
  if (json) print(censusJson({ coverage: null, tables: [], isByArea: false, checks: [], problems }, texts))
  warn(problemLines(problems, texts, isVerbose))
  return 1
}
