import { foldChanges } from '../../../domain/changes/foldChanges'
import { readRoll } from '../../../domain/team/Roll'
import { PROJECT } from '../../facts/projectFacts'
import type { ProjectStore } from '../../store/ProjectStore'
import { areHandedOut, readAssignees } from './assign'
import { deviceOf, leadOf } from '../roll/deviceOf'

/**
 * Which spares may be taken at this device: at a member's those handed to who works there; at the lead's also those that are
 * nobody's. Null where no spare was handed out: then they go with their villages.
 */
export async function spareHolder(store: ProjectStore): Promise<((spare: string) => boolean) | null> {
  const [own, lead] = [await deviceOf(store), await leadOf(store)]
  const project = foldChanges(await store.changesOf('project', PROJECT))
  if (own === undefined || lead === undefined || !areHandedOut(project)) return null
  const names = readRoll(project).get(own.device)?.names ?? []
  const { households } = readAssignees(project)
  return (spare) => {
    const { person = null, isContested = false } = households.get(spare) ?? {}
    return person === null ? own.device === lead : !isContested && names.includes(person)
  }
}
