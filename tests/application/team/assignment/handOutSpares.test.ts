import { beforeEach, describe, expect, it } from 'vitest'
import { digest } from '../../../../src/adapters/crypto/digest'
import { adoptRoster, villageOf } from '../../../../src/application/roster/adoptRoster'
import { replaceHousehold } from '../../../../src/application/interview/replaceHousehold'
import { frameOf } from '../../../../src/application/sampling/frameOf'
import { makeSample } from '../../../../src/application/sampling/makeSample'
import { projectSampleOf } from '../../../../src/application/sampling/projectSample'
import { recordSample } from '../../../../src/application/sampling/recordSample'
import { standbyReserves } from '../../../../src/application/sampling/standbyReserves'
import { assignHouseholds, assignVillages } from '../../../../src/application/team/assignment/assign'
import { householdsOf } from '../../../../src/application/team/assignment/assignments'
import { handOutSpares } from '../../../../src/application/team/assignment/handOutSpares'
import { aPlan } from '../../../builders/aFrame'
import { aHousehold } from '../../../builders/aHousehold'
import { aTeam, type Laptop, type Team } from '../../../builders/aTeam'
import { valueOf } from '../../../contracts/projectStoreContract'

/** Two villages of one township, in which the sample is one stratum. */
const LIST = Array.from({ length: 40 }, (_, index) =>
  aHousehold({
    id: `h${index + 1}`,
    village: index < 20 ? '甲村' : '乙村',
    status: 'exited',
  }),
)
const [VILLAGE_A = '', VILLAGE_B = ''] = [...new Set(LIST.map(villageOf))]

let team: Team
let drawn: readonly string[]
let spares: readonly string[]

beforeEach(async () => {
  team = await aTeam()
  const { store, author } = team.lead
  valueOf(await adoptRoster(store, LIST, author))
  const plan = aPlan({ size: { by: 'number', households: 8 }, reserve: 0.5 })
  const made = valueOf(makeSample(frameOf(LIST), plan, { digest, salt: 'salt' }))
  valueOf(await recordSample(store, made.log, author))
  const [stratum] = made.log.result.strata
  drawn = stratum?.drawn ?? []
  spares = stratum?.reserves ?? []
  valueOf(await assignVillages(store, [VILLAGE_A], '甲', author))
  valueOf(await assignVillages(store, [VILLAGE_B], '乙', author))
})

async function assign(...laptops: readonly Laptop[]): Promise<void> {
  for (const laptop of laptops) {
    const households = await householdsOf(team.lead.store, [laptop.name])
    expect(await laptop.merge(await team.lead.send(laptop, [...households], 'assignment'))).toEqual(['sound'])
  }
}

/** A household drawn in this person's village. */
function placeOf(name: string): string {
  const village = name === '甲' ? '甲村' : '乙村'
  return drawn.find((id) => LIST.find((each) => each.id === id)?.village === village) ?? ''
}

async function replace(laptop: Laptop, replaced: string, replacement: string, orderReason = '') {
  const request = { replaced, replacement, reason: '三次都没人', orderReason }
  return replaceHousehold(laptop.store, request, laptop.author)
}

describe('spares handed out with the assignment', () => {
  it('are each one person’s, and what a member’s laptop offers is what it writes', async () => {
    valueOf(await handOutSpares(team.lead.store, team.lead.author))
    await assign(team.first, team.second)
    const own = await standbyReserves(team.first.store, placeOf('甲'))
    const others = await standbyReserves(team.second.store, placeOf('乙'))
    expect(own.own.length).toBeGreaterThan(0)
    expect(others.own.length).toBeGreaterThan(0)
    expect([...own.own, ...others.own].sort()).toEqual([...spares].sort())
    expect(own.others).toEqual(others.own)
    const [next = ''] = own.own
    const [foreign = ''] = own.others
    expect(await replace(team.first, placeOf('甲'), foreign, '近')).toMatchObject({
      problems: [{ code: 'replacement_not_handed_out', value: foreign }],
    })
    expect((await replace(team.first, placeOf('甲'), next)).ok).toBe(true)
    expect(await team.lead.merge(await team.first.send(team.lead))).toEqual(['sound'])
    expect((await projectSampleOf(team.lead.store))?.placeOf.get(next)).toBe(placeOf('甲'))
  })
  it('are all asked of the lead once they are used up, and one that he assigns is offered', async () => {
    valueOf(await handOutSpares(team.lead.store, team.lead.author))
    const [place = ''] = [placeOf('甲')]
    await assign(team.first)
    const { own, others } = await standbyReserves(team.first.store, place)
    const given = others[0] ?? ''
    valueOf(await assignHouseholds(team.lead.store, own, '乙', team.lead.author))
    await assign(team.first)
    expect((await standbyReserves(team.first.store, place)).own).toEqual([])
    valueOf(await assignHouseholds(team.lead.store, [given], '甲', team.lead.author))
    await assign(team.first)
    expect((await standbyReserves(team.first.store, place)).own).toEqual([given])
  })
  it('stay with whom they were handed to when it is done again', async () => {
    valueOf(await handOutSpares(team.lead.store, team.lead.author))
    valueOf(await assignVillages(team.lead.store, [VILLAGE_B], '甲', team.lead.author))
    expect(valueOf(await handOutSpares(team.lead.store, team.lead.author))).toEqual([])
  })
  it('set a package aside that takes one never handed to its author, until the lead hands it to him', async () => {
    // An assignment from before spares were handed out: the author's laptop cannot know better.
    await assign(team.first)
    const foreign = spares.find((id) => LIST.find((each) => each.id === id)?.village === '甲村') ?? ''
    expect((await replace(team.first, placeOf('甲'), foreign, '近')).ok).toBe(true)
    const sent = await team.first.send(team.lead)
    valueOf(await assignHouseholds(team.lead.store, spares, '乙', team.lead.author))
    valueOf(await handOutSpares(team.lead.store, team.lead.author))
    const { packages } = await team.lead.preview([sent])
    expect(packages).toMatchObject([
      {
        verdict: 'set_aside',
        problems: [{ code: 'package_spare_of_another', details: { count: 1, households: foreign } }],
      },
    ])
    valueOf(await assignHouseholds(team.lead.store, [foreign], '甲', team.lead.author))
    expect(await team.lead.merge(sent)).toEqual(['sound'])
    // Known by now, it is judged no more, and others take it from the lead.
    valueOf(await assignHouseholds(team.lead.store, [foreign], '乙', team.lead.author))
    expect(await team.lead.merge(sent)).toEqual(['sound'])
    await assign(team.second)
  })
  it('go with their villages in an assignment from before they were handed out', async () => {
    await assign(team.first)
    const { own, others } = await standbyReserves(team.first.store, placeOf('甲'))
    expect([...own, ...others].sort()).toEqual([...spares].sort())
    for (const id of own) expect(LIST.find((each) => each.id === id)?.village).toBe('甲村')
    expect((await replace(team.first, placeOf('甲'), own[0] ?? '')).ok).toBe(true)
    // Handed out since, they stay with whom the earlier assignment let take them.
    valueOf(await handOutSpares(team.lead.store, team.lead.author))
    expect(await team.lead.merge(await team.first.send(team.lead))).toEqual(['sound'])
    await assign(team.first)
    const left = own.filter((id) => id !== own[0])
    expect((await standbyReserves(team.first.store, placeOf('甲'))).own).toEqual(left)
  })
})
