import { expect, it } from 'vitest'
import { MemoryIndexShelf } from '../../../src/adapters/memory/MemoryIndexShelf'
import { wholeHousehold } from '../../../src/application/households/wholeHouseholds'
import { adoptRoster } from '../../../src/application/roster/adoptRoster'
import { addPerson } from '../../../src/application/store/addPerson'
import { listedHousehold } from '../../../src/domain/roster/ListedHousehold'
import { aHousehold } from '../../builders/aHousehold'
import { AUTHOR } from '../../builders/aMemoryProject'
import { unlock } from '../../contracts/Machine'
import { valueOf } from '../../contracts/projectStoreContract'
import { aShelf } from '../../contracts/sealedHarness'

it('a village is read once for whoever goes through its households, and anew where the list in use is another', async () => {
  const indexes = new MemoryIndexShelf()
  const shelf = aShelf({ indexes, journals: null })
  const made = valueOf(
    await shelf.create({ title: '某县', protection: { ...unlock, rememberBySystem: false } }),
  )
  const tester = { id: AUTHOR.person, name: '王', enteredBy: AUTHOR.person, at: AUTHOR.at }
  valueOf(await addPerson(made, tester))
  const roster = ['石村', '石村', '坪村'].map((village, nth) => aHousehold({ id: `h${nth}`, village }))
  valueOf(await adoptRoster(made, roster, AUTHOR))
  await made.close()
  const opening = await indexes.open(made.projectId)
  if (opening.kind !== 'open') throw new Error(opening.kind)
  const read = opening.index.blocks.bind(opening.index)
  let readings = 0
  opening.index.blocks = (...asked) => {
    readings += 1
    return read(...asked)
  }
  await opening.index.close()
  const store = valueOf(await shelf.open(made.projectId, unlock))
  readings = 0
  const told: (readonly [string | null | undefined, number])[] = []
  for (const id of ['h0', 'h1', 'h0', 'h2', 'h1']) {
    const listed = roster.filter((household) => household.id === id).map(listedHousehold)
    for (const each of listed) told.push([(await wholeHousehold(store, each))?.id, readings])
  }
  expect(told).toEqual([
    ['h0', 1],
    ['h1', 1],
    ['h0', 1],
    ['h2', 2],
    ['h1', 3],
  ])
  const renamed = roster.map((household) => ({ ...household, headName: '另一人' }))
  valueOf(await adoptRoster(store, renamed, AUTHOR))
  const [again] = roster.slice(1).map(listedHousehold)
  expect(again && (await wholeHousehold(store, again))?.headName).toBe('另一人')
})
