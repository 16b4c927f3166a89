import { expect, it } from 'vitest'
import { digest } from '../../../src/adapters/crypto/digest'
import { MemoryIndexShelf } from '../../../src/adapters/memory/MemoryIndexShelf'
import type { SealedIndex } from '../../../src/adapters/sealed/SealedIndex'
import { moveMember } from '../../../src/application/households/moveMember'
import { listHouseholds, type HouseholdRow } from '../../../src/application/households/listHouseholds'
import { adoptRoster } from '../../../src/application/roster/adoptRoster'
import { addPerson } from '../../../src/application/store/addPerson'
import type { ProjectStore } from '../../../src/application/store/ProjectStore'
import { isWhole } from '../../../src/domain/roster/ListedHousehold'
import { aHousehold, aMember } from '../../builders/aHousehold'
import { AUTHOR, RULES } from '../../builders/aMemoryProject'
import { unlock } from '../../contracts/Machine'
import { valueOf } from '../../contracts/projectStoreContract'
import { aShelf } from '../../contracts/sealedHarness'
import { anAnswer, PERSON } from '../../contracts/someWork'

const PORTS = {
  rules: RULES,
  person: AUTHOR.person,
  versions: { roster: '', instrument: '1', standards: '', rules: '' },
  digest,
  pause: () => Promise.resolve(),
}

it('a household whose village no longer opens is shown as it was found, and is still to be judged', async () => {
  const indexes = new MemoryIndexShelf()
  const shelf = aShelf({ indexes, journals: null })
  const made = valueOf(
    await shelf.create({ title: '某县', protection: { ...unlock, rememberBySystem: false } }),
  )
  for (const id of [AUTHOR.person, PERSON])
    valueOf(await addPerson(made, { id, name: '王', enteredBy: id, at: AUTHOR.at }))
  const household = aHousehold({ id: '5201010001' })
  valueOf(await adoptRoster(made, [household], AUTHOR))
  valueOf(await made.write([anAnswer('water_source', 'tap')]))
  const [before] = await rowsOf(made)
  expect(before?.summary).not.toBeNull()
  await made.close()

  const opening = await indexes.open(made.projectId)
  if (opening.kind !== 'open') throw new Error(opening.kind)
  await spoilVillages(opening.index)
  await opening.index.close()

  const store = valueOf(await shelf.open(made.projectId, unlock))
  valueOf(await store.write([anAnswer('water_source', 'well')]))
  const [row] = await rowsOf(store)
  expect(row?.summary).toEqual(before?.summary)
  expect((await store.touchedHouseholds()).map((each) => each.household)).toEqual([household.id])
  expect(store.openingProblems.map(({ code }) => code)).toContain('roster_unreadable')
  // Known to be lost, the village is out of the list until it is imported again; then its household is judged.
  expect(await rowsOf(store)).toEqual([])
  valueOf(await adoptRoster(store, [household], AUTHOR))
  await store.close()
  const mended = valueOf(await shelf.open(made.projectId, unlock))
  const [again] = await rowsOf(mended)
  expect(again?.summary?.lastAt).toBe(before?.summary?.lastAt)
  expect(await mended.touchedHouseholds()).toEqual([])
})

it('nobody comes to a household out of a village that no longer opens', async () => {
  const indexes = new MemoryIndexShelf()
  const shelf = aShelf({ indexes, journals: null })
  const made = valueOf(
    await shelf.create({ title: '某县', protection: { ...unlock, rememberBySystem: false } }),
  )
  valueOf(await addPerson(made, { id: AUTHOR.person, name: '王', enteredBy: AUTHOR.person, at: AUTHOR.at }))
  const from = aHousehold({
    id: 'h1',
    village: '石村',
    members: [aMember({ id: 'm1' }), aMember({ id: 'm2' })],
  })
  const to = aHousehold({ id: 'h2', village: '坪村', members: [aMember({ id: 'n1' })] })
  valueOf(await adoptRoster(made, [from, to], AUTHOR))
  valueOf(await moveMember(made, { from: 'h1', member: 'm2', to: 'h2' }, AUTHOR))
  expect((await rowsOf(made)).map(membersOf)).toEqual([['m1'], ['n1', 'm2']])
  await made.close()

  const opening = await indexes.open(made.projectId)
  if (opening.kind !== 'open') throw new Error(opening.kind)
  await spoilVillages(opening.index, 1)
  await opening.index.close()

  const store = valueOf(await shelf.open(made.projectId, unlock))
  const rows = await rowsOf(store)
  expect(rows.map(membersOf)).toEqual([['n1']])
  expect(rows.every(({ household }) => isWhole(household))).toBe(true)
})

function membersOf({ household }: HouseholdRow): readonly string[] {
  return household.members.map(({ id }) => id)
}

async function rowsOf(store: ProjectStore): Promise<readonly HouseholdRow[]> {
  const rows: HouseholdRow[] = []
  for await (const village of listHouseholds(store, PORTS)) rows.push(...village)
  return rows
}

/** Somebody alters the first villages of the list on the disk, and not the list of their names. */
async function spoilVillages(index: SealedIndex, first = Infinity): Promise<void> {
  const blocks = await index.blocksAfter(0, 1_000)
  const lists = blocks.filter(({ block }) => block === 'contents').map(({ document }) => document)
  const villages = blocks.filter(({ document, block }) => lists.includes(document) && block !== 'contents')
  expect(villages).not.toEqual([])
  await index.commit({
    blocks: villages.slice(0, first).map((each) => ({ ...each, sealed: new Uint8Array(60) })),
  })
}
