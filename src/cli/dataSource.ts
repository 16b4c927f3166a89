import { rulesOf } from '../adapters/resources/rulesOf'
import type { FieldworkFile } from '../application/households/FieldworkFile'
import { fieldworkOf } from '../application/households/fieldworkOf'
import type { ProjectReview } from '../application/review/reviewAssessed'
import { reviewProject } from '../application/review/reviewProject'
import { projectSampleOf, sampleOf, type ProjectSample } from '../application/sampling/projectSample'
import type { ProjectStore } from '../application/store/ProjectStore'
import type { Language } from '../application/texts/Texts'
import type { Problem } from '../domain/shared/Problem'
import { refusals, type Result } from '../domain/shared/Result'
import type { AssessUsage } from './assessUsage'
import { reviewGiven } from './reviewGiven'
import { withProjectFolder } from './withProjectFolder'

/** Records that are written, reviewed, and the store that they are in. */
export interface DataSource {
  readonly reviewed: ProjectReview
  readonly store: ProjectStore
  /** What keys are made with. */
  readonly salt: string
  readonly drawn: ProjectSample | null
  readonly fieldwork: FieldworkFile
  readonly problems: readonly Problem[]
}

interface SourceWords {
  /** A folder of merged packages; null: what was given. */
  readonly from: string | null
  readonly given: AssessUsage | null
  readonly language: Language
}

/** Opens the records, hands them to `use` and closes them. `no_project`: the folder holds none. Refused: as the review of either is, or `use`. */
export async function withDataSource<T>(
  { from, given, language }: SourceWords,
  use: (source: DataSource) => Promise<Result<T>>,
): Promise<Result<T> | 'no_project'> {
  if (from !== null) return withFolder(from, language, use)
  if (given === null) throw new Error('neither a folder nor lists')
  const { reviewed, problems, salt, store, sample } = await reviewGiven(given)
  if (reviewed === null) return refusals(problems)
  const drawn = sample === null ? null : sampleOf(sample)
  return use({ reviewed, store, salt, drawn, fieldwork: await fieldworkOf(store), problems })
}

async function withFolder<T>(
  from: string,
  language: Language,
  use: (source: DataSource) => Promise<Result<T>>,
): Promise<Result<T> | 'no_project'> {
  return withProjectFolder(from, async (store) => {
    const reviewed = await reviewProject(store, from, rulesOf, language)
    if (!reviewed.ok) return reviewed
    const { settings, fieldwork, problems } = reviewed.value
    const drawn = await projectSampleOf(store)
    return use({ reviewed: reviewed.value, store, salt: settings.salt, drawn, fieldwork, problems })
  })
}
