import { describe, expect, it } from 'vitest'
import type { CountyInLake } from '../../../src/application/lake/LakeArea'
import { regionsOf } from '../../../src/application/lake/regions'

function county(key: string, province: string | null, city: string | null): CountyInLake {
  const facts = { standards: '2020', reading: null, isSampled: false, totals: null }
  return { key, name: key, province, city, ...facts }
}

describe('regions of counties', () => {
  it('are cities, provinces and the country; cities of two provinces may share a name', () => {
    const counties = [
      county('a', '甲省', '东市'),
      county('b', '甲省', '东市'),
      county('c', '乙省', '东市'),
      county('d', '乙省', null),
      county('e', null, null),
    ]
    const regions = regionsOf(counties, () => new Set<string>())
    for (const each of counties) for (const sums of regions.of(each)) sums.add(each.key)
    expect(
      regions.all.map(({ area, sums }) => [area.level, area.province, area.city, [...sums].join('')]),
    ).toEqual([
      ['city', '甲省', '东市', 'ab'],
      ['city', '乙省', '东市', 'c'],
      ['province', '甲省', null, 'ab'],
      ['province', '乙省', null, 'cd'],
      ['country', null, null, 'abcde'],
    ])
  })
})
