import type { DeviceId } from '../../../domain/team/Segment'
import type { ProjectStore } from '../../store/ProjectStore'
import type { DeviceKeys } from '../TeamPort'

/** This device's keys in a project; undefined in a store that has no device (the terminal's). */
export async function deviceOf(store: ProjectStore): Promise<DeviceKeys | undefined> {
  const [text] = await store.records('device')
  return text === undefined ? undefined : (JSON.parse(text) as DeviceKeys)
}

/** The device whose roll this project follows; undefined until somebody leads it or it was joined. */
export async function leadOf(store: ProjectStore): Promise<DeviceId | undefined> {
  return (await store.records('lead'))[0]
}

/** Whether the device of these records follows another's roll. */
export function isMembers(device: string | undefined, lead: DeviceId | undefined): boolean {
  return device !== undefined && lead !== undefined && (JSON.parse(device) as DeviceKeys).device !== lead
}
