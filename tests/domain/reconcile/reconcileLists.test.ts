import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Listed } from '../../../src/domain/reconcile/Reconciliation'
import { reconcileLists } from '../../../src/domain/reconcile/reconcileLists'
import type { RosterHousehold, RosterMember } from '../../../src/domain/roster/Roster'
import { idNumberFor } from '../../../src/domain/roster/values/idNumber'
import { aHousehold, aMember } from '../../builders/aHousehold'

/** Nobody's: the county's code does not exist. */
const NUMBER = idNumberFor('53990119490101001')
const OTHER_NUMBER = idNumberFor('53990119490101003')

function listed(member: Partial<RosterMember>, household: Partial<RosterHousehold> = {}): Listed {
  const own = aMember(member)
  return { member: own, household: aHousehold({ ...household, members: [own] }) }
}

describe('a person of two lists', () => {
  it.each([
    ['the same number', NUMBER],
    ['the number of before 1999', `${NUMBER.slice(0, 6)}${NUMBER.slice(8, 17)}`],
    ['a disability card’s number', `${NUMBER}42`],
  ])('is the same by %s, whatever the name is', (_, idNumber) => {
    const [ours, theirs] = [
      listed({ idNumber: NUMBER }),
      listed({ idNumber, name: '别名' }, { village: '木村' }),
    ]
    const { both, unclear, onlyRegister, onlyOther } = reconcileLists([ours], [theirs])
    expect(both).toMatchObject([{ register: ours, other: theirs, by: 'id_number' }])
    expect([unclear, onlyRegister, onlyOther]).toEqual([[], [], []])
  })
  it('is the same by name and village where one list has no number', () => {
    const ours = listed({ idNumber: NUMBER, name: '阿卜杜拉·买买提' })
    const theirs = listed({ name: '阿卜杜拉•买买提' }, { village: '石村村委会', township: null })
    expect(reconcileLists([ours], [theirs]).both).toMatchObject([{ by: 'name_village' }])
  })
  it('is two people where both have a sound number of their own', () => {
    const [ours, theirs] = [listed({ idNumber: NUMBER }), listed({ idNumber: OTHER_NUMBER })]
    const { both, unclear } = reconcileLists([ours], [theirs])
    expect([both, unclear]).toMatchObject([
      [],
      [{ why: 'numbers_differ', register: [ours], other: [theirs] }],
    ])
  })
  it('is one where the number of one list is mistyped, which is told as a difference', () => {
    const mistyped = NUMBER.slice(0, 17) + (NUMBER.endsWith('1') ? '2' : '1')
    const { both } = reconcileLists([listed({ idNumber: NUMBER })], [listed({ idNumber: mistyped })])
    expect(both[0]?.cells).toEqual([{ person: '李甲', field: 'idNumber', before: NUMBER, after: mistyped }])
  })
  it('is not the same in a village of that name in another township', () => {
    const [ours, theirs] = [listed({}), listed({}, { township: '乙乡' })]
    expect(reconcileLists([ours], [theirs])).toMatchObject({
      both: [],
      onlyRegister: [ours],
      onlyOther: [theirs],
    })
  })
  it.each([
    ['twice on the other list', 1, 2],
    ['in two households of the register', 2, 1],
  ])('who is %s is told, and not chosen', (_, ours, theirs) => {
    const of = (count: number) =>
      Array.from({ length: count }, (_, index) => listed({ id: `m${index}`, idNumber: NUMBER }))
    const [register, other] = [of(ours), of(theirs)]
    expect(reconcileLists(register, other)).toEqual({
      both: [],
      unclear: [{ why: 'several', by: 'id_number', register, other }],
      onlyRegister: [],
      onlyOther: [],
    })
  })
})

describe('the differences of a person', () => {
  it('are those of what both lists have, columns that nobody knows among them', () => {
    const ours = listed({
      idNumber: NUMBER,
      birthDate: '1949-01-01',
      phone: null,
      kept: { 保障类别: '一档', 备注: '甲' },
    })
    const theirs = listed({
      idNumber: NUMBER,
      birthDate: '1949-10-01',
      phone: '13800000000',
      sex: null,
      kept: { 保障类别: '二档', 月金额: '350' },
    })
    expect(reconcileLists([ours], [theirs]).both[0]?.cells).toEqual([
      { person: '李甲', field: 'birthDate', before: '1949-01-01', after: '1949-10-01' },
      { person: '李甲', field: 'kept/保障类别', before: '一档', after: '二档' },
    ])
  })
  it('tell another village, but not the same one written without its ending', () => {
    const cellsOf = (village: string) =>
      reconcileLists([listed({ idNumber: NUMBER })], [listed({ idNumber: NUMBER }, { village })]).both[0]
        ?.cells
    expect(cellsOf('石村村')).toEqual([])
    expect(cellsOf('木村')).toEqual([{ person: '李甲', field: 'village', before: '石村', after: '木村' }])
  })
})

const person = fc
  .record({
    order: fc.integer({ min: 0, max: 6 }),
    hasNumber: fc.boolean(),
    name: fc.constantFrom('李甲', '李乙', null),
    village: fc.constantFrom('石村', '木村', null),
    township: fc.constantFrom('甲乡', '乙乡', null),
  })
  .map(({ order, hasNumber, name, village, township }) =>
    listed(
      { idNumber: hasNumber ? idNumberFor(`5399011949010${String(order).padStart(4, '1')}`) : null, name },
      { village, township },
    ),
  )

describe('any two lists', () => {
  it('have every person in exactly one group, and whoever is matched has the same number or the same name', () => {
    fc.assert(
      fc.property(
        fc.array(person, { maxLength: 12 }),
        fc.array(person, { maxLength: 12 }),
        (register, other) => {
          const found = reconcileLists(register, other)
          const ours = [
            ...found.both.map((each) => each.register),
            ...found.unclear.flatMap((each) => each.register),
            ...found.onlyRegister,
          ]
          const theirs = [
            ...found.both.map((each) => each.other),
            ...found.unclear.flatMap((each) => each.other),
            ...found.onlyOther,
          ]
          expect(ours).toHaveLength(register.length)
          expect(new Set(ours)).toEqual(new Set(register))
          expect(theirs).toHaveLength(other.length)
          expect(new Set(theirs)).toEqual(new Set(other))
          for (const { register: left, other: right, by } of found.both)
            if (by === 'id_number') expect(left.member.idNumber).toBe(right.member.idNumber)
            else
              expect([left.member.name, left.household.village]).toEqual([
                right.member.name,
                right.household.village,
              ])
          const left = new Set(found.onlyRegister.flatMap(({ member }) => member.idNumber ?? []))
          for (const { member } of found.onlyOther) expect(left).not.toContain(member.idNumber ?? 'none')
        },
      ),
    )
  })
})
