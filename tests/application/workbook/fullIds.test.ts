import { describe, expect, it } from 'vitest'
import { askFullIds, fullIdsAskedOf } from '../../../src/application/workbook/fullIds'
import { AUTHOR, aMemoryProject } from '../../builders/aMemoryProject'
import { aHousehold } from '../../builders/aHousehold'
import { aTeam } from '../../builders/aTeam'
import { valueOf } from '../../contracts/projectStoreContract'

describe('asking for ID numbers in full', () => {
  it('is kept with who, when and why, oldest first', async () => {
    const store = await aMemoryProject([aHousehold()], [])
    valueOf(await askFullIds(store, ' 公安核对 ', AUTHOR))
    valueOf(await askFullIds(store, '再核对', { ...AUTHOR, at: '2021-01-02T00:00:00Z' }))
    expect(await fullIdsAskedOf(store)).toEqual([
      { by: AUTHOR.person, at: AUTHOR.at, why: '公安核对' },
      { by: AUTHOR.person, at: '2021-01-02T00:00:00Z', why: '再核对' },
    ])
  })
  it('without a reason is refused, and nothing is kept', async () => {
    const store = await aMemoryProject([aHousehold()], [])
    const refused = await askFullIds(store, ' ', AUTHOR)
    expect(refused.ok ? [] : refused.problems.map(({ code }) => code)).toEqual(['reason_missing'])
    expect(await fullIdsAskedOf(store)).toEqual([])
  })
  it('at an assessor’s laptop is known to the lead once it is sent', async () => {
    const { lead, first } = await aTeam()
    await first.answer('5201010001', 'consent', 'agrees')
    valueOf(await askFullIds(first.store, '县里要', first.author))
    expect(await lead.merge(await first.send(lead))).toEqual(['sound'])
    expect(await fullIdsAskedOf(lead.store)).toEqual([{ by: first.name, at: first.author.at, why: '县里要' }])
  })
})
