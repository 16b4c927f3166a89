import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { dataFileNames, dataFiles } from '../adapters/datasets/dataFiles'
import { withFile } from '../adapters/files/FileTrouble'
import { rosterVocabulary } from '../adapters/resources/rosterVocabulary'
import { textsOf } from '../adapters/resources/texts'
import { allDatasets, tableOf } from '../application/datasets/allDatasets'
import { chooseHouseholds } from '../application/datasets/chooseHouseholds'
import { assessFiles } from '../application/review/assessFiles'
import { recordFileName, recordFileNames, type RecordFile } from '../application/datasets/recordFileName'
import type { ReviewedHousehold } from '../application/workbook/WorkbookInput'
import { projectMark } from '../application/workbook/review/reviewFormat'
import type { Texts } from '../application/texts/Texts'
import type { Problem } from '../domain/shared/Problem'
import { success, type Result } from '../domain/shared/Result'
import { EXPORT_DATA_USAGE, parseExportDataUsage, type ExportDataUsage } from './exportDataUsage'
import { withDataSource, type DataSource } from './dataSource'
import { tellingFileTrouble } from './fileProblem'
import { FULL_IDS_INCOMPLETE } from './fullIdsWords'
import { missingFiles, tellMissing } from './missingFiles'
import { outputProblems } from './outputProblems'
import { print, warn } from './print'
import { problemLines } from './problemLines'
import { assessedFiles } from './reviewGiven'
import { writeWhole, type WrittenFile } from './writeWhole'

/** `yihu export --format`. Returns the exit code: 0 done, 1 refused with problems (nothing is written), 2 wrong usage. */
export async function exportDataCommand(args: readonly string[]): Promise<number> {
  const usage = parseExportDataUsage(args)
  if (usage === null || usage === 'full_ids') {
    warn(usage === null ? EXPORT_DATA_USAGE : `${FULL_IDS_INCOMPLETE}\n\n${EXPORT_DATA_USAGE}`)
    return 2
  }
  const missing = usage.given === null ? [] : await missingFiles(assessedFiles(usage.given))
  if (missing.length > 0) return tellMissing(missing, usage.language)
  const refuse = (problems: readonly Problem[]): number => {
    warn(problemLines(problems, textsOf(usage.language), usage.isVerbose))
    return 1
  }
  return tellingFileTrouble(() => exportData(usage, refuse), refuse)
}

async function exportData(
  usage: ExportDataUsage,
  refuse: (problems: readonly Problem[]) => number,
): Promise<number> {
  const texts = textsOf(usage.language)
  const makes = namesOf(usage, texts).map((name) => join(usage.into, name))
  const clashes = await outputProblems({ makes })
  if (clashes.length > 0) return refuse(clashes)
  const told = await withDataSource(usage, async (source) => {
    const chosen = chooseHouseholds(source.reviewed.households, usage.scope)
    if (!chosen.ok) return chosen
    const files = filesOf(source, chosen.value, usage, texts)
    if (!files.ok) return files
    await withFile('write', usage.into, () => mkdir(usage.into, { recursive: true }))
    const written = await writeWhole(files.value)
    if (!written.ok) return written
    return success({ problems: source.problems, files: files.value, households: chosen.value.length })
  })
  if (told === 'no_project') {
    warn(`${EXPORT_DATA_USAGE}\n\nno folder of merged packages: ${usage.from}`)
    return 2
  }
  if (!told.ok) return refuse(told.problems)
  const { problems, files, households } = told.value
  print(WRITTEN[usage.language](households, files))
  if (problems.length > 0) warn(problemLines(problems, texts, usage.isVerbose))
  return 0
}

const WRITTEN: Readonly<
  Record<ExportDataUsage['language'], (households: number, files: readonly WrittenFile[]) => string>
> = {
  'zh-CN': (households, files) => [`${households} 户，已写出`, ...files.map(({ path }) => path)].join('\n'),
  en: (households, files) =>
    [`${households} households, written`, ...files.map(({ path }) => path)].join('\n'),
}

function namesOf({ format }: ExportDataUsage, texts: Texts): readonly string[] {
  return format === 'jsonl' ? recordFileNames(texts) : dataFileNames(format, texts)
}

function filesOf(
  source: DataSource,
  households: readonly ReviewedHousehold[],
  usage: ExportDataUsage,
  texts: Texts,
): Result<readonly WrittenFile[]> {
  const { format, into, scope } = usage
  if (format === 'jsonl') return recordFiles(source, households, usage, texts)
  const { review } = source.reviewed
  const at = new Date().toISOString()
  const asked = usage.fullIds
  const about = {
    title: null,
    project: projectMark(source.salt),
    standards: review.rules.standards,
    at,
    scope: [...scope.households, ...scope.villages],
    format,
    households: households.length,
    fullIds: asked === null ? null : [...(review.inputs.fullIdsAsked ?? []), { ...asked, at }],
  }
  const terms = {
    texts,
    isIdInFull: asked !== null,
    isSampled: review.inputs.samplings !== null,
    givesVerdict: review.rules.programme.givesVerdict,
    instruments: [
      ...new Set([
        review.rules.currentInstrument,
        ...households.map(({ assessment }) => assessment.interview.instrument),
      ]),
    ],
    codes: rosterVocabulary.codes,
  }
  const tables = allDatasets(terms).map((dataset) => tableOf(dataset, households))
  const files = dataFiles(tables, about, texts)
  return success(files.map(({ name, contentOf }) => ({ path: join(into, name), contentOf })))
}

/** The files that `yihu assess` comes to the same with; of some of the households no totals and no sample, which are the county's. */
function recordFiles(
  source: DataSource,
  households: readonly ReviewedHousehold[],
  { into, scope }: ExportDataUsage,
  texts: Texts,
): Result<readonly WrittenFile[]> {
  const { reviewed, store, salt, drawn, fieldwork } = source
  const wanted = new Set(households.map(({ assessment }) => assessment.household.id))
  const isWhole = scope.households.length === 0 && scope.villages.length === 0
  const found = fieldwork.found.filter(({ household }) => wanted.has(household.id))
  const moves = fieldwork.moves.filter(({ from, to }) => wanted.has(from) || (to !== null && wanted.has(to)))
  const decided = households.filter(({ determinations }) => determinations !== undefined)
  const pathOf = (file: RecordFile, isThere: boolean) =>
    isThere ? join(into, recordFileName(file, texts)) : null
  return assessFiles(
    {
      answers: pathOf('answers', true),
      determinations: pathOf('determinations', decided.length > 0),
      totals: pathOf('totals', isWhole && reviewed.report.totals !== null),
      sample: pathOf('sample', isWhole && drawn !== null),
      fieldwork: pathOf('fieldwork', found.length + moves.length > 0),
      additional: pathOf('additional', reviewed.review.rules.currentInstrument.data.additional !== undefined),
    },
    {
      store,
      forms: reviewed.review.rules,
      assessments: households.map(({ assessment }) => assessment),
      determinations: reviewed.determinations,
      report: reviewed.report,
      drawn,
      salt,
      fieldwork: { found, moves },
      isWanted: (household) => wanted.has(household),
    },
  )
}
