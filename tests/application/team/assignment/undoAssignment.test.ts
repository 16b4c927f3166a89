import { beforeEach, describe, expect, it } from 'vitest'
import { assign, readAssignees, type Assignment } from '../../../../src/application/team/assignment/assign'
import { undoAssignment } from '../../../../src/application/team/assignment/undoAssignment'
import { foldChanges } from '../../../../src/domain/changes/foldChanges'
import { aTeam, type Team } from '../../../builders/aTeam'
import { valueOf } from '../../../contracts/projectStoreContract'

const VILLAGES = ['某县/甲乡/一村', '某县/甲乡/二村', '某县/乙乡/一村']

let team: Team

beforeEach(async () => {
  team = await aTeam()
})

function give(
  villages: Readonly<Record<string, string>>,
  households: Readonly<Record<string, string | null>> = {},
) {
  const own: Assignment = {
    villages: new Map(Object.entries(villages)),
    households: new Map(Object.entries(households)),
  }
  return assign(team.lead.store, own, team.lead.author)
}

async function assigned() {
  const { villages, households } = readAssignees(
    foldChanges(await team.lead.store.changesOf('project', 'project')),
  )
  const personOf = (each: ReadonlyMap<string, { readonly person: string | null }>) =>
    Object.fromEntries([...each].map(([name, { person }]) => [name, person]))
  return { villages: personOf(villages), households: personOf(households) }
}

const [FIRST = '', SECOND = '', THIRD = ''] = VILLAGES
const why = () => ({ ...team.lead.author, reason: '撤销刚才的分派' })

describe('assign', () => {
  it('writes villages and households together', async () => {
    const written = valueOf(await give({ [FIRST]: '甲', [SECOND]: '乙' }, { h1: '乙' }))
    expect(written).toHaveLength(3)
    expect(await assigned()).toEqual({
      villages: { [FIRST]: '甲', [SECOND]: '乙' },
      households: { h1: '乙' },
    })
  })
  it('writes nothing of it where one of the names is nobody’s', async () => {
    const before = await team.lead.everything()
    const refused = await assign(
      team.lead.store,
      { villages: new Map([[FIRST, '甲']]), households: new Map() },
      { ...team.lead.author, person: '没有这个人' },
    )
    expect(refused.ok).toBe(false)
    expect(await team.lead.everything()).toEqual(before)
  })
})

describe('undoAssignment', () => {
  it('puts back what was there before, nobody’s too, and leaves both in the history', async () => {
    valueOf(await give({ [FIRST]: '甲', [SECOND]: '甲' }, { h1: '乙' }))
    const before = await assigned()
    const written = valueOf(
      await give({ [FIRST]: '乙', [SECOND]: '乙', [THIRD]: '乙' }, { h1: null, h2: '甲' }),
    )
    const undone = valueOf(await undoAssignment(team.lead.store, written, why()))
    expect(undone).toHaveLength(5)
    expect(await assigned()).toEqual({
      villages: { ...before.villages, [THIRD]: null },
      households: { ...before.households, h2: null },
    })
    const said = foldChanges(await team.lead.store.changesOf('project', 'project')).get(
      written[0]?.path ?? '',
    )
    expect(said?.history.map(({ value, reason }) => [value, reason])).toEqual([
      ['甲', undefined],
      ['乙', undefined],
      ['甲', '撤销刚才的分派'],
    ])
  })
  it('leaves what was assigned again since', async () => {
    valueOf(await give({ [FIRST]: '甲', [SECOND]: '甲' }))
    const written = valueOf(await give({ [FIRST]: '乙', [SECOND]: '乙' }))
    valueOf(await give({ [SECOND]: '组长' }))
    valueOf(await undoAssignment(team.lead.store, written, why()))
    expect((await assigned()).villages).toEqual({ [FIRST]: '甲', [SECOND]: '组长' })
    expect(valueOf(await undoAssignment(team.lead.store, written, why()))).toEqual([])
  })
})
