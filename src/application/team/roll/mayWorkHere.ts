import { refusal, success, type Result } from '../../../domain/shared/Result'
import type { ProjectStore } from '../../store/ProjectStore'
import { deviceOf, leadOf } from './deviceOf'
import { rollOf } from './keepRoll'

/**
 * Whether somebody may write at this device in his own name. Before a project is led, and at the lead's own device, anybody
 * may. Refused: `person_of_another`, to whom the roll does not have here: the lead would not take his answers.
 */
export async function mayWorkHere(store: ProjectStore, name: string): Promise<Result<null>> {
  const [own, lead] = [await deviceOf(store), await leadOf(store)]
  if (own === undefined || lead === undefined || lead === own.device) return success(null)
  const names = (await rollOf(store)).get(own.device)?.everNames ?? []
  return names.includes(name) ? success(null) : refusal('person_of_another', name, { names: names.join(' ') })
}
