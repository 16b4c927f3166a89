import { PostgresTrouble } from '../adapters/lake/postgres/PostgresTrouble'
import { tablesEdition } from '../adapters/resources/censusTables'
import { sqlText } from '../adapters/resources/sqlTexts'
import { choosePartitions, type ChosenPartitions } from '../application/lake/choosePartitions'
import { readCounties, type CountyInLake } from '../application/lake/LakeArea'
import { EngineTrouble, type LakeSource } from '../application/lake/LakeEngine'
import type { LakePartition } from '../application/lake/LakePartition'
import { refusal, refusals, type Result } from '../domain/shared/Result'
import { lakeGiven, type LakeGiven } from './lakeGiven'
import { outputProblems } from './outputProblems'
import type { TablesUsage } from './tablesUsage'

/** The partitions that a command is about, and what asks them. */
export interface ChosenLake extends ChosenPartitions {
  /** Asks an engine that has some of the partitions, and lets it go. */
  ask<T>(
    partitions: readonly LakePartition[],
    work: (source: LakeSource, counties: ReadonlyMap<string, CountyInLake>) => Promise<Result<T>>,
  ): Promise<Result<T>>
}

/**
 * Opens the lake of a command for some work, and closes it. Refused: what cannot be summed, an output that is one of its files,
 * `lake_not_counted`, and what a server refuses.
 */
export async function withLake<T>(
  usage: Pick<TablesUsage, 'from' | 'engines' | 'kind' | 'out'>,
  work: (lake: ChosenLake) => Promise<Result<T>>,
): Promise<Result<T>> {
  try {
    const lake = await lakeGiven(usage)
    if (!lake.ok) return lake
    try {
      const clashes = await outputProblems({ reads: lake.value.reads, writes: [usage.out] })
      if (clashes.length > 0) return refusals(clashes)
      const chosen = choosePartitions(lake.value.partitions, usage.kind, tablesEdition())
      return chosen.ok ? await work({ ...chosen.value, ask: asking(lake.value) }) : chosen
    } finally {
      await lake.value.close()
    }
  } catch (error) {
    if (error instanceof PostgresTrouble) return refusals([error.problem])
    if (!(error instanceof EngineTrouble)) throw error
    return refusal('lake_not_counted', error.message)
  }
}

function asking(lake: LakeGiven): ChosenLake['ask'] {
  return async (partitions, work) => {
    const engine = await lake.engineOf(partitions)
    try {
      const source: LakeSource = { engine, sqlOf: sqlText }
      return await work(source, await readCounties(source))
    } finally {
      await engine.close()
    }
  }
}
