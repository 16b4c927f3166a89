import type { Entity } from './Change'

/** How many trailing parts of an id follow the household's own id, which may itself contain a stroke. */
const PARTS_AFTER_HOUSEHOLD = { household: 0, visit: 1, interview: 2 } as const

/** The household an entity belongs to; undefined for the project and its people. Throws on an id of the wrong shape. */
export function householdOf(entity: Entity, entityId: string): string | undefined {
  if (entity === 'project' || entity === 'person') return undefined
  const end = endOfHousehold(entity, entityId)
  if (end <= 0) throw new Error(`not the id of a ${entity}: ${entityId}`)
  return entityId.slice(0, end)
}

/** Whether an id has the parts its entity needs: `household/round/copy` for an interview. */
export function isEntityId(entity: Entity, entityId: string): boolean {
  if (entity === 'project' || entity === 'person') return entityId !== ''
  return endOfHousehold(entity, entityId) > 0
}

/** Where the household's own id ends; -1 where a part is missing or empty. Asked several times of every change: nothing is split. */
function endOfHousehold(entity: keyof typeof PARTS_AFTER_HOUSEHOLD, entityId: string): number {
  let end = entityId.length
  for (let parts = PARTS_AFTER_HOUSEHOLD[entity]; parts > 0; parts--) {
    const stroke = end > 0 ? entityId.lastIndexOf('/', end - 1) : -1
    if (stroke < 0 || stroke === end - 1) return -1
    end = stroke
  }
  return end
}
