import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { newReplica } from '../adapters/crypto/newReplica'
import { writeWorkbook } from '../adapters/excel/writeWorkbook'
import { FolderStore } from '../adapters/folder/FolderStore'
import { projectIn } from '../adapters/folder/projectIn'
import { rulesOf } from '../adapters/resources/rulesOf'
import { STANDARDS } from '../adapters/resources/standards'
import { textsOf } from '../adapters/resources/texts'
import { checkProblems } from '../application/assess/checkProblems'
import { assessProject } from '../application/assess/assessProject'
import type { HouseholdAssessment } from '../application/assess/assessHousehold'
import { fieldworkOf } from '../application/households/fieldworkOf'
import { determinationsOf } from '../application/determination/determinationsOf'
import { uncountedConfirmations } from '../application/determination/uncountedConfirmations'
import { countyFactsOf } from '../application/measures/countyTotals'
import { currentRosterProblems } from '../application/rosterProblems'
import { projectSampleOf, samplingFrom, samplingsIn } from '../application/sampling/projectSample'
import { sampleDrawsOf } from '../application/sampling/sampleDraws'
import { readingChoicesOf } from '../application/measures/decideReading'
import { countyFormOf } from '../application/measures/countyForm'
import { villageFormsOf } from '../application/villages/villageForms'
import { measuredHouseholds, reportCounty } from '../application/measures/reportCounty'
import { currentRules } from '../application/project/openProject'
import { LANGUAGES, type Language } from '../application/texts/Texts'
import { buildWorkbook } from '../application/workbook/buildWorkbook'
import type { Fieldwork } from '../domain/fieldwork/Fieldwork'
import type { Problem } from '../domain/shared/Problem'
import { refusal, refusals, type Refusal } from '../domain/shared/Result'
import { assessmentJson } from './assessmentJson'
import { assessmentReport } from './assessmentReport'
import { assessWords } from './assessWords'
import { assessFiles, type AssessFiles } from './exportFiles'
import { tellingFileTrouble } from './fileProblem'
import { outputProblems } from './outputProblems'
import { problemLines } from './problemLines'
import { writeWhole } from './writeWhole'
import { print, warn } from './print'

const USAGE = `usage: yihu export --from DIR [--out FILE.xlsx] [--answers FILE.jsonl] [--determinations FILE.jsonl]
                   [--totals FILE.json] [--sample LOG.json] [--fieldwork FILE.json] [--full-ids] [--json]
                   [--lang zh-CN|en]

Judges what yihu merge united in a folder, by the project's own settings: the review workbook, or with --json the document of
yihu assess. --answers, --determinations, --totals, --sample (the log, with replacements) and --fieldwork (households found, members
moved) are files of yihu assess, which comes to the same figures with them, the lists, and the words that are told with --answers. No output may be a file of the folder's own. Workbooks mask ID numbers (first 6 and last 4) unless --full-ids is given.`

interface ExportUsage {
  readonly from: string
  readonly out: string | null
  readonly files: AssessFiles
  readonly isIdInFull: boolean
  readonly json: boolean
  readonly language: Language
}

/** `yihu export`. Returns the exit code: 0 done, 1 refused with problems (nothing is written), 2 wrong usage. */
export async function exportCommand(args: readonly string[]): Promise<number> {
  const usage = parseUsage(args)
  if (usage === null) {
    warn(USAGE)
    return 2
  }
  return tellingFileTrouble(
    () => exportAll(usage),
    (problems) => refuse(refusals(problems), usage),
  )
}

async function exportAll(usage: ExportUsage): Promise<number> {
  const writes = [usage.out, ...Object.values(usage.files)]
  const clashes = await outputProblems({ readsFolder: usage.from, writes })
  if (clashes.length > 0) return refuse(refusals(clashes), usage)
  const projectId = await projectIn(usage.from)
  if (projectId === undefined) {
    warn(`${USAGE}\n\nno folder of merged packages: ${usage.from}`)
    return 2
  }
  const opened = await FolderStore.open(usage.from, projectId, newReplica())
  if (!opened.ok) return refuse(opened, usage)
  try {
    const failed = await exportFolder(opened.value, usage)
    return failed === null ? 0 : refuse(failed, usage)
  } finally {
    await opened.value.close()
  }
}

async function exportFolder(store: FolderStore, usage: ExportUsage): Promise<Refusal | null> {
  const texts = textsOf(usage.language)
  const current = await currentRules(store, usage.from, rulesOf)
  if (!current.ok) return current
  const { rules, settings } = current.value
  const { standards } = rules
  const assessments: HouseholdAssessment[] = []
  for await (const each of assessProject(store, rules)) assessments.push(each)
  if (assessments.length === 0) return refusal('folder_without_roster', usage.from)
  const facts = await countyFactsOf(store)
  const [determinations, drawn] = [await determinationsOf(store), await projectSampleOf(store)]
  const samplings = drawn === null ? null : samplingsIn(drawn)
  const samplingOf =
    samplings === null
      ? undefined
      : ({ household }: HouseholdAssessment) => samplingFrom(samplings, household.id)
  const report = reportCounty(measuredHouseholds(assessments, determinations, samplingOf), facts, standards)
  const listProblems = await currentRosterProblems(store)
  const checks = assessments.flatMap((each) => checkProblems(each, usage.language))
  const fieldwork = await fieldworkOf(store)
  const leftOut = fieldworkProblems(fieldwork, usage.files)
  const uncounted = uncountedConfirmations(determinations)
  const problems = [...listProblems, ...report.problems, ...checks, ...uncounted, ...leftOut]
  const { totals } = facts
  const material = { store, assessments, determinations, totals, drawn, salt: settings.salt, fieldwork }
  const files = assessFiles(usage.files, material)
  if (!files.ok) return files
  const workbook = async () => {
    const input = {
      assessments,
      report,
      determinations,
      villageForms: await villageFormsOf(store),
      countyForm: await countyFormOf(store),
      readingChoices: await readingChoicesOf(store),
      ...(samplingOf && { samplingOf }),
      draws: await sampleDrawsOf(store),
      rosterProblems: listProblems,
      standards,
      edition: STANDARDS.standards,
      sources: STANDARDS.sources,
      isIdInFull: usage.isIdInFull,
      texts,
    }
    return writeWorkbook(buildWorkbook(input))
  }
  const review = usage.out === null ? [] : [{ path: usage.out, contentOf: workbook }]
  const written = await writeWhole([...review, ...files.value])
  if (!written.ok) return written
  if (usage.json) print(assessmentJson(assessments, report, determinations, problems, standards, texts))
  else print(assessmentReport(assessments, report, determinations, standards, usage.out, texts))
  // On stderr: the document stays the one of yihu assess.
  if (usage.files.answers !== null) warn(`yihu assess ${assessWords(settings, facts).join(' ')}`)
  if (problems.length > 0) warn(problemLines(problems, texts))
  return null
}

/** Households that `yihu assess` judges otherwise, or not at all: the list that it reads lacks what was found in the field. */
function fieldworkProblems(
  { found, moves }: Fieldwork,
  { answers, fieldwork }: AssessFiles,
): readonly Problem[] {
  if (answers === null || fieldwork !== null) return []
  const households = new Set([
    ...found.map(({ household }) => household.id),
    ...moves.flatMap(({ from, to }) => (to === null ? [from] : [from, to])),
  ])
  if (households.size === 0) return []
  const place = { file: basename(answers) }
  const details = { households: [...households].join(', ') }
  return [
    {
      code: 'export_fieldwork_left_out',
      severity: 'warning',
      place,
      value: String(households.size),
      details,
    },
  ]
}

function refuse({ problems }: Refusal, usage: ExportUsage): number {
  const texts = textsOf(usage.language)
  if (usage.json) print(assessmentJson([], null, new Map(), problems, null, texts))
  warn(problemLines(problems, texts))
  return 1
}

function parseUsage(args: readonly string[]): ExportUsage | null {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        from: { type: 'string' },
        out: { type: 'string' },
        answers: { type: 'string' },
        determinations: { type: 'string' },
        totals: { type: 'string' },
        sample: { type: 'string' },
        fieldwork: { type: 'string' },
        'full-ids': { type: 'boolean' },
        json: { type: 'boolean' },
        lang: { type: 'string' },
      },
    })
    const language = LANGUAGES.find((each) => each === (values.lang ?? 'zh-CN'))
    if (values.from === undefined || language === undefined) return null
    return {
      from: values.from,
      out: values.out ?? null,
      files: {
        answers: values.answers ?? null,
        determinations: values.determinations ?? null,
        totals: values.totals ?? null,
        sample: values.sample ?? null,
        fieldwork: values.fieldwork ?? null,
      },
      isIdInFull: values['full-ids'] ?? false,
      json: values.json ?? false,
      language,
    }
  } catch {
    return null
  }
}
