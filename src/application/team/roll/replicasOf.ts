import type { ReplicaId } from '../../../domain/changes/Change'
import type { DeviceId } from '../../../domain/team/Segment'
import type { TeamPort } from '../TeamPort'

/** Whether a replica is a device's. Asked of every change: a replica is looked at once. */
export function replicasOf(
  device: DeviceId,
  { isReplicaOf }: Pick<TeamPort, 'isReplicaOf'>,
): (replica: ReplicaId) => boolean {
  const known = new Map<ReplicaId, boolean>()
  return (replica) => {
    const found = known.get(replica) ?? isReplicaOf(device, replica)
    known.set(replica, found)
    return found
  }
}
