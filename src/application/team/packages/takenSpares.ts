import type { EntityState } from '../../../domain/changes/foldChanges'
import { REPLACES } from '../../../domain/fieldwork/readFieldwork'
import type { Problem } from '../../../domain/shared/Problem'
import type { Roll } from '../../../domain/team/Roll'
import { sampleIn } from '../../sampling/sampleDraws'
import { sampleMembers } from '../../sampling/sampleMembers'
import { areHandedOut, everAssigned } from '../assignment/assign'
import type { TeamView } from './TeamView'
import type { OpenedPackage } from '../TeamPort'

/**
 * The spares that a package puts in somebody's place although they were never handed to who works at its author's device; null
 * where there are none, where spares were not handed out, and in the lead's own packages.
 */
export function takenSpares(
  { manifest, segments }: Pick<OpenedPackage, 'manifest' | 'segments'>,
  project: EntityState,
  roll: Roll,
  { lead, known }: TeamView,
): Pick<Problem, 'code' | 'details'> | null {
  if (manifest.sender.device === lead) return null
  const taken = segments.flatMap(({ segment, changes }) =>
    changes
      .filter((change) => change.entity === 'household' && change.path === REPLACES)
      .filter((change) => change.value !== null && !known.hasChange(change))
      .map(({ entityId }) => ({ spare: entityId, device: segment.header.device })),
  )
  if (taken.length === 0) return null
  const log = areHandedOut(project) ? sampleIn(project) : null
  if (log === null) return null
  const members = sampleMembers(log)
  const wrong = taken.filter(({ spare, device }) => {
    if (device === lead || members.get(spare)?.role !== 'reserve') return false
    const names = roll.get(device)?.everNames ?? []
    return !everAssigned(project, spare).some((person) => names.includes(person))
  })
  if (wrong.length === 0) return null
  const households = wrong.map(({ spare }) => spare).join(', ')
  return { code: 'package_spare_of_another', details: { count: wrong.length, households } }
}
