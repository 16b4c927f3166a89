import { describe, expect, it } from 'vitest'
import { newReplica } from '../../../src/adapters/crypto/newReplica'
import { MemoryStore } from '../../../src/adapters/memory/MemoryStore'
import { assessProject } from '../../../src/application/assess/assessProject'
import { addFoundHousehold } from '../../../src/application/households/addFoundHousehold'
import { moveMember } from '../../../src/application/households/moveMember'
import { projectHouseholds } from '../../../src/application/households/projectHouseholds'
import { splitHousehold } from '../../../src/application/households/splitHousehold'
import { superviseVillage, supervisedVillages } from '../../../src/application/households/superviseVillage'
import type { ProjectStore } from '../../../src/application/store/ProjectStore'
import type { SettledHousehold } from '../../../src/domain/fieldwork/Fieldwork'
import { aHousehold, aMember } from '../../builders/aHousehold'
import { aMemoryProject, AUTHOR, RULES } from '../../builders/aMemoryProject'

const PARENTS = aHousehold({
  id: 'h1',
  members: [
    aMember({ id: 'm/1' }),
    aMember({ id: 'm2', relation: 'child', name: '李乙' }),
    aMember({ id: 'm3', relation: 'child' }),
  ],
})
const NEIGHBOURS = aHousehold({ id: 'h2', village: '坪村', members: [aMember({ id: 'n1' })] })

function project(): Promise<ProjectStore> {
  return aMemoryProject([PARENTS, NEIGHBOURS], [])
}

async function settledOf(store: ProjectStore): Promise<readonly SettledHousehold[]> {
  const settled: SettledHousehold[] = []
  for await (const village of projectHouseholds(store)) settled.push(...village)
  return settled
}

async function membersOf(store: ProjectStore, id: string): Promise<readonly string[] | undefined> {
  const settled = (await settledOf(store)).find(({ household }) => household.id === id)
  return settled?.household.members.map((member) => member.id)
}

describe('fieldwork', () => {
  it('lists and judges a household found in the field with its village', async () => {
    const store = await project()
    const added = await addFoundHousehold(
      store,
      { headName: '周新', status: 'unregistered', place: PARENTS },
      'x1',
      AUTHOR,
    )
    expect(added).toEqual({ ok: true, value: 'f-x1' })
    expect((await settledOf(store)).map(({ household, origin }) => [household.id, origin])).toEqual([
      ['h1', 'roster'],
      ['f-x1', 'found'],
      ['h2', 'roster'],
    ])
    const judged: string[] = []
    for await (const { household } of assessProject(store, RULES)) judged.push(household.headName ?? '')
    expect(judged).toContain('周新')
  })

  it('moves a member, on to a third household, and back', async () => {
    const store = await project()
    await addFoundHousehold(store, { headName: '周新', status: null, place: PARENTS }, 'x1', AUTHOR)
    await moveMember(store, { from: 'h1', member: 'm/1', to: 'h2' }, AUTHOR)
    expect(await membersOf(store, 'h1')).toEqual(['m2', 'm3'])
    expect(await membersOf(store, 'h2')).toEqual(['n1', 'm/1'])
    await moveMember(store, { from: 'h1', member: 'm/1', now: 'h2', to: 'f-x1' }, AUTHOR)
    expect(await membersOf(store, 'h2')).toEqual(['n1'])
    expect(await membersOf(store, 'f-x1')).toEqual(['f-x1-head', 'm/1'])
    await moveMember(store, { from: 'h1', member: 'm/1', now: 'f-x1', to: 'h1' }, AUTHOR)
    expect(await membersOf(store, 'h1')).toEqual(['m/1', 'm2', 'm3'])
    expect(await membersOf(store, 'f-x1')).toEqual(['f-x1-head'])
  })

  it('marks both households of a move as touched, so that both are judged again', async () => {
    const store = await project()
    await moveMember(store, { from: 'h1', member: 'm2', to: 'h2' }, AUTHOR)
    expect((await store.touchedHouseholds()).map(({ household }) => household).sort()).toEqual(['h1', 'h2'])
  })

  it('splits a household with a link both ways', async () => {
    const store = await project()
    const split = { household: PARENTS, members: [{ from: 'h1', member: 'm2' }] }
    await splitHousehold(store, split, 'y', AUTHOR)
    const settled = await settledOf(store)
    const young = settled.find(({ household }) => household.id === 'f-y')
    expect(young?.household).toMatchObject({ headName: '李乙', village: '石村', exitYear: 2018 })
    expect(young?.household.members.map(({ id, relation }) => [id, relation])).toEqual([['m2', 'head']])
    expect(young?.links).toContainEqual({ kind: 'split_from', household: 'h1' })
    expect(settled[0]?.links).toContainEqual({ kind: 'split_into', household: 'f-y' })
  })

  it('refuses a split that leaves nobody, and one that takes nobody', async () => {
    const store = await project()
    const all = PARENTS.members.map(({ id }) => ({ from: 'h1', member: id }))
    const refused = await splitHousehold(store, { household: PARENTS, members: all }, 'y', AUTHOR)
    expect(refused).toMatchObject({ ok: false, problems: [{ code: 'split_takes_all' }] })
    const empty = await splitHousehold(store, { household: PARENTS, members: [] }, 'y', AUTHOR)
    expect(empty).toMatchObject({ ok: false, problems: [{ code: 'split_takes_nobody' }] })
    expect(await settledOf(store)).toHaveLength(2)
  })

  it('leaves a member at home when two laptops sent him to different households', async () => {
    const [left, right] = [await project(), new MemoryStore('other', newReplica())]
    const first = await left.changesOfProject()
    await right.accept(first)
    await addFoundHousehold(right, { headName: '周新', status: null, place: PARENTS }, 'x1', AUTHOR)
    const there = await moveMember(right, { from: 'h1', member: 'm2', to: 'f-x1' }, AUTHOR)
    await moveMember(left, { from: 'h1', member: 'm2', to: 'h2' }, AUTHOR)
    if (there.ok) await left.accept(there.value)
    expect(await membersOf(left, 'h1')).toContain('m2')
    const links = (await settledOf(left)).find(({ household }) => household.id === 'h1')?.links
    expect(links).toEqual([{ kind: 'move_contested', member: 'm2' }])
  })

  it('knows the villages under special supervision, in a county whose name is not on the list', async () => {
    const store = await project()
    await superviseVillage(store, '//石门村', true, AUTHOR)
    expect([...(await supervisedVillages(store))]).toEqual(['//石门村'])
    await superviseVillage(store, '测县/甲乡/100%村', true, AUTHOR)
    await superviseVillage(store, '//石门村', false, AUTHOR)
    expect([...(await supervisedVillages(store))]).toEqual(['测县/甲乡/100%村'])
  })
})
