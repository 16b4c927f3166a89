import type { Change } from '../../../domain/changes/Change'
import type { EntityState } from '../../../domain/changes/foldChanges'
import { BEGUN } from '../../../domain/interview/bookkeeping'
import type { Problem } from '../../../domain/shared/Problem'
import { refusal, success, type Result } from '../../../domain/shared/Result'
import { confirmationIn } from '../../../domain/programmes/assessment/determination/readDeterminations'
import type { Roll, RollEntry } from '../../../domain/team/Roll'
import { countsAsSecond, readSecondPeople, type SecondPeople } from '../../../domain/team/SecondPeople'
import { brokenChain, type DeviceId, type SegmentPart } from '../../../domain/team/Segment'
import { isDescribed, leadsMatterIn } from '../../facts/factOf'
import { redrawnIn } from '../../sampling/recordSample'
import { takenSpares } from './takenSpares'
import type { OpenedChunk, OpenedPackage, TeamPort } from '../TeamPort'
import type { TeamView } from './TeamView'

export interface Judged {
  /** Why the whole package is set aside: its device was taken off the roll, or it takes others' spares. The lead may take it all the same. */
  readonly doubt: Pick<Problem, 'code' | 'details'> | null
  /** Devices that were taken off the roll and of which it brings what was not known here: set aside, whoever carries it. */
  readonly removed: readonly RollEntry[]
  /** Parts of others with changes that no fact describes (`isDescribed`): an app of another edition, or a tampered one, accepted them. */
  readonly unknown: ReadonlySet<OpenedChunk>
  /** Who confirmed something in it, and does not count: see `countsAsSecond`. */
  readonly uncounted: readonly string[]
}

/**
 * Whether the people behind a package may write what it holds; `project` and `roll`: `projectOf` and `rollOf` the view. Refused: `package_other_project`, `device_unknown`,
 * `segment_device_unknown`, `segment_chain_broken`, `person_of_another` (an answer in the name of somebody who does not work at that
 * device), `confirmation_of_another` (at a device of the confirmer's own, which it is not), `lead_only` (a change of another device that
 * only the lead's may write: `leadsMatterIn`), `instrument_unknown`, `counter_out_of_reach`, `fact_unknown` (a change of its sender that no fact
 * describes: `isDescribed`).
 */
export function judgePackage(
  opened: OpenedPackage,
  view: TeamView,
  project: EntityState,
  roll: Roll,
  port: TeamPort,
): Result<Judged> {
  const { manifest, segments } = opened
  if (manifest.project.id !== view.projectId)
    return refusal('package_other_project', opened.file, { title: manifest.project.title })
  const sender = roll.get(manifest.sender.device)
  if (sender === undefined)
    return refusal('device_unknown', manifest.sender.names.join(' '), {
      fingerprint: port.fingerprintOf(manifest.sender.device, manifest.sender.recipient),
    })
  const coming = segments.map(({ segment }) => segment)
  const kept = view.kept.besides(coming)
  const broken = brokenChain([...kept, ...view.segments], coming)
  if (broken !== undefined) return refusal('segment_chain_broken', namesOf(broken.header.device, roll))
  const highest = highestCounter(opened, view)
  for (const part of segments) {
    const judged = judgeSegment(part, roll, view, highest)
    if (!judged.ok) return judged
  }
  const unknown = segments.flatMap(({ segment, chunks }) =>
    chunks.flatMap((chunk) =>
      chunk.changes.flatMap((change) =>
        isDescribed(change, view.forms) ? [] : [{ device: segment.header.device, chunk, change }],
      ),
    ),
  )
  const ownUnknown = unknown.find(({ device }) => device === sender.device)
  if (ownUnknown !== undefined) {
    const { entity, entityId, path } = ownUnknown.change
    return refusal('fact_unknown', path, { entity, id: entityId })
  }
  const knownHashes = new Set(kept.map(({ hash }) => hash))
  const removed = segments.flatMap(({ segment: { header, hash } }) => {
    const author = roll.get(header.device)
    return author === undefined || author.removed === null || knownHashes.has(hash) ? [] : [author]
  })
  const doubt =
    sender.removed === null ? takenSpares(opened, project, roll, view) : { code: 'device_removed' as const }
  const people = readSecondPeople(view.leadChanges)
  const uncounted = segments.flatMap(({ changes }) => uncountedIn(changes, people))
  return success({
    doubt,
    removed: [...new Set(removed)],
    unknown: new Set(unknown.map(({ chunk }) => chunk)),
    uncounted: [...new Set(uncounted)],
  })
}

/** Confirmations from before the way was recorded count by the list, which the lead's device may not have here. */
function uncountedIn(changes: readonly Change[], people: SecondPeople): readonly string[] {
  return changes.flatMap((change) => {
    const how = confirmationIn(change)?.how ?? null
    return how === null || countsAsSecond(people, change, how) ? [] : [change.person]
  })
}

/**
 * A counter counts changes: an honest one is no higher than what is known, with what the package brings and what others have made
 * meanwhile. A higher one could leave no room for anybody's next change. Changes that the lead writes or sends may go further: a laptop
 * that joins late knows little of the project.
 */
function highestCounter({ manifest, segments }: OpenedPackage, { counter, lead }: TeamView): number {
  if (manifest.sender.device === lead) return LEADS_HIGHEST_COUNTER
  return segments.reduce((sum, { changes }) => sum + changes.length, counter) + UNSEEN_CHANGES
}

function judgeSegment(
  { segment, changes }: SegmentPart,
  roll: Roll,
  view: TeamView,
  highest: number,
): Result<null> {
  const { device } = segment.header
  const author = roll.get(device)
  if (author === undefined) return refusal('segment_device_unknown', device)
  const isLead = device === view.lead
  for (const change of changes) {
    const { entity, path, value, person, lamport } = change
    if (lamport > (isLead ? LEADS_HIGHEST_COUNTER : highest))
      return refusal('counter_out_of_reach', author.names.join(' '), { counter: lamport })
    // The lead's own laptop is where everybody's names come from.
    if (!isLead && !author.everNames.includes(person))
      return refusal('person_of_another', person, { names: author.names.join(' ') })
    const second = ownDeviceIn(change)
    if (second !== null && !author.everNames.includes(second))
      return refusal('confirmation_of_another', second, { names: author.names.join(' ') })
    const leadsWords = isLead ? null : leadsMatterIn(change)
    if (leadsWords !== null) return refusal('lead_only', person, { leadsWords })
    if (entity === 'interview' && path === BEGUN && !view.forms.isVersion(String(value)))
      return refusal('instrument_unknown', String(value))
  }
  return success(null)
}

/** Who confirmed a decision, or agreed to another draw, at a device of their own; null where nobody did. */
function ownDeviceIn(change: Change): string | null {
  const confirmation = confirmationIn(change)
  if (confirmation !== null) return confirmation.how === 'own_device' ? change.person : null
  const redrawn = redrawnIn(change)
  return redrawn?.how === 'own_device' ? redrawn.confirmedBy : null
}

/** More than a team makes between two packages of one member. */
const UNSEEN_CHANGES = 2 ** 20
/** Half the room that there is (`MAX_LAMPORT`). */
const LEADS_HIGHEST_COUNTER = 2 ** 51

function namesOf(device: DeviceId, roll: Roll): string {
  return roll.get(device)?.names.join(' ') ?? device
}
