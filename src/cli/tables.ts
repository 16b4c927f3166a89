import { PostgresTrouble } from '../adapters/lake/postgres/PostgresTrouble'
import { tablesEdition } from '../adapters/resources/censusTables'
import { sqlText } from '../adapters/resources/sqlTexts'
import { textsOf } from '../adapters/resources/texts'
import { choosePartitions, type ChosenPartitions } from '../application/lake/choosePartitions'
import { readCounties, type LakeLevel } from '../application/lake/LakeArea'
import { EngineTrouble, type LakeSource } from '../application/lake/LakeEngine'
import type { Problem } from '../domain/shared/Problem'
import { refusal, refusals, success, type Result } from '../domain/shared/Result'
import { tellingFileTrouble } from './fileProblem'
import { lakeTeller, type LakeTeller } from './lakeTeller'
import { openLake, type OpenLake } from './openLake'
import { outputProblems } from './outputProblems'
import { warn } from './print'
import { parseTablesUsage, TABLES_USAGE, type TablesUsage } from './tablesUsage'
import { tellCensus, tellMeasures } from './tellLake'

/** `yihu tables`. Returns the exit code: 0 done, 1 refused with problems, 2 wrong usage. */
export async function tablesCommand(args: readonly string[]): Promise<number> {
  const usage = parseTablesUsage(args)
  if (usage === null) {
    warn(TABLES_USAGE)
    return 2
  }
  const teller = lakeTeller(usage, textsOf(usage.language))
  let problems: readonly Problem[] = []
  await tellingFileTrouble(
    async () => {
      const told = await tellTables(usage, teller)
      problems = told.ok ? told.value : told.problems
      return 0
    },
    (trouble) => {
      problems = trouble
      return 1
    },
  )
  return teller.end(problems)
}

/** Counts and tells. Returns what is worth knowing besides. */
async function tellTables(usage: TablesUsage, teller: LakeTeller): Promise<Result<readonly Problem[]>> {
  if (usage.level === 'city') return refusal('lake_city_unknown')
  try {
    const lake = await openLake(usage)
    if (!lake.ok) return lake
    try {
      return await countLake(lake.value, usage, usage.level, teller)
    } finally {
      await lake.value.close()
    }
  } catch (error) {
    if (error instanceof PostgresTrouble) return refusals([error.problem])
    if (!(error instanceof EngineTrouble)) throw error
    return refusal('lake_not_counted', error.message)
  }
}

async function countLake(
  lake: OpenLake,
  { kind, out }: TablesUsage,
  level: LakeLevel,
  teller: LakeTeller,
): Promise<Result<readonly Problem[]>> {
  const clashes = await outputProblems({ reads: lake.reads, writes: [out] })
  if (clashes.length > 0) return refusals(clashes)
  const chosen = choosePartitions(lake.partitions, kind, tablesEdition())
  return chosen.ok ? countChosen(lake, chosen.value, level, teller) : chosen
}

async function countChosen(
  lake: OpenLake,
  { kind, partitions }: ChosenPartitions,
  level: LakeLevel,
  teller: LakeTeller,
): Promise<Result<readonly Problem[]>> {
  const engine = await lake.engineOf(partitions)
  try {
    const source: LakeSource = { engine, sqlOf: sqlText }
    const counties = await readCounties(source)
    return kind === 'census'
      ? success(await tellCensus(source, counties, level, teller))
      : await tellMeasures(source, counties, level, teller)
  } finally {
    await engine.close()
  }
}
