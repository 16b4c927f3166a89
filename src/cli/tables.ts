import { textsOf } from '../adapters/resources/texts'
import type { Problem } from '../domain/shared/Problem'
import { success, type Result } from '../domain/shared/Result'
import { tellingFileTrouble } from './fileProblem'
import { lakeTeller, type LakeTeller } from './lakeTeller'
import { withLake } from './openLake'
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
  const { level } = usage
  return withLake(usage, ({ kind, partitions, ask }) =>
    ask(partitions, async (source, counties) =>
      kind === 'census'
        ? success(await tellCensus(source, counties, level, teller))
        : tellMeasures(source, counties, level, teller),
    ),
  )
}
