import { describe, expect, it } from 'vitest'
import { passcodePort } from '../../../src/adapters/crypto/passcodeVerifier'

const COST = { N: 2 ** 10, r: 8, p: 1 }
const port = passcodePort(COST)

describe('a passcode’s verifier', () => {
  it('knows its passcode, and is salted', async () => {
    const [first, second] = [await port.verifierOf('雨天不进村'), await port.verifierOf('雨天不进村')]
    expect(first).not.toBe(second)
    expect(await port.isPasscodeOf(first, '雨天不进村')).toBe(true)
    expect(await port.isPasscodeOf(first, '雨天不进城')).toBe(false)
  })
  it.each([
    ['no JSON', 'x'],
    ['another form', '{}'],
    ['a cost that would take the memory', { ...COST, N: 2 ** 30 }],
    ['no power of two', { ...COST, N: 2 ** 10 + 1 }],
    ['a cost of nothing', { ...COST, N: 2 }],
    ['many lanes', { ...COST, p: 1000 }],
  ])('is not computed where it is %s', async (_, given) => {
    const sound = JSON.parse(await port.verifierOf('雨天不进村')) as object
    const verifier = typeof given === 'string' ? given : JSON.stringify({ ...sound, cost: given })
    expect(await port.isPasscodeOf(verifier, '雨天不进村')).toBeUndefined()
  })
})
