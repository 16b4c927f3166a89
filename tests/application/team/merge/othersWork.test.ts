import { beforeEach, describe, expect, it } from 'vitest'
import { adoptRoster, villageOf } from '../../../../src/application/roster/adoptRoster'
import { rulesOf } from '../../../../src/adapters/resources/rulesOf'
import { addFoundHousehold } from '../../../../src/application/households/addFoundHousehold'
import { beginInterview, recordAnswers } from '../../../../src/application/interview/recordAnswers'
import { backcheckDrafts } from '../../../../src/application/rounds/backchecks'
import { assignHouseholds, assignVillages } from '../../../../src/application/team/assignment/assign'
import { CURRENT_INSTRUMENT } from '../../../../src/adapters/resources/instruments'
import type { Change } from '../../../../src/domain/changes/Change'
import { aHousehold } from '../../../builders/aHousehold'
import { aTeam, type Laptop, type Team } from '../../../builders/aTeam'
import { valueOf } from '../../../contracts/projectStoreContract'

const WEST = aHousehold({ id: '5201010001', village: '西村' })
const WEST_TOO = aHousehold({ id: '5201010002', village: '西村' })
const EAST = aHousehold({ id: '5201010101', village: '东村' })

/** A member's laptop answers in a round of a household, whoever's it is. */
async function answers(
  laptop: Laptop,
  household: string,
  value = 'all_year',
  round = 'first',
): Promise<void> {
  const id = `${household}/${round}/1`
  const known = await laptop.store.changesOf('interview', id)
  if (known.length === 0) valueOf(await beginInterview(laptop.store, id, CURRENT_INSTRUMENT, laptop.author))
  const answer = { ref: { question: 'food_enough' }, value, evidence: 'observed' } as const
  valueOf(await recordAnswers(laptop.store, id, [answer], laptop.author))
}

describe('what a member writes in a household', () => {
  let team: Team
  beforeEach(async () => {
    team = await aTeam()
    const { lead, first, second } = team
    valueOf(await adoptRoster(lead.store, [WEST, WEST_TOO, EAST], lead.author))
    valueOf(await assignVillages(lead.store, [villageOf(WEST)], first.name, lead.author))
    valueOf(await assignVillages(lead.store, [villageOf(EAST)], second.name, lead.author))
    for (const laptop of [first, second]) await laptop.merge(await lead.send(laptop, null, 'assignment'))
  })

  async function storedOf(household: string): Promise<readonly Change[]> {
    const { lead } = team
    return (await lead.store.changesOfHouseholds([household])).get(household) ?? []
  }

  it('that is theirs is taken', async () => {
    const { lead, first } = team
    await answers(first, WEST.id)
    expect(await lead.merge(await first.send(lead))).toEqual(['sound'])
    expect(await storedOf(WEST.id)).toHaveLength(2)
  })

  it('that is another’s is set aside, and all the rest is taken', async () => {
    const { lead, first, second } = team
    await answers(second, EAST.id)
    await lead.merge(await second.send(lead))
    const before = await storedOf(EAST.id)
    await answers(first, WEST.id)
    await answers(first, EAST.id, 'often_short')
    const preview = await lead.preview([await first.send(lead)])
    expect(preview.packages[0]).toMatchObject({
      verdict: 'sound',
      problems: [{ code: 'households_of_others', value: '甲', details: { count: 1, households: EAST.id } }],
    })
    expect(await lead.merge(await first.send(lead))).toEqual(['households_of_others'])
    expect(await storedOf(EAST.id)).toEqual(before)
    expect(await storedOf(WEST.id)).toHaveLength(2)
  })

  it('that is another’s is set aside however far back it is dated', async () => {
    const { lead, first, second } = team
    await answers(second, EAST.id)
    const tampered = await first.tampered()
    await answers(tampered, EAST.id, 'often_short')
    await lead.merge(await second.send(lead))
    expect(await lead.merge(await tampered.send(lead))).toEqual(['households_of_others'])
  })

  it('is set aside too where another member carries it', async () => {
    const { lead, first, second } = team
    await answers(first, EAST.id)
    await first.send(lead)
    const taken = await first.store.changesOf('interview', `${EAST.id}/first/1`)
    valueOf(await second.store.accept(taken))
    for (const text of await first.store.records('segments')) await second.store.keepRecord('segments', text)
    await answers(second, EAST.id, 'often_short')
    expect(await lead.merge(await second.send(lead))).toEqual(['households_of_others'])
    const people = new Set((await storedOf(EAST.id)).map(({ person }) => person))
    expect([...people]).toEqual([second.name])
  })

  it('that was theirs, before it was handed over or after, is taken', async () => {
    const { lead, first, second } = team
    await answers(first, WEST_TOO.id)
    valueOf(await assignHouseholds(lead.store, [WEST_TOO.id], second.name, lead.author))
    expect(await lead.merge(await first.send(lead))).toEqual(['sound'])
    await second.merge(await lead.send(second, null, 'assignment'))
    await answers(second, WEST_TOO.id, 'often_short')
    expect(await lead.merge(await second.send(lead))).toEqual(['sound'])
  })

  it('that never was theirs, as it was assigned by itself before its village, is set aside', async () => {
    const { lead, first, second } = await aTeam()
    valueOf(await adoptRoster(lead.store, [WEST, WEST_TOO], lead.author))
    valueOf(await assignHouseholds(lead.store, [WEST.id], second.name, lead.author))
    valueOf(await assignVillages(lead.store, [villageOf(WEST)], first.name, lead.author))
    await first.merge(await lead.send(first, null, 'assignment'))
    await answers(first, WEST.id)
    expect(await lead.merge(await first.send(lead))).toEqual(['households_of_others'])
  })

  it('is taken once the lead hands the household over', async () => {
    const { lead, first } = team
    await answers(first, EAST.id)
    const sent = await first.send(lead)
    expect(await lead.merge(sent)).toEqual(['households_of_others'])
    valueOf(await assignHouseholds(lead.store, [EAST.id], first.name, lead.author))
    expect(await lead.merge(sent)).toEqual(['sound'])
    expect(await storedOf(EAST.id)).toHaveLength(2)
  })

  it('is taken when the lead says so, and then travels to the others', async () => {
    const { lead, first, second } = team
    await answers(first, EAST.id)
    const preview = await lead.preview([await first.send(lead)], [], ['p0'])
    expect(preview.packages).toMatchObject([{ verdict: 'sound', problems: [] }])
    valueOf(
      await lead.store.accept(
        preview.sound.flatMap(({ segments }) => segments.flatMap(({ changes }) => changes)),
      ),
    )
    await lead.merge(await first.send(lead))
    expect(await second.merge(await lead.send(second, null, 'assignment'))).toEqual(['sound'])
    expect(await second.store.changesOf('interview', `${EAST.id}/first/1`)).toHaveLength(2)
  })

  it('to check it again, as the lead asked, is accepted; what they write in its first round is not', async () => {
    const { lead, first, second } = team
    await answers(second, EAST.id)
    await lead.merge(await second.send(lead))
    valueOf(await lead.store.write(backcheckDrafts(EAST.id, first.name, lead.author)))
    await first.merge(await lead.send(first, null, 'assignment'))
    await answers(first, EAST.id, 'often_short', 'backcheck')
    expect(await lead.merge(await first.send(lead))).toEqual(['sound'])
    await answers(first, EAST.id, 'often_short')
    expect(await lead.merge(await first.send(lead))).toEqual(['households_of_others'])
  })

  it('that they found is taken, and set aside from anybody else', async () => {
    const { lead, first, second } = team
    const wanted = { headName: '赵六', status: null, place: EAST }
    const found = valueOf(await addFoundHousehold(first.store, wanted, 'token', first.author))
    await answers(first, found)
    expect(await lead.merge(await first.send(lead))).toEqual(['sound'])
    await answers(second, found)
    expect(await lead.merge(await second.send(lead))).toEqual(['households_of_others'])
  })

  it('that nobody was given is taken', async () => {
    const { lead, first } = team
    await answers(first, '5201019999')
    expect(await lead.merge(await first.send(lead))).toEqual(['sound'])
  })
})

describe('a conclusion that another package turns', () => {
  it('is listed before it is taken, and so is one that would turn where work is set aside', async () => {
    const { lead, first, second } = await aTeam()
    valueOf(await adoptRoster(lead.store, [WEST, EAST], lead.author))
    valueOf(await assignVillages(lead.store, [villageOf(WEST)], first.name, lead.author))
    valueOf(await assignVillages(lead.store, [villageOf(EAST)], second.name, lead.author))
    for (const laptop of [first, second]) await laptop.merge(await lead.send(laptop, null, 'assignment'))
    for (const [laptop, household] of [
      [first, WEST],
      [second, EAST],
    ] as const) {
      const id = `${household.id}/first/1`
      const visited = {
        ref: { question: 'visit_outcome' },
        value: 'completed',
        evidence: 'observed',
      } as const
      valueOf(await beginInterview(laptop.store, id, CURRENT_INSTRUMENT, laptop.author))
      valueOf(await recordAnswers(laptop.store, id, [visited], laptop.author))
      await lead.merge(await laptop.send(lead))
    }
    const rules = valueOf(rulesOf({ kind: 'assessment', asOf: '2020-12-31', region: 'west', salt: 'x' }))
    await answers(first, WEST.id, 'often_short')
    await answers(first, EAST.id, 'often_short')
    const preview = await lead.preview([await first.send(lead)], [], [], rules)
    const turn = { before: 'to_verify', after: 'suspected_wrong_exit' }
    expect(preview.turned).toEqual([{ household: WEST.id, ...turn }])
    expect(preview.others).toEqual([{ household: EAST.id, ...turn, file: 'p0', names: [first.name] }])
  })
})
