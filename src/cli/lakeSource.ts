import { newReplica } from '../adapters/crypto/newReplica'
import { FolderStore } from '../adapters/folder/FolderStore'
import { projectIn } from '../adapters/folder/projectIn'
import { AREA_FORMS } from '../adapters/resources/areaForms'
import { censusTables } from '../adapters/resources/censusTables'
import { rulesOf } from '../adapters/resources/rulesOf'
import type { AssessmentRules } from '../application/assess/assessHousehold'
import { fieldworkOf } from '../application/households/fieldworkOf'
import { countedHousehold } from '../application/lake/countedHousehold'
import { fillFromReview, fillFromStore } from '../application/lake/fillFromStore'
import type { LakeCounty, LakeFilling } from '../application/lake/fillLake'
import { currentRules } from '../application/project/openProject'
import { currentRosterProblems } from '../application/roster/rosterProblems'
import { projectSampleOf, sampleOf, samplingsIn } from '../application/sampling/projectSample'
import type { SampleLog } from '../application/sampling/SampleLog'
import type { Problem } from '../domain/shared/Problem'
import { refusal, refusals, success, type Result } from '../domain/shared/Result'
import { countGiven, type CountUsage } from './countGiven'
import { isOfOtherKind } from './isOfOtherKind'
import { reviewGiven } from './reviewGiven'

/** A project that goes into a lake, before its households are read. */
export interface LakeProject {
  readonly rules: AssessmentRules
  /** What its keys are made with. */
  readonly salt: string
  readonly sample: SampleLog | null
}

/** What is to be filled; refused before any household is read. */
export type BeginLake = (project: LakeProject) => Result<LakeFilling>

export interface FilledLake {
  readonly county: LakeCounty
  readonly problems: readonly Problem[]
}

/** Reads a folder of merged packages, village by village. `no_project`: it holds none. Refused: its settings, `folder_without_roster`. */
export async function fillFromFolder(
  from: string,
  begin: BeginLake,
): Promise<Result<FilledLake> | 'no_project'> {
  const projectId = await projectIn(from)
  if (projectId === undefined) return 'no_project'
  const opened = await FolderStore.open(from, projectId, newReplica())
  if (!opened.ok) return opened
  const store = opened.value
  try {
    const current = await currentRules(store, from, rulesOf)
    if (!current.ok) return current
    const { rules, settings } = current.value
    const sample = (await projectSampleOf(store))?.log ?? null
    const filling = begin({ rules, salt: settings.salt, sample })
    if (!filling.ok) return filling
    const counting = { tablesOf: censusTables, areaForms: AREA_FORMS }
    const county = await fillFromStore(store, rules, filling.value, counting)
    if (county.households === 0) return refusal('folder_without_roster', from)
    return success({ county, problems: await currentRosterProblems(store) })
  } finally {
    await store.close()
  }
}

/** Reads lists and answers, of either kind: the answers show which. Refused: what is wrong with them. */
export async function fillFromGiven(given: CountUsage, begin: BeginLake): Promise<Result<FilledLake>> {
  const isCensus = await isOfOtherKind(given.answers, 'assessment')
  if (!isCensus.ok) return isCensus
  return isCensus.value ? fillFromCount(given, begin) : fillFromAssessed(given, begin)
}

async function fillFromAssessed(given: CountUsage, begin: BeginLake): Promise<Result<FilledLake>> {
  const { reviewed, problems, salt, store, sample } = await reviewGiven(given)
  if (reviewed === null) return refusals(problems)
  const filling = begin({ rules: reviewed.review.rules, salt, sample })
  if (!filling.ok) return filling
  const county = fillFromReview(reviewed, await fieldworkOf(store), filling.value)
  return success({ county, problems })
}

async function fillFromCount(given: CountUsage, begin: BeginLake): Promise<Result<FilledLake>> {
  let begun: Result<LakeFilling> | null = null
  const counted = await countGiven(given, ({ rules, salt, sample }) => {
    const filling = begin({ rules, salt, sample })
    begun = filling
    const samplings = sample && samplingsIn(sampleOf(sample))
    return (taken, interview, book) => {
      if (filling.ok) filling.value.add(countedHousehold(taken, interview, book, rules, samplings))
    }
  })
  if (!counted.ok) return counted
  const filling = begun as Result<LakeFilling> | null
  if (filling === null || !filling.ok) return filling ?? refusals([])
  const county = filling.value.done({ totals: null, reading: null }, counted.value.book)
  return success({ county, problems: counted.value.problems })
}
