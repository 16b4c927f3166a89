import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planAssignment, type VillageLoad } from '../../../src/domain/team/planAssignment'

function aVillage(township: string, village: string, count: number): VillageLoad {
  return { township, village, count }
}

describe('planAssignment', () => {
  it('keeps a township whole as long as its person stays within an even share', () => {
    // 60 households for two: a share of 30, which 甲乡 and 丙乡 fill exactly.
    const planned = planAssignment(
      [
        aVillage('甲乡', '一村', 20),
        aVillage('乙乡', '三村', 30),
        aVillage('丙乡', '四村', 5),
        aVillage('甲乡', '二村', 5),
      ],
      ['张', '李'],
    )
    expect(Object.fromEntries(planned)).toEqual({ 三村: '张', 一村: '李', 二村: '李', 四村: '李' })
  })

  it('splits a township only by whole villages, whoever has some of it first', () => {
    // 40 for two: a share of 20. 10 + 10 fill the first, the rest is the other's.
    const planned = planAssignment(
      [
        aVillage('甲乡', '一村', 10),
        aVillage('甲乡', '二村', 10),
        aVillage('甲乡', '三村', 10),
        aVillage('甲乡', '四村', 10),
      ],
      ['张', '李'],
    )
    expect([planned.get('一村'), planned.get('三村')]).toEqual(['张', '张'])
    expect([planned.get('二村'), planned.get('四村')]).toEqual(['李', '李'])
  })

  it('gives a village that is larger than an even share to one person', () => {
    const planned = planAssignment([aVillage('甲乡', '一村', 31), aVillage('甲乡', '二村', 3)], ['张', '李'])
    expect(Object.fromEntries(planned)).toEqual({ 一村: '张', 二村: '李' })
  })

  it('gives nobody more than an even share and one village, the same whatever the order of the villages', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ township: fc.integer({ min: 0, max: 6 }), count: fc.integer({ min: 0, max: 80 }) }),
          {
            minLength: 1,
            maxLength: 40,
          },
        ),
        fc.integer({ min: 1, max: 12 }),
        (parts, people) => {
          const villages = parts.map(({ township, count }, index) =>
            aVillage(`t${township}`, `v${index}`, count),
          )
          const names = Array.from({ length: people }, (_, index) => `p${index}`)
          const planned = planAssignment(villages, names)
          const toVisit = villages.filter(({ count }) => count > 0)
          expect([...planned.keys()].sort()).toEqual(toVisit.map(({ village }) => village).sort())
          const total = toVisit.reduce((sum, { count }) => sum + count, 0)
          const largest = Math.max(0, ...toVisit.map(({ count }) => count))
          for (const name of names) {
            const own = toVisit.filter(({ village }) => planned.get(village) === name)
            const load = own.reduce((sum, { count }) => sum + count, 0)
            expect(load).toBeLessThanOrEqual(Math.ceil(total / people) + largest)
          }
          expect([...planAssignment(villages.toReversed(), names)].sort()).toEqual([...planned].sort())
        },
      ),
    )
  })

  it('plans 5,000 villages for 100 people, each village once', () => {
    const villages = Array.from({ length: 5000 }, (_, at) => aVillage(`t${at % 300}`, `v${at}`, 20))
    const people = Array.from({ length: 100 }, (_, at) => `p${at}`)
    const planned = planAssignment(villages, people)
    expect(planned.size).toBe(5000)
    expect(new Set(planned.values()).size).toBe(100)
  })

  it('plans nothing for nobody', () => {
    expect(planAssignment([aVillage('甲乡', '甲', 3)], []).size).toBe(0)
  })
})
