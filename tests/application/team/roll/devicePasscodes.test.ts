import { beforeEach, describe, expect, it } from 'vitest'
import { newReplica } from '../../../../src/adapters/crypto/newReplica'
import { passcodePort } from '../../../../src/adapters/crypto/passcodeVerifier'
import { MemoryStore } from '../../../../src/adapters/memory/MemoryStore'
import {
  checkPasscode,
  passcodeOwners,
  setPasscode,
} from '../../../../src/application/team/roll/devicePasscodes'
import { valueOf } from '../../../contracts/projectStoreContract'

const port = passcodePort({ N: 2 ** 10, r: 8, p: 1 })
const RIGHT = '雨天不进村'
let store: MemoryStore

beforeEach(async () => {
  store = new MemoryStore('test', newReplica())
  valueOf(await setPasscode(store, '甲', { passcode: `${RIGHT}，晴天去`, port }))
})

/** What is said to a passcode typed so many seconds after the beginning. */
async function tried(passcode: string, seconds = 0, person = '甲') {
  const at = new Date(Date.UTC(2020, 0, 1) + seconds * 1000).toISOString()
  const checked = await checkPasscode(store, person, { passcode, at, port })
  if (checked.ok) return 'right'
  const [problem] = checked.problems
  return problem?.code === 'passcode_wait' ? problem.details?.['seconds'] : problem?.code
}

const right = (seconds?: number) => tried(`${RIGHT}，晴天去`, seconds)
const wrong = (seconds?: number) => tried('不知道', seconds)

describe('a passcode of one’s own', () => {
  it('is known again, from whatever keyboard', async () => {
    expect(await right()).toBe('right')
    expect(await tried(`${RIGHT},晴天去`.normalize('NFKC'))).toBe('right')
    expect(await wrong()).toBe('passcode_of_person_wrong')
  })
  it('is set once, by at least 8 characters', async () => {
    expect(await setPasscode(store, '甲', { passcode: '另一个口令也够长', port })).toMatchObject({
      problems: [{ code: 'passcode_is_set' }],
    })
    expect(await setPasscode(store, '乙', { passcode: '1234567', port })).toMatchObject({
      problems: [{ code: 'passcode_short', value: '8' }],
    })
    expect(await passcodeOwners(store)).toEqual(new Set(['甲']))
    expect(await tried('1234567', 0, '乙')).toBe('passcode_unset')
  })
  it('is nowhere in what is kept', async () => {
    expect((await store.records('passcodes')).join()).not.toContain(RIGHT)
  })
  it('waits longer after each wrong one but the first two, and is not looked at meanwhile', async () => {
    for (let nth = 0; nth < 3; nth++) expect(await wrong()).toBe('passcode_of_person_wrong')
    expect(await right(29)).toBe(1)
    expect(await wrong(30)).toBe('passcode_of_person_wrong')
    expect(await right(30 + 59)).toBe(1)
    expect(await right(30 + 60)).toBe('right')
    expect(await wrong(30 + 60)).toBe('passcode_of_person_wrong')
  })
  it('waits an hour at most', async () => {
    let at = 0
    for (let nth = 0; nth < 12; nth++) {
      expect(await wrong(at)).toBe('passcode_of_person_wrong')
      at += 3600
    }
    expect(await right(at - 1)).toBe(1)
    expect(await right(at)).toBe('right')
  })
  it('waits no shorter for a clock that was put back a little, and not for ever by one put back far', async () => {
    for (let nth = 0; nth < 3; nth++) await wrong(0)
    expect(await right(-10)).toBe(20)
    expect(await right(-86_400)).toBe('right')
  })
  it('lets others try meanwhile', async () => {
    for (let nth = 0; nth < 3; nth++) await wrong()
    valueOf(await setPasscode(store, '乙', { passcode: '乙的口令够长了吗', port }))
    expect(await tried('乙的口令够长了吗', 0, '乙')).toBe('right')
  })
})
