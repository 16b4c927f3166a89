import type { KeyRing } from '../crypto/keyRing'
import { Vault } from '../crypto/Vault'
import { ChangeRows } from './ChangeRows'
import type { Frame } from './frames'
import type { Journal } from './Journal'
import { JournalWalk } from './JournalWalk'
import type { OpenSides } from './openSides'

const LOOKED_AT = 20
/** Without a journal, this many rows at the end may be damaged; more that do not open belong to another key. */
const MOST_DAMAGED = 2

/**
 * Whether the last rows of the sides open by the keys; true for empty sides. A row that does not open may be damaged: then the
 * journal's last record decides, which another key would have sealed too.
 */
export async function areKeysOf(
  { index, journal }: Pick<OpenSides, 'index' | 'journal'>,
  ring: KeyRing,
): Promise<boolean> {
  const rows = new ChangeRows(new Vault(ring))
  const last = await index.lastPosition()
  const latest = (await index.rowsAfter(Math.max(0, last - LOOKED_AT), LOOKED_AT)).slice(-MOST_DAMAGED)
  const opens = latest.map((row) => rows.open(row) !== undefined)
  if (opens.at(-1) ?? true) return true
  const frame = journal === null ? undefined : await lastChanges(journal)
  return frame === undefined ? opens.includes(true) : rows.open(frame) !== undefined
}

type ChangesFrame = Extract<Frame, { readonly kind: 'changes' }>

async function lastChanges(journal: Journal): Promise<ChangesFrame | undefined> {
  let last: ChangesFrame | undefined
  for await (const portion of new JournalWalk(journal, 0).portions())
    for (const { frame } of portion) if (frame.kind === 'changes') last = frame
  return last
}
