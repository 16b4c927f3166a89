import { describe, expect, it } from 'vitest'
import { keyedHash } from '../../../src/adapters/crypto/keyedHash'
import { lakeKeys } from '../../../src/application/lake/lakeKeys'

const SECRET = 'the secret of the province'
const one = lakeKeys('salt of one project', SECRET, keyedHash)
const other = lakeKeys('salt of another', SECRET, keyedHash)
const alone = lakeKeys('salt of one project', null, keyedHash)

describe('lakeKeys', () => {
  it('gives a person, a telephone and a picture the same key in every project of one secret', () => {
    expect(one.person('11010519491231002X')).toBe(other.person('11010519491231002X'))
    expect(one.phone('138 0000-0000')).toBe(other.phone('13800000000'))
    expect(one.photo('0'.repeat(64))).toBe(other.photo('0'.repeat(64)))
    expect(one.matching).toBe(other.matching)
  })
  it('gives none of them the same without the secret', () => {
    expect(alone.person('11010519491231002X')).not.toBe(one.person('11010519491231002X'))
    expect(alone.phone('13800000000')).not.toBe(one.phone('13800000000'))
    expect(alone.photo('0'.repeat(64))).not.toBe(one.photo('0'.repeat(64)))
    expect(alone.matching).toBeNull()
  })
  it('gives households and members keys of their project alone', () => {
    expect(one.household('5306260001')).not.toBe(other.household('5306260001'))
    expect(one.household('5306260001')).toBe(alone.household('5306260001'))
    expect(one.member('5306260001', 'm')).not.toBe(other.member('5306260001', 'm'))
    expect(one.member('5306260001', 'm')).not.toBe(one.member('5306260002', 'm'))
  })
  it('knows a person by the number of an ID card and of a disability card', () => {
    expect(one.person('11010519491231002X43')).toBe(one.person('11010519491231002X'))
  })
  it('has no key of what can stand for nobody', () => {
    expect([one.person(null), one.person('5.39901E+17'), one.phone(null), one.phone('1234')]).toEqual([
      null,
      null,
      null,
      null,
    ])
  })
  it('shows nothing of what it was made from', () => {
    for (const key of [one.household('5306260001'), one.person('11010519491231002X')])
      expect(key).toMatch(/^[0-9a-f]{32}$/)
  })
})
