import { describe, expect, it } from 'vitest'
import { mergedRoster, RosterComparer } from '../../../../src/domain/roster/compare/RosterComparer'
import type { RosterComparison } from '../../../../src/domain/roster/compare/RosterComparison'
import type { RosterHousehold } from '../../../../src/domain/roster/Roster'
import { aHousehold, aMember } from '../../../builders/aHousehold'

const ID_NUMBER = '52010119800505001X'

function compare(before: readonly RosterHousehold[], after: readonly RosterHousehold[]): RosterComparison {
  const comparer = new RosterComparer(after)
  for (const household of before) comparer.take([household])
  return comparer.finish()
}

describe('a new list held against the one in use', () => {
  it('finds what is new, gone, changed and the same by 户编号, whatever rows they stand in', () => {
    const moved = { file: 'b.xlsx', sheet: '2', row: 9 }
    const { added, gone, changed, same } = compare(
      [aHousehold(), aHousehold({ id: 'h2' }), aHousehold({ id: 'h3' })],
      [
        aHousehold({ id: 'h4' }),
        aHousehold({ id: 'h3', registryIncome: 6000 }),
        aHousehold({ source: moved, members: [aMember({ source: moved })] }),
      ],
    )
    expect(added.map(({ id }) => id)).toEqual(['h4'])
    expect(gone.map(({ id }) => id)).toEqual(['h2'])
    expect(same.map(({ id }) => id)).toEqual(['h1'])
    expect(changed.map(({ cells }) => cells)).toEqual([
      [{ person: null, field: 'registryIncome', before: 5000, after: 6000 }],
    ])
  })

  it('reports a change of a person by name, with the old and the new value', () => {
    const wife = aMember({ id: 'm2', name: '王乙', relation: 'spouse', health: ['healthy'] })
    const { changed } = compare(
      [aHousehold({ members: [aMember(), wife] })],
      [aHousehold({ members: [aMember(), { ...wife, health: ['chronic', 'disabled'] }] })],
    )
    expect(changed[0]?.cells).toEqual([
      { person: '王乙', field: 'health', before: ['healthy'], after: ['chronic', 'disabled'] },
    ])
  })

  it('reports a column named by a word of the programming language as of any other', () => {
    const { changed } = compare([aHousehold()], [aHousehold({ kept: { constructor: '甲' } as never })])
    expect(changed[0]?.cells).toEqual([
      { person: null, field: 'kept/constructor', before: null, after: '甲' },
    ])
  })

  it('reports who came and who went, and the values of unknown columns', () => {
    const child = aMember({ id: 'm2', name: '李小' })
    const grandmother = aMember({ id: 'm3', name: '张奶' })
    const { changed } = compare(
      [aHousehold({ members: [aMember(), child], kept: { 备注: '低保' } })],
      [aHousehold({ members: [aMember(), grandmother] })],
    )
    expect(changed[0]?.cells).toEqual([
      { person: null, field: 'kept/备注', before: '低保', after: null },
      { person: null, field: 'member', before: '李小', after: null },
      { person: null, field: 'member', before: null, after: '张奶' },
    ])
  })

  it('knows a household without 户编号 again by the head’s ID number, and keeps the ids that interviews hang on', () => {
    const head = aMember({ id: 'm-hash', idNumber: ID_NUMBER })
    const old = aHousehold({ id: 'h-hash', members: [head] })
    const now = aHousehold({
      id: '5201010001',
      members: [aMember({ id: '52010100010001', idNumber: ID_NUMBER })],
    })
    const { added, gone, changed } = compare([old], [now])
    expect([added, gone]).toEqual([[], []])
    expect(changed[0]?.after).toMatchObject({ id: 'h-hash', kept: { 户编号: '5201010001' } })
    expect(changed[0]?.after.members[0]?.id).toBe('m-hash')

    const taken = changed.map(({ after }) => after)
    const again = compare(taken, [
      { ...now, members: now.members.map((member) => ({ ...member, idNumber: null })) },
    ])
    expect(again.gone).toEqual([])
    expect(again.changed[0]?.cells).toEqual([
      { person: '李甲', field: 'idNumber', before: ID_NUMBER, after: null },
    ])
  })

  it('takes a person whose ID number was put right for the same person', () => {
    const before = aMember({ id: 'm-one', idNumber: '52010119800505002X' })
    const after = aMember({ id: 'm-two', idNumber: ID_NUMBER })
    const { changed } = compare([aHousehold({ members: [before] })], [aHousehold({ members: [after] })])
    expect(changed[0]?.cells.map(({ field }) => field)).toEqual(['idNumber'])
    expect(changed[0]?.after.members[0]?.id).toBe('m-one')
  })

  it('guesses nobody among people of one name', () => {
    const two = [aMember({ id: 'a', name: '李一' }), aMember({ id: 'b', name: '李一' })]
    const others = [aMember({ id: 'c', name: '李一' }), aMember({ id: 'd', name: '李一' })]
    const { changed } = compare([aHousehold({ members: two })], [aHousehold({ members: others })])
    expect(changed[0]?.cells.filter(({ field }) => field === 'member')).toHaveLength(4)
  })
})

describe('the list a choice makes', () => {
  const comparison = compare(
    [aHousehold(), aHousehold({ id: 'h2' }), aHousehold({ id: 'h3' })],
    [aHousehold(), aHousehold({ id: 'h3', phone: '1' }), aHousehold({ id: 'h4' })],
  )
  const made = (choice: Parameters<typeof mergedRoster>[1]): readonly string[] =>
    mergedRoster(comparison, choice)
      .map(({ id, phone }) => (phone === null ? id : `${id}*`))
      .toSorted()

  it.each([
    ['take', 'take_new', 'keep', ['h1', 'h2', 'h3*', 'h4']],
    ['take', 'take_new', 'remove', ['h1', 'h3*', 'h4']],
    ['leave_out', 'keep_old', 'keep', ['h1', 'h2', 'h3']],
    ['leave_out', 'keep_old', 'remove', ['h1', 'h3']],
  ] as const)('new: %s, changed: %s, gone: %s', (added, changed, gone, ids) => {
    expect(made({ added, changed, gone })).toEqual(ids)
  })
})
