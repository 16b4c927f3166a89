import type { BegunLake, LakeProject } from '../adapters/lake/beginLake'
import { AREA_FORMS } from '../adapters/resources/areaForms'
import { censusTables } from '../adapters/resources/censusTables'
import { rulesOf } from '../adapters/resources/rulesOf'
import { fieldworkOf } from '../application/households/fieldworkOf'
import { countedHousehold } from '../application/lake/countedHousehold'
import { fillFromReview, fillFromStore } from '../application/lake/fillFromStore'
import type { LakeCounty } from '../application/lake/fillLake'
import { currentRules } from '../application/project/openProject'
import { currentRosterProblems } from '../application/roster/rosterProblems'
import { projectSampleOf, sampleOf, samplingsIn } from '../application/sampling/projectSample'
import type { Problem } from '../domain/shared/Problem'
import { refusal, refusals, success, type Result } from '../domain/shared/Result'
import { countGiven, type CountUsage } from './countGiven'
import { isOfOtherKind } from './isOfOtherKind'
import { reviewGiven } from './reviewGiven'
import { withProjectFolder } from './withProjectFolder'

/** Refused before any household is read. */
export type BeginLake = (project: LakeProject) => Result<BegunLake>

export interface FilledLake {
  readonly lake: BegunLake
  readonly county: LakeCounty
  readonly problems: readonly Problem[]
}

/** Reads a folder, or lists and answers, into a lake. `no_project`: the folder holds none. Refused: what either is. */
export async function fillFrom(
  { from, given }: { readonly from: string | null; readonly given: CountUsage | null },
  begin: BeginLake,
): Promise<Result<FilledLake> | 'no_project'> {
  if (from !== null) return fillFromFolder(from, begin)
  if (given === null) throw new Error('neither a folder nor lists')
  return fillFromGiven(given, begin)
}

/** Reads a folder of merged packages, village by village. Refused: its settings, `folder_without_roster`. */
async function fillFromFolder(from: string, begin: BeginLake): Promise<Result<FilledLake> | 'no_project'> {
  return withProjectFolder(from, async (store) => {
    const current = await currentRules(store, from, rulesOf)
    if (!current.ok) return current
    const { rules, settings } = current.value
    const sample = (await projectSampleOf(store))?.log ?? null
    const begun = begin({ rules, salt: settings.salt, sample })
    if (!begun.ok) return begun
    const counting = { tablesOf: censusTables, areaForms: AREA_FORMS }
    const county = await fillFromStore(store, rules, begun.value.filling, counting)
    if (county.households === 0) return refusal('folder_without_roster', from)
    return success({ lake: begun.value, county, problems: await currentRosterProblems(store) })
  })
}

/** Reads lists and answers, of either kind: the answers show which. Refused: what is wrong with them. */
async function fillFromGiven(given: CountUsage, begin: BeginLake): Promise<Result<FilledLake>> {
  const isCensus = await isOfOtherKind(given.answers, 'assessment')
  if (!isCensus.ok) return isCensus
  return isCensus.value ? fillFromCount(given, begin) : fillFromAssessed(given, begin)
}

async function fillFromAssessed(given: CountUsage, begin: BeginLake): Promise<Result<FilledLake>> {
  const { reviewed, problems, salt, store, sample } = await reviewGiven(given)
  if (reviewed === null) return refusals(problems)
  const begun = begin({ rules: reviewed.review.rules, salt, sample })
  if (!begun.ok) return begun
  const county = fillFromReview(reviewed, await fieldworkOf(store), begun.value.filling)
  return success({ lake: begun.value, county, problems })
}

async function fillFromCount(given: CountUsage, begin: BeginLake): Promise<Result<FilledLake>> {
  const begins: Result<BegunLake>[] = []
  const counted = await countGiven(given, ({ rules, salt, sample }) => {
    const begun = begin({ rules, salt, sample })
    begins.push(begun)
    if (!begun.ok) return undefined
    const { filling } = begun.value
    const samplings = sample && samplingsIn(sampleOf(sample))
    return (taken, interview, book) => filling.add(countedHousehold(taken, interview, book, rules, samplings))
  })
  const [begun] = begins
  if (begun !== undefined && !begun.ok) return begun
  if (!counted.ok) return counted
  if (begun === undefined) throw new Error('a county was counted before it was begun')
  const county = begun.value.filling.done({ totals: null, reading: null }, counted.value.book)
  return success({ lake: begun.value, county, problems: counted.value.problems })
}
