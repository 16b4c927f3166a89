import * as v from 'valibot'
import type { ReplicaId } from '../../../domain/changes/Change'
import type { Result } from '../../../domain/shared/Result'
import type { DeviceId } from '../../../domain/team/Segment'
import type { ProjectStore } from '../../store/ProjectStore'
import { PACKAGE_KINDS, type PackageKind, type PackageManifest, type TeamPort } from '../TeamPort'

/** A record of the list `packages`: a package that left this device or was merged here. Instants are ISO. */
const RECORD = v.variant('way', [
  v.object({
    way: v.literal('out'),
    device: v.string(),
    kind: v.picklist(PACKAGE_KINDS),
    at: v.string(),
    /** How many changes this device had written until then. */
    own: v.number(),
  }),
  v.object({
    way: v.literal('in'),
    device: v.string(),
    kind: v.picklist(PACKAGE_KINDS),
    /** By the sender's clock. */
    made: v.string(),
    at: v.string(),
  }),
])

type PackageRecord = v.InferOutput<typeof RECORD>

/** When a device last sent and last received, as far as this device knows; null: never. */
export interface DeviceTraffic {
  readonly lastSent: string | null
  readonly lastReceived: string | null
}

export const NO_TRAFFIC: DeviceTraffic = { lastSent: null, lastReceived: null }

export interface PackageTraffic {
  readonly of: (device: DeviceId) => DeviceTraffic
  /** How many changes this device wrote since its last assignment or result. */
  readonly unsent: number
}

/** These carry what this device wrote to others; the other kinds carry a question or go nowhere. */
const CARRYING: readonly PackageKind[] = ['assignment', 'result']

/** Records that a package for a device was saved. Refused: `not_saved`. */
export async function keepSent(
  store: ProjectStore,
  sent: { readonly own: DeviceId; readonly to: DeviceId; readonly kind: PackageKind; readonly at: string },
  port: Pick<TeamPort, 'isReplicaOf'>,
): Promise<Result<null>> {
  const own = ownChanges(store, sent.own, port)
  return keep(store, { way: 'out', device: sent.to, kind: sent.kind, at: sent.at, own })
}

/** Records that a package was merged. Refused: `not_saved`. */
export function keepReceived(
  store: ProjectStore,
  { sender, kind, made }: PackageManifest,
  at: string,
): Promise<Result<null>> {
  return keep(store, { way: 'in', device: sender.device, kind, made, at })
}

/** What came and went between this device and the others. */
export async function trafficOf(
  store: ProjectStore,
  own: DeviceId,
  port: Pick<TeamPort, 'isReplicaOf'>,
): Promise<PackageTraffic> {
  const records = (await store.records('packages')).map((text) => v.parse(RECORD, JSON.parse(text)))
  const sent = Math.max(0, ...records.map((each) => (isCarrying(each) ? each.own : 0)))
  return {
    unsent: Math.max(0, ownChanges(store, own, port) - sent),
    of(device) {
      const isOwn = device === own
      const among = isOwn ? records : records.filter((each) => each.device === device)
      const came = latest(among.flatMap((each) => (each.way === 'in' ? [isOwn ? each.at : each.made] : [])))
      const went = latest(among.flatMap((each) => (each.way === 'out' ? [each.at] : [])))
      return isOwn ? { lastSent: went, lastReceived: came } : { lastSent: came, lastReceived: went }
    },
  }
}

function isCarrying(record: PackageRecord): record is PackageRecord & { readonly way: 'out' } {
  return record.way === 'out' && CARRYING.includes(record.kind)
}

function latest(instants: readonly string[]): string | null {
  return instants.reduce<string | null>(
    (last, each) => (last === null || Date.parse(each) > Date.parse(last) ? each : last),
    null,
  )
}

/** A replica counts its changes without gaps: its last number says how many they are. */
function ownChanges(store: ProjectStore, own: DeviceId, port: Pick<TeamPort, 'isReplicaOf'>): number {
  const known = store.knownChanges()
  const lastOf = (replica: ReplicaId): number => known.rangesOf(replica).at(-1)?.[1] ?? 0
  return known
    .replicas()
    .filter((replica) => port.isReplicaOf(own, replica))
    .reduce((sum, replica) => sum + lastOf(replica), 0)
}

function keep(store: ProjectStore, record: PackageRecord): Promise<Result<null>> {
  return store.keepRecord('packages', JSON.stringify(record))
}
