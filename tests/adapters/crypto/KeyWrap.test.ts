import { describe, expect, it } from 'vitest'
import {
  newProjectKey,
  SCRYPT_COST,
  unwrapByPasscode,
  wrapByPasscode,
} from '../../../src/adapters/crypto/KeyWrap'
import { CHEAP_SCRYPT } from '../../contracts/sealedHarness'

describe('a key wrapped by a passcode', () => {
  it('comes out by the same passcode, however the keyboard composed it, and by no other', async () => {
    const key = newProjectKey()
    const wrap = await wrapByPasscode(key, 'caf\u00e9', CHEAP_SCRYPT)
    expect(await unwrapByPasscode(wrap, 'cafe\u0301')).toEqual(key)
    expect(await unwrapByPasscode(wrap, 'cafe')).toBeUndefined()
    expect(JSON.stringify(wrap)).not.toContain(Buffer.from(key).toString('hex'))
  })

  it('opens by the cost it was wrapped with, though today’s may be another', async () => {
    const key = newProjectKey()
    const dearer = await wrapByPasscode(key, 'x', { ...CHEAP_SCRYPT, N: CHEAP_SCRYPT.N * 2 })
    expect(await unwrapByPasscode(dearer, 'x')).toEqual(key)
  })

  it('costs at least 2^17 a guess in earnest', () => {
    expect(SCRYPT_COST.N).toBeGreaterThanOrEqual(2 ** 17)
  })
})
