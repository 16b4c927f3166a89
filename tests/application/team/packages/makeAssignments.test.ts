import { beforeEach, describe, expect, it } from 'vitest'
import { TEAM_PORT } from '../../../../src/adapters/package/teamPort'
import { adoptRoster, villageOf } from '../../../../src/application/roster/adoptRoster'
import { assignVillages } from '../../../../src/application/team/assignment/assign'
import { makeAssignments } from '../../../../src/application/team/packages/makeAssignments'
import { rollOf } from '../../../../src/application/team/roll/keepRoll'
import { aHousehold } from '../../../builders/aHousehold'
import { AT, aTeam, type Team } from '../../../builders/aTeam'
import { valueOf } from '../../../contracts/projectStoreContract'

const WEST = aHousehold({ id: 'h1', village: '西村' })
const EAST = aHousehold({ id: 'h2', village: '东村' })
const ORDER = { title: '某县', names: ['组长'], made: AT }

let team: Team

beforeEach(async () => {
  team = await aTeam()
  const { store, author } = team.lead
  valueOf(await adoptRoster(store, [WEST, EAST], author))
  valueOf(await assignVillages(store, [villageOf(WEST)], team.first.name, author))
  valueOf(await assignVillages(store, [villageOf(EAST)], team.second.name, author))
})

async function receivers() {
  const roll = [...(await rollOf(team.lead.store)).values()]
  return roll.filter(({ device }) => device !== team.lead.keys.device)
}

describe('makeAssignments', () => {
  it('makes a package for each laptop, with its own households, that only it opens', async () => {
    const { lead, first, second } = team
    const told: number[] = []
    const made = valueOf(
      await makeAssignments(
        lead.store,
        await receivers(),
        { ...ORDER, person: lead.name },
        TEAM_PORT,
        (count) => {
          told.push(count)
          return Promise.resolve()
        },
      ),
    )
    expect(told).toEqual([0, 1])
    for (const [laptop, own] of [
      [first, WEST],
      [second, EAST],
    ] as const) {
      const bytes =
        made.find(({ receiver }) => receiver.device === laptop.keys.device)?.bytes ?? new Uint8Array()
      const preview = await laptop.preview([bytes])
      expect(preview.packages.map(({ verdict }) => verdict)).toEqual(['sound'])
      const villages = preview.sound.flatMap(({ rosters }) => rosters.flatMap(({ present }) => present))
      expect(villages.map(({ village }) => village)).toEqual([villageOf(own)])
      const other = laptop === first ? second : first
      expect(await other.merge(bytes)).toEqual(['package_not_for_us'])
    }
  })
})
