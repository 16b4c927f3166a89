import { describe, expect, it } from 'vitest'
import { measureVillages } from '../../../../../src/domain/programmes/assessment/measures/measureVillages'
import {
  totalVillages,
  townshipsOf,
} from '../../../../../src/domain/programmes/assessment/measures/townships'
import { aMeasured } from '../../../../builders/aMeasured'
import { someStandards } from '../../../../builders/someStandards'

const VILLAGES = measureVillages(
  [
    aMeasured({ id: 'a', village: '云岭县/松坪乡/上寨村', persons: 4, monitoring: ['unstable'] }),
    aMeasured({
      id: 'b',
      village: '云岭县/松坪乡/下寨村',
      persons: 2,
      conclusion: 'suspected_wrong_exit',
      recognises: false,
    }),
    aMeasured({ id: 'c', village: '云岭县/松坪乡/下寨村', conclusion: 'to_verify' }),
    aMeasured({
      id: 'd',
      village: '云岭县/石门乡/石村',
      persons: 5,
      conclusion: 'suspected_wrong_exit',
      determined: 'wrong_exit',
    }),
    aMeasured({ id: 'e', village: '云岭县/石门乡/石村', outcome: null, conclusion: 'not_interviewed' }),
  ],
  someStandards(),
)

describe('the townships', () => {
  it('have their villages, in the order in which they come', () => {
    const names = townshipsOf(VILLAGES).map(({ key, villages }) => [
      key,
      villages.map(({ village }) => village),
    ])
    expect(names).toEqual([
      ['云岭县/松坪乡', ['云岭县/松坪乡/上寨村', '云岭县/松坪乡/下寨村']],
      ['云岭县/石门乡', ['云岭县/石门乡/石村']],
    ])
  })

  it('come to the sums of their villages, shares made of the sums', () => {
    expect(townshipsOf(VILLAGES)[0]?.totals).toEqual({
      villages: 2,
      listed: 3,
      interviewed: 3,
      interviewedPersons: 10,
      suspicionsOpen: 1,
      determinedWrong: 0,
      toVerify: 1,
      monitored: 1,
      asked: 3,
      recognising: 2,
      // 2 of 4 + 2 + 4 persons are suspected poor; nobody is determined.
      incidence: [
        { basis: 'suspected', numerator: 2, denominator: 10, value: 0.2 },
        { basis: 'determined', numerator: 0, denominator: 10, value: 0 },
      ],
    })
  })

  it('come to the county together', () => {
    const county = totalVillages(VILLAGES)
    expect(county).toMatchObject({ villages: 3, listed: 5, interviewed: 4, determinedWrong: 1 })
    // 2 + 5 of 15.
    expect(county.incidence[0]?.value).toBeCloseTo(7 / 15, 12)
  })

  it('have no share where nobody was interviewed', () => {
    const nobody = measureVillages(
      [aMeasured({ outcome: null, conclusion: 'not_interviewed' })],
      someStandards(),
    )
    expect(totalVillages(nobody).incidence[0]?.value).toBeNull()
  })
})
