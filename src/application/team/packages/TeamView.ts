import type { Change } from '../../../domain/changes/Change'
import { foldChanges, type EntityState } from '../../../domain/changes/foldChanges'
import type { KnownChanges } from '../../../domain/changes/KnownChanges'
import { refusal, success, type Result } from '../../../domain/shared/Result'
import { readRoll, type Roll } from '../../../domain/team/Roll'
import type { DeviceId, SignedSegment } from '../../../domain/team/Segment'
import { PROJECT } from '../../roster/adoptRoster'
import type { KnownForms } from '../../facts/KnownForms'
import type { ProjectStore } from '../../store/ProjectStore'
import { leadOf } from '../roll/deviceOf'
import { KeptSegments } from './KeptSegments'
import { knownHouseholds, type KnownHouseholds } from './KnownHouseholds'
import type { OpenedPackage } from '../TeamPort'

/** What a package is judged by: the project as it is known here. */
export interface TeamView {
  readonly projectId: string
  readonly lead: DeviceId
  /** Changes of the project that the lead's device signed, those of the packages at hand among them. */
  readonly leadChanges: readonly Change[]
  readonly kept: KeptSegments
  /** The highest Lamport counter that is known here, or that the lead's device signed in the packages at hand. */
  readonly counter: number
  /** Those of packages that come in together with this one. */
  readonly segments: readonly SignedSegment[]
  /** What is known here already: it was judged, or taken all the same, before. */
  readonly known: KnownChanges
  readonly forms: KnownForms
  readonly households: KnownHouseholds
}

/** The view of an open project. Refused: `team_unled`. */
export async function teamView(store: ProjectStore, forms: KnownForms): Promise<Result<TeamView>> {
  const lead = await leadOf(store)
  if (lead === undefined) return refusal('team_unled')
  const leadChanges = await store.changesOf('project', PROJECT)
  const kept = new KeptSegments(await store.records('segments'))
  const counter = store.highestCounter()
  const known = store.knownChanges().copy()
  return success({
    projectId: store.projectId,
    lead,
    leadChanges,
    kept,
    counter,
    segments: [],
    known,
    forms,
    households: knownHouseholds(store),
  })
}

/** The same view with the lead's changes in a package: the roll goes with every package, so that any may come first. */
export function withLeadChangesOf(
  view: TeamView,
  opened: Pick<OpenedPackage, 'manifest' | 'segments'>,
): TeamView {
  if (opened.manifest.project.id !== view.projectId) return view
  const said = opened.segments
    .filter(({ segment }) => segment.header.device === view.lead)
    .flatMap(({ changes }) => changes.filter(({ entity }) => entity === 'project'))
  return withLeadChanges(view, said)
}

/** The same view with changes of the project that the lead's device signed. */
export function withLeadChanges(view: TeamView, said: readonly Change[]): TeamView {
  const leadChanges = new Map([...view.leadChanges, ...said].map((change) => [change.id, change]))
  const counter = said.reduce((highest, { lamport }) => Math.max(highest, lamport), view.counter)
  return { ...view, leadChanges: [...leadChanges.values()], counter }
}

/** The project as the lead's device signed it. It is folded from all changes of the lead: once a package is enough. */
export function projectOf({ leadChanges }: TeamView): EntityState {
  return foldChanges(leadChanges.filter(({ entityId }) => entityId === PROJECT))
}

/** The roll in it. */
export function rollOf(view: TeamView): Roll {
  return readRoll(projectOf(view))
}
