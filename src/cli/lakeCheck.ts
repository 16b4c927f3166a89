import { writeWorkbook } from '../adapters/excel/writeWorkbook'
import { textsOf } from '../adapters/resources/texts'
import { countyFunnels, type CountyFunnel } from '../application/lake/checks/countyFunnels'
import { matchingGroups, sharedKeys, type SharedKey } from '../application/lake/checks/sharedKeys'
import { partitionName } from '../application/lake/LakeManifest'
import { lakeCheckSheets } from '../application/lake/workbook/lakeCheckSheets'
import type { Problem } from '../domain/shared/Problem'
import { success, type Result } from '../domain/shared/Result'
import { tellingFileTrouble } from './fileProblem'
import { lakeCheckJson, lakeCheckText } from './lakeCheckReport'
import { LAKE_CHECK_USAGE, parseLakeCheckUsage, type LakeCheckUsage } from './lakeCheckUsage'
import { withLake, type ChosenLake } from './openLake'
import { print, warn } from './print'
import { problemLines } from './problemLines'
import { writtenLines } from './reviewOutput'
import { writeWhole, type WrittenFile } from './writeWhole'

/** What was found of the counties of a lake. */
export interface LakeFindings {
  readonly shared: readonly SharedKey[]
  readonly funnels: readonly CountyFunnel[]
  readonly problems: readonly Problem[]
}

/** `yihu lake-check`. Returns the exit code: 0 done, 1 refused with problems, 2 wrong usage. */
export async function lakeCheckCommand(args: readonly string[]): Promise<number> {
  const usage = parseLakeCheckUsage(args)
  if (usage === null) {
    warn(LAKE_CHECK_USAGE)
    return 2
  }
  const refuse = (problems: readonly Problem[]): number => {
    const texts = textsOf(usage.language)
    if (usage.json) print(lakeCheckJson({ shared: [], funnels: [], problems }, texts))
    warn(problemLines(problems, texts, usage.isVerbose))
    return 1
  }
  return tellingFileTrouble(() => tellFindings(usage, refuse), refuse)
}

async function tellFindings(
  usage: LakeCheckUsage,
  refuse: (problems: readonly Problem[]) => number,
): Promise<number> {
  const { out, json, language, isVerbose } = usage
  const found = await withLake(usage, findInLake)
  if (!found.ok) return refuse(found.problems)
  const texts = textsOf(language)
  const files: readonly WrittenFile[] =
    out === null ? [] : [{ path: out, contentOf: () => writeWorkbook(lakeCheckSheets(found.value, texts)) }]
  const written = await writeWhole(files)
  if (!written.ok) return refuse(written.problems)
  if (json) print(lakeCheckJson(found.value, texts))
  else print([lakeCheckText(found.value, texts), ...writtenLines(files, language)].join('\n'))
  const { problems } = found.value
  if (problems.length > 0) warn(problemLines(problems, texts, isVerbose))
  return 0
}

async function findInLake({ kind, partitions, ask }: ChosenLake): Promise<Result<LakeFindings>> {
  const funnels = await ask(partitions, async (source, counties) =>
    success(await countyFunnels(source, counties, kind)),
  )
  if (!funnels.ok) return funnels
  const { groups, alone } = matchingGroups(partitions)
  const shared: SharedKey[] = []
  for (const group of groups) {
    const asked = await ask(group, async (source, counties) => {
      for await (const each of sharedKeys(source, counties)) shared.push(each)
      return success(null)
    })
    if (!asked.ok) return asked
  }
  const names = alone.map(({ manifest }) => partitionName(manifest))
  const problems: readonly Problem[] =
    names.length === 0
      ? []
      : [{ code: 'lake_not_comparable', severity: 'warning', place: {}, value: names.join('、') }]
  return success({ shared, funnels: funnels.value, problems })
}
