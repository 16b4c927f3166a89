import { describe, expect, it } from 'vitest'
import { TEAM_PORT } from '../../../../src/adapters/package/teamPort'
import { KNOWN_FORMS } from '../../../../src/adapters/resources/instruments'
import { leaveOutWork, leftOutOf, takeInWork } from '../../../../src/application/team/merge/leaveOutWork'
import { foldChanges } from '../../../../src/domain/changes/foldChanges'
import { aTeam, type Laptop, type Team } from '../../../builders/aTeam'
import { valueOf } from '../../../contracts/projectStoreContract'

const [H1, H2, H3] = ['5201010001', '5201010002', '5201010003'] as const
const WHY = { reason: '经核实不是入户所得' }
const PORTS = { port: TEAM_PORT, forms: KNOWN_FORMS }

/** What stands in a household's interview at a laptop: values by path. */
async function standing({ store }: Laptop, household: string): Promise<Readonly<Record<string, unknown>>> {
  const state = foldChanges(await store.changesOf('interview', `${household}/first/1`))
  const values = [...state].map(
    ([path, said]) => [path, said.isConflict ? 'in conflict' : said.value] as const,
  )
  return Object.fromEntries(values.filter(([path, value]) => path !== 'begun' && value !== null))
}

/** The first assessor answers where nobody did, changes an answer of the second, and is changed by him. */
async function aTamperedHistory(): Promise<Team> {
  const team = await aTeam()
  const { lead, first, second } = team
  const exchange = async (): Promise<void> => {
    await lead.merge(await first.send(lead), await second.send(lead))
    for (const laptop of [first, second]) await laptop.merge(await lead.send(laptop, null, 'assignment'))
  }
  await second.answer(H1, 'food_enough', 'all_year')
  await first.answer(H3, 'bedding', 'short')
  await exchange()
  await first.answer(H1, 'food_enough', 'often_short')
  await first.answer(H2, 'food_enough', 'often_short')
  await second.answer(H3, 'bedding', 'enough')
  await second.answer(H3, 'food_enough', 'all_year')
  await exchange()
  return team
}

describe('the work of a device that is left out', () => {
  it('gives way to what stood before it, and to nobody else’s', async () => {
    const { lead, first } = await aTamperedHistory()
    const left = await leaveOutWork(lead.store, { device: first.keys.device, from: 1 }, PORTS, {
      ...lead.author,
      ...WHY,
    })
    expect(valueOf(left)).toBe(2)
    expect(await standing(lead, H1)).toEqual({ food_enough: 'all_year' })
    expect(await standing(lead, H2)).toEqual({})
    expect(await standing(lead, H3)).toEqual({ bedding: 'enough', food_enough: 'all_year' })
  })

  it('is left out on every laptop, and comes back as it was', async () => {
    const { lead, first, second } = await aTamperedHistory()
    const before = await Promise.all([H1, H2, H3].map((household) => standing(lead, household)))
    const by = { ...lead.author, ...WHY }
    valueOf(await leaveOutWork(lead.store, { device: first.keys.device, from: 1 }, PORTS, by))
    expect([...(await leftOutOf(lead.store)).keys()]).toEqual([first.keys.device])
    expect(await second.merge(await lead.send(second, null, 'assignment'))).toEqual(['sound'])
    expect(await standing(second, H1)).toEqual({ food_enough: 'all_year' })
    valueOf(await takeInWork(lead.store, first.keys.device, by))
    expect(await leftOutOf(lead.store)).toEqual(new Map())
    expect(await second.merge(await lead.send(second, null, 'assignment'))).toEqual(['sound'])
    for (const laptop of [lead, second])
      expect(await Promise.all([H1, H2, H3].map((household) => standing(laptop, household)))).toEqual(before)
    expect(await second.state()).toBe(await lead.state())
  })

  it('is that from a number on', async () => {
    const { lead, first } = await aTamperedHistory()
    const [answer] = (await lead.store.changesOf('interview', `${H2}/first/1`)).slice(-1)
    const from = answer?.lamport ?? 0
    const left = await leaveOutWork(lead.store, { device: first.keys.device, from }, PORTS, {
      ...lead.author,
      ...WHY,
    })
    expect(valueOf(left)).toBe(1)
    expect(await standing(lead, H1)).toEqual({ food_enough: 'often_short' })
    expect(await standing(lead, H2)).toEqual({})
  })

  it('stays left out where somebody has answered since, when it is taken in again', async () => {
    const { lead, first } = await aTamperedHistory()
    const by = { ...lead.author, ...WHY }
    valueOf(await leaveOutWork(lead.store, { device: first.keys.device, from: 1 }, PORTS, by))
    await lead.answer(H2, 'food_enough', 'some_months_short')
    valueOf(await takeInWork(lead.store, first.keys.device, by))
    expect(await standing(lead, H2)).toEqual({ food_enough: 'some_months_short' })
    expect(await standing(lead, H1)).toEqual({ food_enough: 'often_short' })
  })

  it('is refused without a reason, twice, of strangers, and to a member', async () => {
    const { lead, first, second } = await aTamperedHistory()
    const work = { device: first.keys.device, from: 1 }
    const codeOf = async (laptop: Laptop, wanted = work, reason: string = WHY.reason) => {
      const done = await leaveOutWork(laptop.store, wanted, PORTS, { ...laptop.author, reason })
      return done.ok ? 'done' : done.problems[0]?.code
    }
    expect(await codeOf(second)).toBe('lead_only')
    expect(await codeOf(lead, work, ' ')).toBe('reason_missing')
    expect(await codeOf(lead, { ...work, device: 'f'.repeat(64) })).toBe('device_unknown')
    expect(await codeOf(lead, { ...work, from: 10_000 })).toBe('work_not_found')
    expect(await codeOf(lead)).toBe('done')
    expect(await codeOf(lead)).toBe('work_left_out')
  })
})
