import type { Change } from '../../../domain/changes/Change'
import { splitChangeId } from '../../../domain/changes/ChangeId'
import type { KnownChanges } from '../../../domain/changes/KnownChanges'
import type { Problem } from '../../../domain/shared/Problem'
import type { DeviceId } from '../../../domain/team/Segment'
import type { ProjectStore } from '../../store/ProjectStore'
import { deviceOf } from '../roll/deviceOf'
import type { JudgedPackage } from './judgeOpened'
import { replicasOf } from '../roll/replicasOf'
import { changesIn, type TeamPort } from '../TeamPort'

type IsReplicaOf = TeamPort['isReplicaOf']

/**
 * What incoming changes show about this device's own past: changes that it wrote and no longer has, because its data were set back to an
 * earlier day or another copy of them was used. Undefined where there are none.
 */
export function rolledBack(
  coming: readonly Change[],
  known: KnownChanges,
  device: DeviceId,
  isReplicaOf: IsReplicaOf,
  file?: string,
): Problem | undefined {
  const isOwn = replicasOf(device, { isReplicaOf })
  const lost = coming.filter((change) => isOwn(splitChangeId(change.id).replica) && !known.hasChange(change))
  const instants = lost.map(({ at }) => Date.parse(at)).filter((instant) => !Number.isNaN(instant))
  const earliest = instants.reduce((first, instant) => Math.min(first, instant), Infinity)
  if (lost.length === 0) return undefined
  const since = Number.isFinite(earliest) ? new Date(earliest).toLocaleString('sv-SE').slice(0, 16) : '?'
  return {
    code: 'profile_rolled_back',
    severity: 'warning',
    place: file === undefined ? {} : { file },
    value: since,
    details: { count: lost.length, since },
  }
}

/** Marks packages that bring back what this device wrote and no longer has; each change counts for the first that brings it. */
export async function markRolledBack(
  packages: readonly JudgedPackage[],
  store: ProjectStore,
  { isReplicaOf }: Pick<TeamPort, 'isReplicaOf'>,
): Promise<readonly JudgedPackage[]> {
  const device = (await deviceOf(store))?.device
  if (device === undefined) return packages
  const known = store.knownChanges()
  return packages.map((judged) => {
    const { verdict, taken } = judged
    const coming = taken === null ? [] : changesIn(taken)
    const problem = rolledBack(coming, known, device, isReplicaOf, verdict.file)
    for (const change of coming) known.addChange(change)
    if (problem === undefined) return judged
    return { ...judged, verdict: { ...verdict, problems: [...verdict.problems, problem] } }
  })
}
