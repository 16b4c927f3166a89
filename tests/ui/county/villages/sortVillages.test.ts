import { describe, expect, it } from 'vitest'
import { measureVillages } from '../../../../src/domain/programmes/assessment/measures/measureVillages'
import {
  sortTownships,
  sortVillages,
  type VillageColumn,
} from '../../../../src/ui/county/villages/sortVillages'
import { aMeasured, someMeasured } from '../../../builders/aMeasured'
import { someStandards } from '../../../builders/someStandards'

const VILLAGES = measureVillages(
  [
    ...someMeasured(3, { village: '县/乡/甲村' }, 'a'),
    ...someMeasured(2, { village: '县/乡/乙村', conclusion: 'suspected_wrong_exit', recognises: false }, 'b'),
    ...someMeasured(6, { village: '县/乡/丙村', flags: ['quota'], monitoring: ['unstable'] }, 'c'),
    ...someMeasured(12, { village: '县/乡/丁村', recognises: null }, 'd'),
    aMeasured({
      id: 'e',
      village: '县/乡/戊村',
      conclusion: 'suspected_wrong_exit',
      determined: 'wrong_exit',
    }),
  ],
  someStandards(),
)

const order = (by: VillageColumn, isReversed = false): string =>
  sortVillages(VILLAGES, { by, isReversed })
    .map(({ village }) => village.at(-2))
    .join('')

describe('the table of villages', () => {
  it.each<[VillageColumn, string]>([
    ['listed', '丁丙甲乙戊'],
    ['suspicionsOpen', '乙甲丙丁戊'],
    ['wrong', '戊甲乙丙丁'],
    ['monitored', '丙甲乙丁戊'],
    // Whoever asked nobody stands last.
    ['recognition', '乙甲丙戊丁'],
    ['standsOut', '丙乙甲丁戊'],
  ])('by %s has the most, or worst, first: %s', (by, villages) => {
    expect(order(by)).toBe(villages)
  })
  it('sorts townships by what they come to, and their villages by the same', () => {
    const villages = measureVillages(
      [
        ...someMeasured(3, { village: '县/东乡/甲村' }, 'a'),
        ...someMeasured(4, { village: '县/西乡/乙村' }, 'b'),
        ...someMeasured(2, { village: '县/东乡/丙村' }, 'c'),
        ...someMeasured(1, { village: '县/东乡/丁村' }, 'd'),
      ],
      someStandards(),
    )
    const sorted = sortTownships(villages, { by: 'listed', isReversed: false })
    expect(sorted.map(({ key, villages: own }) => [key, own.map(({ listed }) => listed)])).toEqual([
      ['县/东乡', [3, 2, 1]],
      ['县/西乡', [4]],
    ])
  })
  it('by name follows the alphabet, and turns round', () => {
    expect(order('village', true)).toBe([...order('village')].reverse().join(''))
  })
})
