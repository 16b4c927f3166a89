import type { Sampling } from '../../domain/sampling/Sampling'
import { areasOf } from '../census/areasOf'
import type { GivenAreas } from '../census/CensusTally'
import type { ProjectKind } from '../project/ProjectSettings'
import { reviewInputsOf, type ReviewInputs } from '../review/ReviewInputs'
import { samplingsOf } from '../sampling/projectSample'
import type { ProjectStore } from '../store/ProjectStore'

/** What a lake is made of besides a project's households: plain data, so that a worker can be handed it. */
export type LakeInputs = AssessmentInputs | CensusInputs

interface AssessmentInputs {
  readonly kind: 'assessment'
  readonly review: ReviewInputs
}

interface CensusInputs {
  readonly kind: 'census'
  readonly areas: GivenAreas
  /** What each household counts for; null where everybody was to be enumerated. */
  readonly samplings: ReadonlyMap<string, Sampling> | null
}

/** The same of a stored project. */
export async function lakeInputsOf(store: ProjectStore, kind: ProjectKind): Promise<LakeInputs> {
  return kind === 'assessment'
    ? { kind, review: await reviewInputsOf(store) }
    : { kind, areas: await areasOf(store), samplings: await samplingsOf(store) }
}
