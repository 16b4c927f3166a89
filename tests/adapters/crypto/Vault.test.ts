import { randomBytes } from '@noble/hashes/utils.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Vault } from '../../../src/adapters/crypto/Vault'

const vault = new Vault([new Uint8Array(32).fill(1)])

describe('Vault', () => {
  it('opens what it sealed, whatever its length', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 2_000 }), (text) => {
        expect(vault.open('changes', 'x', vault.seal('changes', 'x', text))).toBe(text)
      }),
    )
  })

  it('deflates long texts', () => {
    expect(vault.seal('changes', 'x', 'household '.repeat(1_000)).length).toBeLessThan(300)
  })

  it.each([2 ** 20 - 1, 2 ** 20, 2 ** 20 + 1, 3_000_000])('opens a deflated text of %i bytes', (length) => {
    const text = 'one household, '.repeat(200_000).slice(0, length)
    expect(vault.open('roster', 'x', vault.seal('roster', 'x', text)) === text).toBe(true)
  })

  it('opens a text that was packed before', async () => {
    const text = '一户 household, '.repeat(100_000)
    const packed = await vault.pack(text)
    expect(packed.body.length).toBeLessThan(20_000)
    expect(vault.open('roster', 'x', vault.sealPacked('roster', 'x', packed)) === text).toBe(true)
    expect(vault.open('roster', 'x', vault.sealPacked('roster', 'x', await vault.pack('')))).toBe('')
  })

  it('opens a long text as it opens any', async () => {
    for (const text of ['yes', '一户 household, '.repeat(100_000), '']) {
      const sealed = vault.seal('roster', 'x', text)
      expect((await vault.openLong('roster', 'x', sealed)) === text).toBe(true)
      await expect(vault.openLong('roster', 'y', sealed)).rejects.toThrow('tag')
    }
  })

  it('never seals one text the same way twice', () => {
    expect(vault.seal('changes', 'x', 'yes')).not.toEqual(vault.seal('changes', 'x', 'yes'))
  })

  it.each([
    ['of another record', 'changes', 'y'],
    ['of another kind', 'household', 'x'],
  ] as const)('opens no record in the place %s', (_name, kind, id) => {
    const sealed = vault.seal('changes', 'x', 'yes')
    expect(() => vault.open(kind, id, sealed)).toThrow()
  })

  it('opens nothing that one bit was changed of', () => {
    const sealed = vault.seal('changes', 'x', 'yes')
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const changed = sealed.slice()
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(() => vault.open('changes', 'x', changed)).toThrow()
    }
  })

  it('opens nothing with another key', () => {
    const sealed = vault.seal('changes', 'x', 'yes')
    expect(() => new Vault([randomBytes(32)]).open('changes', 'x', sealed)).toThrow()
  })

  it('names the same words the same, other words or another key otherwise', () => {
    const name = vault.opaqueId('household', '5201010001')
    expect(name).toMatch(/^[0-9a-f]{32}$/)
    expect(vault.opaqueId('household', '5201010001')).toBe(name)
    expect(vault.opaqueId('household', '5201010002')).not.toBe(name)
    expect(vault.opaqueId('household5201010001')).not.toBe(name)
    expect(new Vault([new Uint8Array(32)]).opaqueId('household', '5201010001')).not.toBe(name)
  })
})
