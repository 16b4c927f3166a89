import type { EntityState } from '../changes/foldChanges'
import type { Json } from '../shared/Json'
import type { DeviceId } from './Segment'

/** One device of a project's roll. */
export interface RollEntry {
  readonly device: DeviceId
  /** Its age recipient: what is for it is sealed to this. */
  readonly recipient: string
  /** Who works at it now. */
  readonly names: readonly string[]
  /** Everybody who ever did: their earlier answers stay theirs. */
  readonly everNames: readonly string[]
  /** ISO instants by the lead's clock. */
  readonly added: string
  readonly removed: string | null
}

export type Roll = ReadonlyMap<DeviceId, RollEntry>

const ROLL = 'roll/'

/** Path of the project's recovery recipient. */
export const RECOVERY = 'recovery'

/** Before what names a village or a household: whom it is assigned to. */
export const ASSIGNED = 'assigned/'

export function rollPath(device: DeviceId, field: 'recipient' | 'names' | 'removed'): string {
  return `${ROLL}${device}/${field}`
}

/** The roll as the project's changes have it. A device removed by anybody who may is removed until all agree that it is back. */
export function readRoll(project: EntityState): Roll {
  const roll = new Map<DeviceId, RollEntry>()
  for (const [path, said] of project) {
    const [device = '', field] = path.startsWith(ROLL) ? path.slice(ROLL.length).split('/') : []
    const recipient = said.heads.at(-1)?.value
    if (field !== 'recipient' || typeof recipient !== 'string') continue
    const names = project.get(rollPath(device, 'names'))
    const removal = project.get(rollPath(device, 'removed'))?.heads.find(({ value }) => value === true)
    roll.set(device, {
      device,
      recipient,
      names: distinctNames(names?.heads ?? []),
      everNames: distinctNames(names?.history ?? []),
      added: said.history[0]?.at ?? '',
      removed: removal?.at ?? null,
    })
  }
  return roll
}

function distinctNames(changes: readonly { readonly value: Json }[]): readonly string[] {
  const names = changes.flatMap(({ value }) =>
    Array.isArray(value) ? value.filter((name) => typeof name === 'string') : [],
  )
  return [...new Set(names)]
}
