import { describe, expect, it } from 'vitest'
import {
  openConflicts,
  type ContestedHousehold,
} from '../../../../src/application/team/conflicts/openConflicts'
import { chooseInterview, settleConflict } from '../../../../src/application/team/conflicts/settleConflicts'
import { aTeam, type Laptop } from '../../../builders/aTeam'
import { valueOf } from '../../../contracts/projectStoreContract'

const [H1, H2] = ['5201010001', '5201010002'] as const

async function openOf({ store }: Laptop): Promise<readonly ContestedHousehold[]> {
  const found: ContestedHousehold[] = []
  for await (const part of openConflicts(store)) found.push(...part)
  return found
}

describe('what is to be settled', () => {
  it('is every question with two answers, until one is chosen', async () => {
    const { lead, first, second } = await aTeam()
    await first.answer(H1, 'bedding', 'enough')
    expect(await second.merge(await first.send(second))).toEqual(['sound'])
    await first.answer(H1, 'food_enough', 'all_year')
    await second.answer(H1, 'food_enough', 'often_short')
    expect(await openOf(lead)).toEqual([])
    expect(await lead.merge(await first.send(lead), await second.send(lead))).toEqual(['sound', 'sound'])
    const [open, ...others] = await openOf(lead)
    expect(others).toEqual([])
    expect(open).toMatchObject({ household: H1, conflicts: [{ path: 'food_enough' }], duplicates: [] })
    const conflict = open?.conflicts[0]
    const head = conflict?.heads[0]
    if (conflict === undefined || head === undefined) throw new Error('no conflict')
    const author = { ...lead.author, reason: '看过米缸' }
    valueOf(await settleConflict(lead.store, conflict, { by: 'choice', head }, author))
    expect(await openOf(lead)).toEqual([])
  })

  it('is every household interviewed twice, until one interview is chosen', async () => {
    const { lead, first, second } = await aTeam()
    await first.answer(H2, 'food_enough', 'all_year', 'respondent', 'a')
    await second.answer(H2, 'food_enough', 'all_year', 'respondent', 'b')
    expect(await lead.merge(await first.send(lead), await second.send(lead))).toEqual(['sound', 'sound'])
    const [open] = await openOf(lead)
    const [duplicate] = open?.duplicates ?? []
    expect(duplicate?.interviews).toEqual([`${H2}/first/a`, `${H2}/first/b`])
    if (duplicate === undefined) throw new Error('no duplicate')
    const author = { ...lead.author, reason: '甲先到' }
    valueOf(await chooseInterview(lead.store, duplicate, `${H2}/first/a`, author))
    expect(await openOf(lead)).toEqual([])
  })
})
