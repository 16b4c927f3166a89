import { describe, expect, it } from 'vitest'
import { newProjectKey } from '../../../src/adapters/crypto/KeyWrap'
import { NO_KEY_STORE, type SystemKeyStore } from '../../../src/adapters/crypto/SystemKeyStore'
import { unwrapKey, wrapKey } from '../../../src/adapters/sealed/projectKeys'
import { CHEAP_SCRYPT } from '../../contracts/sealedHarness'

/** A key store that turns every bit: enough to see that what it gave is what comes back to it. */
const keyStore: SystemKeyStore = {
  wrap: (key) => Promise.resolve(key.map((byte) => byte ^ 255)),
  unwrap: (wrapped) => Promise.resolve(wrapped.map((byte) => byte ^ 255)),
}
const remembered = { by: 'passcode', passcode: 'x', rememberBySystem: true } as const

describe('the ways to a project’s key', () => {
  it('are the passcode and the system when there is a key store and the user wants it', async () => {
    const key = newProjectKey()
    const wraps = await wrapKey(key, remembered, CHEAP_SCRYPT, keyStore)
    expect(await unwrapKey(wraps, { by: 'system' }, keyStore)).toEqual({ ok: true, value: key })
    expect(await unwrapKey(wraps, { by: 'passcode', passcode: 'x' }, keyStore)).toEqual({
      ok: true,
      value: key,
    })
  })

  it('are the passcode alone when there is no key store, or the user does not want it', async () => {
    const without = await wrapKey(newProjectKey(), remembered, CHEAP_SCRYPT, NO_KEY_STORE)
    const unwanted = await wrapKey(
      newProjectKey(),
      { ...remembered, rememberBySystem: false },
      CHEAP_SCRYPT,
      keyStore,
    )
    expect([without, unwanted].flat().map((wrap) => wrap.by)).toEqual(['passcode', 'passcode'])
  })

  it('do not include the system when its key store is not the one of then', async () => {
    const wraps = await wrapKey(newProjectKey(), remembered, CHEAP_SCRYPT, keyStore)
    expect(await unwrapKey(wraps, { by: 'system' }, NO_KEY_STORE)).toMatchObject({
      ok: false,
      problems: [{ code: 'system_key_unavailable' }],
    })
  })

  it.each([{ N: 2 ** 30 }, { N: 3 * 2 ** 10 }, { N: 1 }, { r: 2 ** 20 }, { p: 1_000 }, { N: NaN }])(
    'takes no work of a header that asks for %j',
    async (asked) => {
      const wraps = await wrapKey(newProjectKey(), remembered, CHEAP_SCRYPT, NO_KEY_STORE)
      const altered = wraps.map((wrap) =>
        wrap.by === 'passcode' ? { ...wrap, cost: { ...wrap.cost, ...asked } } : wrap,
      )
      expect(await unwrapKey(altered, { by: 'passcode', passcode: 'x' }, NO_KEY_STORE)).toMatchObject({
        ok: false,
        problems: [{ code: 'passcode_cost' }],
      })
    },
  )
})
