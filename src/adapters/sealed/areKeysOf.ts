import type { KeyRing } from '../crypto/keyRing'
import { Vault } from '../crypto/Vault'
import { ChangeRows } from './ChangeRows'
import type { OpenSides } from './openSides'

const LOOKED_AT = 20

/** Whether the first and the last of the sides' own rows open by the keys; an empty side takes any. */
export async function areKeysOf({ index }: Pick<OpenSides, 'index'>, ring: KeyRing): Promise<boolean> {
  const rows = new ChangeRows(new Vault(ring))
  const last = await index.lastPosition()
  const looked = [
    await index.rowsAfter(0, 1),
    await index.rowsAfter(Math.max(0, last - LOOKED_AT), LOOKED_AT),
  ]
  try {
    for (const part of looked) for (const row of part) rows.open(row)
    return true
  } catch {
    return false
  }
}
