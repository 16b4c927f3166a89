import { expect, it } from 'vitest'
import { QUALITY_THRESHOLDS } from '../../../src/adapters/resources/qualityChecks'
import { adoptRoster, villageOf } from '../../../src/application/adoptRoster'
import { replaceHousehold } from '../../../src/application/interview/replaceHousehold'
import { assignVillages } from '../../../src/application/team/assign'
import { qualityDesk } from '../../../src/application/team/qualityDesk'
import { aHousehold, aMember } from '../../builders/aHousehold'
import { aTeam } from '../../builders/aTeam'
import { valueOf } from '../../contracts/projectStoreContract'

it('counts progress against plan by village and assessor, and names the interviews to look at', async () => {
  const { lead, first } = await aTeam()
  const members = [aMember({ id: 'm1', idNumber: '110101198005050011' })]
  const households = [
    aHousehold({ id: '1', village: '甲村', members }),
    aHousehold({ id: '2', village: '甲村', members }),
    aHousehold({ id: '3', village: '甲村', members: [] }),
    aHousehold({ id: '4', village: '乙村', members: [] }),
  ]
  valueOf(await adoptRoster(lead.store, households, lead.author))
  const [village = ''] = households.map(villageOf)
  valueOf(await assignVillages(lead.store, [village], '甲', lead.author))
  await first.merge(await lead.send(first, ['1', '2', '3'], 'assignment'))
  await first.answer('1', 'visit_outcome', 'completed')
  await first.answer('2', 'visit_outcome', 'not_home')
  valueOf(
    await replaceHousehold(
      first.store,
      { replaced: '2', replacement: '3', reason: '家中无人' },
      first.author,
    ),
  )
  await lead.merge(await first.send(lead))
  const desk = await qualityDesk(lead.store, QUALITY_THRESHOLDS)
  expect(desk.assessors.get('甲')).toEqual({
    planned: 3,
    outcomes: { completed: 1, not_home: 1 },
    replaced: 1,
    open: 1,
  })
  expect(desk.assessors.get('')).toMatchObject({ planned: 1, open: 1 })
  expect(desk.villages.get(village)?.planned).toBe(3)
  expect(desk.lines.map(({ check, interviews }) => [check, interviews])).toEqual([
    ['too_short', ['1/first/1']],
    ['same_id', ['1/first/1', '2/first/1']],
  ])
})
