import { beginLake } from '../adapters/lake/beginLake'
import { writePartition, type Written } from '../adapters/lake/writePartition'
import { textsOf } from '../adapters/resources/texts'
import { manifestPath } from '../application/lake/LakeManifest'
import type { LakeTables, ManifestFacts } from '../application/lake/manifestOf'
import type { Language } from '../application/texts/Texts'
import type { Problem } from '../domain/shared/Problem'
import { success, type Result } from '../domain/shared/Result'
import { DISK } from '../../electron/disk/files'
import { PROCESSES } from '../../electron/disk/processes'
import { EXPORT_LAKE_USAGE, parseExportLakeUsage, type ExportLakeUsage } from './exportLakeUsage'
import { tellingFileTrouble } from './fileProblem'
import { FULL_IDS_INCOMPLETE } from './fullIdsWords'
import { fillFrom, type FilledLake } from './lakeSource'
import { missingFiles, tellMissing } from './missingFiles'
import { print, warn } from './print'
import { problemLines } from './problemLines'
import { readMatchSalt } from './readMatchSalt'
import { assessedFiles } from './reviewGiven'

/** `yihu export --format parquet`. Returns the exit code: 0 done, 1 refused with problems (nothing is written), 2 wrong usage. */
export async function exportLakeCommand(args: readonly string[]): Promise<number> {
  const usage = parseExportLakeUsage(args)
  if (usage === null || usage === 'full_ids') {
    warn(usage === null ? EXPORT_LAKE_USAGE : `${FULL_IDS_INCOMPLETE}\n\n${EXPORT_LAKE_USAGE}`)
    return 2
  }
  const missing = await missingFiles(filesOf(usage))
  if (missing.length > 0) return tellMissing(missing, usage.language)
  const refuse = (problems: readonly Problem[]): number => {
    warn(problemLines(problems, textsOf(usage.language), usage.isVerbose))
    return 1
  }
  return tellingFileTrouble(() => exportLake(usage, refuse), refuse)
}

function filesOf({ given, matchSalt }: ExportLakeUsage): readonly string[] {
  const areas = [given?.villages ?? null, given?.county ?? null, matchSalt]
  return [...(given === null ? [] : assessedFiles(given)), ...areas.filter((path) => path !== null)]
}

async function exportLake(
  usage: ExportLakeUsage,
  refuse: (problems: readonly Problem[]) => number,
): Promise<number> {
  const matchSalt = await readMatchSalt(usage.matchSalt)
  if (!matchSalt.ok) return refuse(matchSalt.problems)
  const made = await makeTables(usage, matchSalt.value)
  if (made === 'no_project') {
    warn(`${EXPORT_LAKE_USAGE}\n\nno folder of merged packages: ${usage.from}`)
    return 2
  }
  if (!made.ok) return refuse(made.problems)
  const { facts, tables, problems } = made.value
  const written = await writePartition({ files: DISK, processes: PROCESSES }, usage.into, facts, tables)
  if (!written.ok) return refuse(written.problems)
  const rows = tables.tables.map(({ name, rows: count }) => `  ${name}  ${count}`)
  print([WRITTEN[usage.language][written.value](manifestPath(facts)), ...rows].join('\n'))
  if (problems.length > 0) warn(problemLines(problems, textsOf(usage.language), usage.isVerbose))
  return 0
}

interface MadeLake extends Pick<FilledLake, 'problems'> {
  readonly facts: ManifestFacts
  readonly tables: LakeTables
}

/** Reads the project into tables, compressed, and what their manifest says. */
async function makeTables(
  { from, given, fullIds: asked }: ExportLakeUsage,
  matchSalt: string | null,
): Promise<Result<MadeLake> | 'no_project'> {
  const begun = new Date().toISOString()
  const fullIds = asked && { ...asked, at: begun }
  const filled = await fillFrom({ from, given }, (project) =>
    beginLake(project, { matchSalt, fullIds, begun }),
  )
  if (filled === 'no_project' || !filled.ok) return filled
  const { lake, county, problems } = filled.value
  const made = lake.end(county)
  return made.ok ? success({ ...made.value, problems }) : made
}

const WRITTEN: Readonly<Record<Language, Readonly<Record<Written, (manifest: string) => string>>>> = {
  'zh-CN': {
    added: (manifest) => `已写入数据湖：${manifest}`,
    replaced: (manifest) => `已换掉这个县以前的数据：${manifest}`,
    renewed: (manifest) => `数据没有变，只更新了说明：${manifest}`,
    same: (manifest) => `数据没有变，什么也没有写：${manifest}`,
  },
  en: {
    added: (manifest) => `written into the lake: ${manifest}`,
    replaced: (manifest) => `this county's earlier records replaced: ${manifest}`,
    renewed: (manifest) => `the records are the same; only what is said of them is renewed: ${manifest}`,
    same: (manifest) => `the records are the same; nothing is written: ${manifest}`,
  },
}
