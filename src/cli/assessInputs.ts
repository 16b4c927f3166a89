import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { villageOf } from '../application/adoptRoster'
import type { HouseholdAssessment } from '../application/assess/assessHousehold'
import { readDeterminationLines } from '../application/determination/readDeterminationLines'
import { writeDeterminations } from '../application/determination/writeDeterminations'
import type { Author } from '../application/households/addFoundHousehold'
import { parseTotalsText } from '../application/measures/parseTotals'
import type { ProjectStore } from '../application/store/ProjectStore'
import type { CountyTotals } from '../domain/measures/CountyTotals'
import { DRAWN_ALIKE, type Sampling } from '../domain/measures/MeasuredHousehold'
import type { Problem } from '../domain/shared/Problem'
import { success, type Result } from '../domain/shared/Result'
import type { AssessUsage } from './assessUsage'

/** The totals of `--totals`. */
export async function readTotalsFile(path: string): Promise<Result<CountyTotals>> {
  return parseTotalsText(await readFile(path, 'utf8'), basename(path))
}

/** Writes the decisions of `--determinations`, if there is one; returns the warnings. */
export async function takeDeterminations(
  store: ProjectStore,
  assessments: readonly HouseholdAssessment[],
  { determinations }: AssessUsage,
  author: Author,
): Promise<Result<readonly Problem[]>> {
  if (determinations === null) return success([])
  const judged = new Map(
    assessments.map(({ household, judgement }) => [
      household.id,
      { status: household.status, conclusion: judgement.conclusion },
    ]),
  )
  const lines = (await readFile(determinations, 'utf8')).split(/\r?\n/)
  const read = readDeterminationLines(lines, basename(determinations), judged)
  if (!read.ok) return read
  const written = await writeDeterminations(store, read.value.records, judged, author)
  return written.ok ? success(read.value.problems) : written
}

/** How the households were drawn, as `--drawn` says. */
export function samplingOf({ areVillagesDrawn }: AssessUsage): (assessment: HouseholdAssessment) => Sampling {
  return ({ household }) =>
    areVillagesDrawn ? { ...DRAWN_ALIKE, cluster: villageOf(household) } : DRAWN_ALIKE
}
