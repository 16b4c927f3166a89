import { describe, expect, it } from 'vitest'
import { passcodeFault } from '../../../src/application/store/passcodeFault'
import { passcodeStrength, proposePasscode } from '../../../src/application/store/passcodeStrength'

describe('the strength of a passcode', () => {
  it.each([
    ['what everybody tries', 'password2020'],
    ['a date and a name in pinyin', 'lihua19900101'],
    ['the project’s own title', '云岭县2020評估'],
    ['a telephone number', '13800138000ab'],
    ['an ID number', '11010519491231002X'],
    ['rows of keys', 'qwertyuiop12345'],
    ['one word twice over', 'mountainmountain'],
    ['two words', 'correct horse'],
    ['one sign again and again', 'aaaaaaaaaaaabbbbbbbb'],
  ])('is warned of where it is made of %s', (_, passcode) => {
    expect(passcodeStrength(passcode, ['云岭县 2020']).isWeak).toBe(true)
  })

  it.each(['kq7v-x2mw-9rtb', 'K9#tz!Qw4&p', 'copper lantern ocean seven'])('is enough in %s', (passcode) => {
    expect(passcodeStrength(passcode).isWeak).toBe(false)
  })

  it('counts scrypt in: 39 bits of guesses are 2^60 calls, found after 2^38 guesses', () => {
    // 12 digits of no order: 12 · log2(10) = 39.86; − 1 + 22 = 60.86
    const { bits, workBits, years, isWeak } = passcodeStrength('768846093582')
    expect(bits).toBeCloseTo(12 * Math.log2(10), 2)
    expect([workBits, isWeak]).toEqual([bits + 21, false])
    expect(years).toBeCloseTo(2 ** (bits - 1) / 10_000 / (365.25 * 86_400), 6)
  })

  it('knows the words of the project', () => {
    expect(passcodeStrength('欧阳翠花欧阳翠花山', ['欧阳翠花']).bits).toBeLessThan(
      passcodeStrength('欧阳翠花欧阳翠花山').bits,
    )
  })
})

describe('a proposed passcode', () => {
  it('is of three groups of four, can be one, and is strong', () => {
    const proposed = proposePasscode('00f1e2d3c4b5a69788796a5b4c3d2e1f')
    expect(proposed).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/)
    expect([passcodeFault(proposed), passcodeStrength(proposed).isWeak]).toEqual([null, false])
  })
})
