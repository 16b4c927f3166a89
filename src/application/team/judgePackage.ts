import type { Change } from '../../domain/changes/Change'
import { foldChanges } from '../../domain/changes/foldChanges'
import { BEGUN } from '../../domain/interview/bookkeeping'
import { refusal, success, type Result } from '../../domain/shared/Result'
import { leadsWordIn } from '../../domain/team/leadsWord'
import { readRoll, type Roll, type RollEntry } from '../../domain/team/Roll'
import { brokenChain, type DeviceId, type SegmentPart, type SignedSegment } from '../../domain/team/Segment'
import { PROJECT } from '../adoptRoster'
import type { ProjectStore } from '../store/ProjectStore'
import { leadOf } from './deviceOf'
import { KeptSegments } from './KeptSegments'
import type { OpenedPackage, TeamPort } from './TeamPort'

/** What a package is judged by: the project as it is known here. */
export interface TeamView {
  readonly projectId: string
  readonly lead: DeviceId
  /** Changes of the project that the lead's device signed, those of the packages at hand among them. */
  readonly leadChanges: readonly Change[]
  readonly kept: KeptSegments
  /** Those of packages that come in together with this one. */
  readonly segments: readonly SignedSegment[]
  isKnownInstrument(version: string): boolean
}

export type Judged =
  | { readonly kind: 'sound'; readonly sender: RollEntry }
  /** Its device was taken off the roll: the lead may take it all the same, with a reason. */
  | { readonly kind: 'set_aside'; readonly sender: RollEntry; readonly code: 'device_removed' }

/** The view of an open project. Refused: `team_unled`. */
export async function teamView(
  store: ProjectStore,
  isKnownInstrument: (version: string) => boolean,
): Promise<Result<TeamView>> {
  const lead = await leadOf(store)
  if (lead === undefined) return refusal('team_unled')
  const leadChanges = await store.changesOf('project', PROJECT)
  const kept = new KeptSegments(await store.records('segments'))
  return success({ projectId: store.projectId, lead, leadChanges, kept, segments: [], isKnownInstrument })
}

/** The same view with what the lead says in a package: its roll goes with every package, so that any comes first. */
export function withLeadsWord(
  view: TeamView,
  opened: Pick<OpenedPackage, 'manifest' | 'segments'>,
): TeamView {
  if (opened.manifest.project.id !== view.projectId) return view
  const said = opened.segments
    .filter(({ segment }) => segment.header.device === view.lead)
    .flatMap(({ changes }) => changes.filter(({ entity }) => entity === 'project'))
  return { ...view, leadChanges: [...view.leadChanges, ...said] }
}

/**
 * Whether the people behind a package may say what it says. Refused: `package_other_project`, `device_unknown`,
 * `segment_device_unknown`, `segment_chain_broken`, `person_of_another` (an answer in the name of somebody who does not work at that
 * device), `lead_only` (another device says what only the lead's does: `leadsWordIn`), `instrument_unknown`.
 */
export function judgePackage(opened: OpenedPackage, view: TeamView, port: TeamPort): Result<Judged> {
  const { manifest, segments } = opened
  if (manifest.project.id !== view.projectId)
    return refusal('package_other_project', opened.file, { title: manifest.project.title })
  const roll = readRoll(foldChanges(view.leadChanges.filter(({ entityId }) => entityId === PROJECT)))
  const sender = roll.get(manifest.sender.device)
  if (sender === undefined)
    return refusal('device_unknown', manifest.sender.names.join(' '), {
      fingerprint: port.fingerprintOf(manifest.sender.device, manifest.sender.recipient),
    })
  const coming = segments.map(({ segment }) => segment)
  const broken = brokenChain([...view.kept.besides(coming), ...view.segments], coming)
  if (broken !== undefined) return refusal('segment_chain_broken', namesOf(broken.header.device, roll))
  for (const part of segments) {
    const judged = judgeSegment(part, roll, view)
    if (!judged.ok) return judged
  }
  return success(
    sender.removed === null
      ? { kind: 'sound', sender }
      : { kind: 'set_aside', sender, code: 'device_removed' },
  )
}

function judgeSegment({ segment, changes }: SegmentPart, roll: Roll, view: TeamView): Result<null> {
  const { device } = segment.header
  const author = roll.get(device)
  if (author === undefined) return refusal('segment_device_unknown', device)
  const isLead = device === view.lead
  for (const change of changes) {
    const { entity, path, value, person } = change
    // The lead's own laptop is where everybody's names come from, and where a second person confirms.
    if (!isLead && !author.everNames.includes(person))
      return refusal('person_of_another', person, { names: author.names.join(' ') })
    const leadsWords = isLead ? null : leadsWordIn(change)
    if (leadsWords !== null) return refusal('lead_only', person, { leadsWords })
    if (entity === 'interview' && path === BEGUN && !view.isKnownInstrument(String(value)))
      return refusal('instrument_unknown', String(value))
  }
  return success(null)
}

function namesOf(device: DeviceId, roll: Roll): string {
  return roll.get(device)?.names.join(' ') ?? device
}
