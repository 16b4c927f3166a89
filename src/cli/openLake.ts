import { duckDbEngine } from '../adapters/lake/duckDbEngine'
import { readLake } from '../adapters/lake/readLake'
import { lakeCodedTables, tablesEdition } from '../adapters/resources/censusTables'
import { sqlText } from '../adapters/resources/sqlTexts'
import { choosePartitions, type ChosenPartitions } from '../application/lake/choosePartitions'
import { readCounties, type CountyInLake } from '../application/lake/LakeArea'
import { EngineTrouble, type LakeSource } from '../application/lake/LakeEngine'
import { lakePaths, type LakePartition } from '../application/lake/LakePartition'
import { lakeSchema } from '../application/lake/lakeSchema'
import { refusal, refusals, type Result } from '../domain/shared/Result'
import { outputProblems } from './outputProblems'
import type { TablesUsage } from './tablesUsage'

/** The partitions that a command is about; refused where they cannot be summed, or the output is one of their files. */
export async function chosenLake({
  from,
  kind,
  out,
}: Pick<TablesUsage, 'from' | 'kind' | 'out'>): Promise<Result<ChosenPartitions>> {
  const lake = await readLake(from)
  if (!lake.ok) return lake
  const clashes = await outputProblems({ reads: lake.value.flatMap(lakePaths), writes: [out] })
  if (clashes.length > 0) return refusals(clashes)
  return choosePartitions(lake.value, kind, tablesEdition())
}

/** Asks an engine that has these partitions and lets it go. Refused: `lake_not_counted`. */
export async function askLake<T>(
  partitions: readonly LakePartition[],
  ask: (source: LakeSource, counties: ReadonlyMap<string, CountyInLake>) => Promise<Result<T>>,
): Promise<Result<T>> {
  try {
    const engine = await duckDbEngine(partitions, lakeSchema(lakeCodedTables()))
    try {
      const source: LakeSource = { engine, sqlOf: sqlText }
      return await ask(source, await readCounties(source))
    } finally {
      await engine.close()
    }
  } catch (error) {
    if (!(error instanceof EngineTrouble)) throw error
    return refusal('lake_not_counted', error.message)
  }
}
