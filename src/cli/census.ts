import { newReplica } from '../adapters/crypto/newReplica'
import { MemoryStore } from '../adapters/memory/MemoryStore'
import { AREA_FORMS } from '../adapters/resources/areaForms'
import { censusTables } from '../adapters/resources/censusTables'
import { STANDARDS } from '../adapters/resources/standards'
import { takeCensus } from '../application/census/takeCensus'
import { CENSUS } from '../application/programmes/census'
import { saltProblems } from '../application/sampling/saltProblems'
import { textsOf } from '../adapters/resources/texts'
import type { CensusCount } from '../application/census/countCensus'
import type { Problem } from '../domain/shared/Problem'
import { refusals, success, type Result } from '../domain/shared/Result'
import { resolveStandards } from '../domain/standards/resolveStandards'
import { tabulate } from '../domain/programmes/census/tables/tabulate'
import { basename } from 'node:path'
import { censusJson } from './censusJson'
import { censusReport } from './censusReport'
import { CENSUS_USAGE, parseCensusUsage, type CensusUsage } from './censusUsage'
import { tellingFileTrouble } from './fileProblem'
import { missingFiles, tellMissing } from './missingFiles'
import { print, warn } from './print'
import { problemLines } from './problemLines'
import { readAssessed, readSampleFile } from './readAssessed'
import { readForms } from './readForms'
import { givenText, optionalText } from './readText'

/** `yihu census`. Returns the exit code: 0 done, 1 refused with problems, 2 wrong usage. */
export async function censusCommand(args: readonly string[]): Promise<number> {
  const usage = parseCensusUsage(args)
  if (usage === null) {
    warn(CENSUS_USAGE)
    return 2
  }
  const missing = await missingFiles(filesOf(usage))
  if (missing.length > 0) return tellMissing(missing, usage.language)
  return tellingFileTrouble(
    () => tellCensus(usage),
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

async function tellCensus(usage: CensusUsage): Promise<number> {
  const counted = await countGiven(usage)
  if (!counted.ok) return refuse(counted.problems, usage)
  const { book, coverage, samplings, problems } = counted.value
  const texts = textsOf(usage.language)
  const tables = tabulate(book, { isByArea: usage.isByArea, samplings })
  if (usage.json) print(censusJson({ coverage, tables, isByArea: usage.isByArea, problems }, texts))
  else print(censusReport({ coverage, tables, heads: book.tables }, texts))
  if (problems.length > 0) warn(problemLines(problems, texts, usage.isVerbose))
  return 0
}

/** Reads lists and files, and counts over a store in memory; with what was wrong with the lists. */
async function countGiven(
  usage: CensusUsage,
): Promise<Result<CensusCount & { readonly problems: readonly Problem[] }>> {
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
  const taken = await takeCensus(roster.households, givenBy(usage, log.value), {
    store: new MemoryStore('terminal', newReplica()),
    rules: { standards: standards.value, programme: CENSUS, ...known },
    tablesOf: censusTables,
    areaForms: AREA_FORMS,
    author: { person: 'terminal', at: new Date().toISOString() },
  })
  const before = [...warnings, ...roster.problems]
  return taken.ok
    ? success({ ...taken.value, problems: [...before, ...taken.value.problems] })
    : refusals([...before, ...taken.problems])
}

function givenBy(usage: CensusUsage, sample: Parameters<typeof saltProblems>[0]) {
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
  if (json) print(censusJson({ coverage: null, tables: [], isByArea: false, problems }, texts))
  warn(problemLines(problems, texts, isVerbose))
  return 1
}
