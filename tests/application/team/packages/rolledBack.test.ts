import { expect, it } from 'vitest'
import { aTeam, AT, type Laptop } from '../../../builders/aTeam'
import { valueOf } from '../../../contracts/projectStoreContract'

const [H1, H2] = ['5201010001', '5201010002'] as const

/** The laptop as it is now, kept aside: what a disk image puts back later. */
async function imageOf(laptop: Laptop, lead: Laptop): Promise<Laptop> {
  const image = await laptop.tampered()
  valueOf(await image.store.keepRecord('lead', lead.keys.device))
  return image
}

async function toldBy(laptop: Laptop, ...packages: readonly Uint8Array[]) {
  const { packages: verdicts } = await laptop.preview(packages)
  return verdicts.map(({ problems }) => problems.map(({ code, details }) => ({ code, ...details })))
}

it('reports to a laptop that was set back, at its next exchange, what it wrote and lost, and takes it in', async () => {
  const { lead, first } = await aTeam()
  const image = await imageOf(first, lead)
  await first.answer(H1, 'food_enough', 'all_year')
  await lead.merge(await first.send(lead))
  const back = await lead.send(image, [H1], 'assignment')
  const since = new Date(AT).toLocaleString('sv-SE').slice(0, 16)
  expect(await toldBy(image, back)).toEqual([[{ code: 'profile_rolled_back', count: 2, since }]])
  await image.merge(back)
  expect(await image.state()).toBe(await lead.state())
  expect(await toldBy(image, back)).toEqual([[]])
})

it('reports it although the laptop went on meanwhile, and counts each change once', async () => {
  const { lead, first, second } = await aTeam()
  const image = await imageOf(first, lead)
  await first.answer(H1, 'food_enough', 'all_year')
  await lead.merge(await first.send(lead))
  await second.merge(await lead.send(second, [H1], 'assignment'))
  await image.answer(H2, 'food_enough', 'often_short')
  const packages = [await lead.send(image, [H1], 'assignment'), await second.send(image, [H1])]
  expect((await toldBy(image, ...packages)).map((told) => told.map(({ code }) => code))).toEqual([
    ['profile_rolled_back'],
    [],
  ])
})

it('reports nothing to a laptop that has all it wrote, nor to one that receives others’ work', async () => {
  const { lead, first, second } = await aTeam()
  await first.answer(H1, 'food_enough', 'all_year')
  await second.answer(H2, 'food_enough', 'all_year')
  expect(await toldBy(lead, await first.send(lead), await second.send(lead))).toEqual([[], []])
  await lead.merge(await first.send(lead), await second.send(lead))
  for (const laptop of [first, second])
    expect(await toldBy(laptop, await lead.send(laptop, [H1, H2], 'assignment'))).toEqual([[]])
})
