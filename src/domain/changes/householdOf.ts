import type { Entity } from './Change'

/** How many trailing parts of an id follow the household's own id, which may itself contain a stroke. */
const PARTS_AFTER_HOUSEHOLD = { household: 0, visit: 1, interview: 2 } as const

/** The household an entity belongs to; undefined for the project and its people. Throws on an id of the wrong shape. */
export function householdOf(entity: Entity, entityId: string): string | undefined {
  if (entity === 'project' || entity === 'person') return undefined
  if (!isEntityId(entity, entityId)) throw new Error(`not the id of a ${entity}: ${entityId}`)
  const parts = entityId.split('/')
  return parts.slice(0, parts.length - PARTS_AFTER_HOUSEHOLD[entity]).join('/')
}

/** Whether an id has the parts its entity needs: `household/round/copy` for an interview. */
export function isEntityId(entity: Entity, entityId: string): boolean {
  if (entity === 'project' || entity === 'person') return entityId !== ''
  const parts = entityId.split('/')
  const own = parts.slice(0, parts.length - PARTS_AFTER_HOUSEHOLD[entity])
  return own.join('/') !== '' && parts.slice(own.length).every((part) => part !== '')
}
