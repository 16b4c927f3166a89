import { AREA_FORMS } from '../adapters/resources/areaForms'
import { areaChecksOf } from '../adapters/resources/areaChecks'
import type { CheckLine } from '../application/census/checks/checkLines'
import { CheckTally } from '../application/census/checks/CheckTally'
import { parseFigures, tableFigures } from '../application/census/figures'
import { CensusWorkbook } from '../application/census/workbook/CensusWorkbook'
import { projectMark } from '../application/workbook/review/reviewFormat'
import { textsOf } from '../adapters/resources/texts'
import type { Problem } from '../domain/shared/Problem'
import { success, type Result } from '../domain/shared/Result'
import { compareFigures, type TableFigures } from '../domain/programmes/census/compare/compareFigures'
import { nameInCounty } from '../domain/programmes/census/compare/matchAreas'
import { tabulate } from '../domain/programmes/census/tables/tabulate'
import { basename } from 'node:path'
import { censusChecksReport } from './censusChecks'
import { censusFiles, type CountedFiles } from './censusFiles'
import { censusJson } from './censusJson'
import { censusReport } from './censusReport'
import { CENSUS_USAGE, parseCensusUsage, type CensusUsage } from './censusUsage'
import { countGiven, type Counting } from './countGiven'
import { tellingFileTrouble } from './fileProblem'
import { missingFiles, tellMissing } from './missingFiles'
import { outputProblems } from './outputProblems'
import { print, warn } from './print'
import { problemLines } from './problemLines'
import { readText } from './readText'
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
  compare,
}: CensusUsage): readonly string[] {
  const optional = [villages, county, fieldwork, sample, additional, compare].filter((path) => path !== null)
  return [...rosters, answers, ...optional]
}

async function tellCensus(usage: CensusUsage, reads: readonly string[]): Promise<number> {
  const { out } = usage
  const clashes = await outputProblems({ reads, writes: [out, out && listsPath(out)] })
  if (clashes.length > 0) return refuse(clashes, usage)
  const earlier = await readEarlier(usage)
  if (!earlier.ok) return refuse(earlier.problems, usage)
  const counted = await countedFiles(usage)
  if (!counted.ok) return refuse(counted.problems, usage)
  const { book, coverage, samplings, checks, rules, problems } = counted.value
  const files = censusFiles(counted.value, out)
  const written = await writeWhole(files)
  if (!written.ok) return refuse([...problems, ...written.problems], usage)
  const texts = textsOf(usage.language)
  const tables = tabulate(book, { isByArea: usage.isByArea, samplings })
  // Areas that are not asked for are not gone.
  const before =
    earlier.value?.filter(({ area }) => usage.isByArea || nameInCounty(area) === 'county') ?? null
  const compare = before && compareFigures(tables.map(tableFigures), before)
  const told = { coverage, tables, compare, checks, problems }
  if (usage.json) print(censusJson({ ...told, isByArea: usage.isByArea }, texts))
  else
    print(
      [
        censusReport({ ...told, heads: book.tables }, texts),
        censusChecksReport(checks, rules.currentInstrument, texts),
        ...writtenLines(files, usage.language),
      ].join('\n'),
    )
  if (problems.length > 0) warn(problemLines(problems, texts, usage.isVerbose))
  return 0
}

interface CheckedFiles extends CountedFiles, Pick<Counting, 'rules'> {
  readonly checks: readonly CheckLine[]
}

/** The figures to compare with; null where none are wanted. */
async function readEarlier({ compare }: CensusUsage): Promise<Result<readonly TableFigures[] | null>> {
  if (compare === null) return success(null)
  const text = await readText(compare)
  return text.ok ? parseFigures(text.value, basename(compare)) : text
}

/** Counts and checks what was given, with the workbook that is wanted. */
async function countedFiles(usage: CensusUsage): Promise<Result<CheckedFiles>> {
  const made: { workbook: CensusWorkbook | null; checks: CheckTally | null } = {
    workbook: null,
    checks: null,
  }
  const counted = await countGiven(usage, (counting) => {
    const workbook = usage.out === null ? null : newWorkbook(counting, usage)
    const checks = new CheckTally({ rules: counting.rules, checksOf: areaChecksOf })
    Object.assign(made, { workbook, checks })
    return (household, interview) => {
      workbook?.add(household, interview)
      checks.take(household.household, household.changes, interview)
    }
  })
  if (!counted.ok) return counted
  const { areas, isSampled } = counted.value
  const checks = made.checks?.lines(areas, !isSampled) ?? []
  return success({ ...counted.value, workbook: made.workbook, checks })
}

function newWorkbook({ rules, salt, isSampled }: Counting, { language }: CensusUsage): CensusWorkbook {
  return new CensusWorkbook({
    texts: textsOf(language),
    isIdInFull: false,
    isSampled,
    project: projectMark(salt),
    rules,
    areaForms: AREA_FORMS,
  })
}

/** With `--json` a refusal is still one document: nothing counted, and why. Returns the exit code. */
function refuse(problems: readonly Problem[], { json, isVerbose, language }: CensusUsage): number {
  const texts = textsOf(language)
  if (json)
    print(
      censusJson({ coverage: null, tables: [], isByArea: false, compare: null, checks: [], problems }, texts),
    )
  warn(problemLines(problems, texts, isVerbose))
  return 1
}
