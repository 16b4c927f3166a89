import type { ReplicaId } from '../../../domain/changes/Change'
import { groupBy } from '../../../domain/shared/groupBy'
import type { SignedSegment } from '../../../domain/team/Segment'

/** Only a header has it, and its first is its own: all other texts of a segment are hashes. */
const REPLICA = /"replica":"([0-9a-f]{32})"/

/** Signed segments as records keep them: of a province's hundreds, each listing its households, only those that a package goes on from are parsed. */
export class KeptSegments {
  readonly #texts: ReadonlyMap<ReplicaId | undefined, readonly string[]>

  constructor(texts: readonly string[]) {
    this.#texts = groupBy(texts, (text) => REPLICA.exec(text)?.[1])
  }

  /** Those of the same replicas. */
  besides(segments: readonly SignedSegment[]): readonly SignedSegment[] {
    const replicas = new Set(segments.map(({ header }) => header.replica))
    const texts = [...replicas].flatMap((replica) => this.#texts.get(replica) ?? [])
    return texts.map((text) => JSON.parse(text) as SignedSegment)
  }
}
