import { expect, it } from 'vitest'
import { NODE_TEAM_PORT } from '../../../src/adapters/package/nodeTeamPort'
import { openBeside } from '../../../src/adapters/package/openBeside'
import { TEAM_PORT } from '../../../src/adapters/package/teamPort'
import { changesIn } from '../../../src/application/team/TeamPort'
import { aTeam } from '../../builders/aTeam'
import { valueOf } from '../../contracts/projectStoreContract'

const MANY = 8

it('opens in a thread what is opened without one: the same changes, the same refusals', async () => {
  const { lead, first } = await aTeam()
  for (const household of ['户1', '户2']) await first.answer(household, 'food_enough', 'often_short')
  const sound = await first.send(lead)
  const cut = sound.slice(0, -30)
  const [beside, refused, others] = await openBeside(MANY, (port) =>
    Promise.all([
      port.open('p', sound, lead.keys.identity),
      port.open('p', cut, lead.keys.identity),
      port.open('p', sound, first.keys.identity),
    ]),
  )
  const here = valueOf(await NODE_TEAM_PORT.open('p', sound, lead.keys.identity))
  expect(valueOf(beside).manifest).toEqual(here.manifest)
  expect(changesIn(valueOf(beside))).toEqual(changesIn(here))
  const linesOf = ({ segments }: typeof here) =>
    segments.map(({ chunks }) => chunks.map(({ bytes }) => new TextDecoder().decode(bytes ?? undefined)))
  expect(linesOf(valueOf(beside))).toEqual(linesOf(here))
  expect(refused).toEqual(await TEAM_PORT.open('p', cut, lead.keys.identity))
  expect(others).toMatchObject({ ok: false, problems: [{ code: 'package_not_for_us' }] })
})

it('hands on what the work throws', async () => {
  const fault = openBeside(MANY, () => Promise.reject(new Error('a fault of the work')))
  await expect(fault).rejects.toThrow('a fault of the work')
})
