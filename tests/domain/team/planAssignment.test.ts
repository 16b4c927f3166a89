import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planAssignment, type VillageLoad } from '../../../src/domain/team/planAssignment'

function aVillage(village: string, size: number): VillageLoad {
  return { village, households: Array.from({ length: size }, (_, index) => `${village}${index}`) }
}

describe('planAssignment', () => {
  it('keeps villages whole, the largest first to whoever has least', () => {
    const { villages, households } = planAssignment(
      [aVillage('甲', 10), aVillage('乙', 30), aVillage('丙', 20)],
      ['张', '李'],
    )
    expect(Object.fromEntries(villages)).toEqual({ 乙: '张', 丙: '李', 甲: '李' })
    expect(households.size).toBe(0)
  })

  it('shares a village that is larger than an even share', () => {
    const { villages, households } = planAssignment([aVillage('甲', 31)], ['张', '李'])
    expect(villages.size).toBe(0)
    expect([...households.values()].filter((person) => person === '张')).toHaveLength(16)
    expect(households.get('甲0')).toBe('张')
    expect(households.get('甲30')).toBe('李')
  })

  it('gives every household to exactly one person, and nobody more than two even shares', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 80 }), { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 1, max: 12 }),
        (sizes, people) => {
          const villages = sizes.map((size, index) => aVillage(`v${index}-`, size))
          const names = Array.from({ length: people }, (_, index) => `p${index}`)
          const planned = planAssignment(villages, names)
          const loads = new Map(names.map((name) => [name, 0]))
          for (const { village, households } of villages)
            for (const household of households) {
              const persons = [planned.villages.get(village), planned.households.get(household)].filter(
                Boolean,
              )
              expect(persons).toHaveLength(1)
              loads.set(persons[0] ?? '', (loads.get(persons[0] ?? '') ?? 0) + 1)
            }
          const total = sizes.reduce((sum, size) => sum + size, 0)
          // A part is no larger than an even share, so the last one given cannot lift anybody above twice of it.
          expect(Math.max(...loads.values())).toBeLessThanOrEqual(2 * Math.ceil(total / people))
        },
      ),
    )
  })

  it('plans nothing for nobody', () => {
    expect(planAssignment([aVillage('甲', 3)], []).villages.size).toBe(0)
  })
})
