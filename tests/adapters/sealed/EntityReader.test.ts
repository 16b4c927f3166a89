import { expect, it } from 'vitest'
import { MemoryIndex } from '../../../src/adapters/memory/MemoryIndex'
import { Vault } from '../../../src/adapters/crypto/Vault'
import { ChangeRows } from '../../../src/adapters/sealed/ChangeRows'
import { EntityReader } from '../../../src/adapters/sealed/EntityReader'
import { aChange } from '../../domain/changes/aChange'

it('shows a change that was stored while the index, asked before, answers without it', async () => {
  const rows = new ChangeRows(new Vault([new Uint8Array(32)]))
  const reader = new EntityReader(new MemoryIndex(), rows, () => undefined)
  const change = aChange()
  reader.hold([change])
  const reading = reader.read(rows.entityKey('interview', change.entityId))
  reader.release([change])
  expect(await reading).toEqual([change])
})
