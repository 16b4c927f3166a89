import { success, type Result } from '../../../domain/shared/Result'
import type { RollEntry } from '../../../domain/team/Roll'
import type { ProjectStore } from '../../store/ProjectStore'
import { householdsOfEach } from '../assignment/assignments'
import { handOutSpares } from '../assignment/handOutSpares'
import type { TeamPort } from '../TeamPort'
import { makePackage, type PackageOrder } from './makePackage'

/** Who gets an assignment. */
export type Receiver = Pick<RollEntry, 'device' | 'recipient' | 'names'>

export interface MadeAssignment {
  readonly receiver: Receiver
  readonly bytes: Uint8Array
}

/**
 * The lead's assignments for these devices, a package each, all or none: open spares are handed out before. `person` makes them;
 * `tell` hears how many are made before each. Refused: as `handOutSpares`, `makePackage`.
 */
export async function makeAssignments(
  store: ProjectStore,
  receivers: readonly Receiver[],
  order: Pick<PackageOrder, 'title' | 'names' | 'made'> & { readonly person: string },
  port: TeamPort,
  tell: (made: number) => Promise<void> = () => Promise.resolve(),
): Promise<Result<readonly MadeAssignment[]>> {
  const { title, names, made: at, person } = order
  const handedOut = await handOutSpares(store, { person, at })
  if (!handedOut.ok) return handedOut
  const households = await householdsOfEach(
    store,
    receivers.map((receiver) => receiver.names),
  )
  const made: MadeAssignment[] = []
  for (const [index, receiver] of receivers.entries()) {
    await tell(index)
    const recipients = [receiver.recipient]
    const own = households[index] ?? new Set()
    const bytes = await makePackage(
      store,
      { kind: 'assignment', recipients, households: own, title, names, made: at },
      port,
    )
    if (!bytes.ok) return bytes
    made.push({ receiver, bytes: bytes.value })
  }
  return success(made)
}
