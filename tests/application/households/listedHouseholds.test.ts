import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newReplica } from '../../../src/adapters/crypto/newReplica'
import { MemoryStore } from '../../../src/adapters/memory/MemoryStore'
import { addFoundHousehold } from '../../../src/application/households/addFoundHousehold'
import { moveMember } from '../../../src/application/households/moveMember'
import { listedHouseholds, projectHouseholds } from '../../../src/application/households/projectHouseholds'
import { splitHousehold } from '../../../src/application/households/splitHousehold'
import { wholeHousehold, wholeHouseholds } from '../../../src/application/households/wholeHouseholds'
import { PROJECT_FACTS, draftProjectFact } from '../../../src/application/facts/projectFacts'
import { adoptRoster, currentRoster } from '../../../src/application/roster/adoptRoster'
import type { SettledHousehold } from '../../../src/domain/fieldwork/Fieldwork'
import type { ListedHousehold } from '../../../src/domain/roster/ListedHousehold'
import { addPerson } from '../../../src/application/store/addPerson'
import { aHousehold, aMember } from '../../builders/aHousehold'
import { aMemoryProject, AUTHOR } from '../../builders/aMemoryProject'

/** More than one group of villages; three people in each household. */
const ROSTER = Array.from({ length: 14 }, (_, nth) =>
  aHousehold({
    id: `h${nth}`,
    village: `村${nth % 7}`,
    kept: { 备注: `第 ${nth} 户` },
    members: [0, 1, 2].map((own) =>
      aMember({
        id: `h${nth}m${own}`,
        name: `人${nth}${own}`,
        birthDate: '1980-01-01',
        phone: `1380000${nth}${own}`,
      }),
    ),
  }),
)

describe('a household of the list', () => {
  it('is the same household as the whole one, whoever moved, and whoever was found', async () => {
    const someone = fc.nat(ROSTER.length - 1)
    const work = fc.oneof(
      fc.record({ kind: fc.constant('move' as const), from: someone, to: someone }),
      fc.record({ kind: fc.constant('split' as const), from: someone, to: someone }),
      fc.record({ kind: fc.constant('find' as const), from: someone, to: someone }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(work, { maxLength: 5 }), async (done) => {
        const store = await aMemoryProject(ROSTER, [])
        for (const [nth, { kind, from, to }] of done.entries()) {
          const whom = { from: `h${from}`, member: `h${from}m2` }
          if (kind === 'move' && from !== to) await moveMember(store, { ...whom, to: `h${to}` }, AUTHOR)
          const household = ROSTER[from]
          if (household === undefined) continue
          if (kind === 'split') await splitHousehold(store, { household, members: [whom] }, `s${nth}`, AUTHOR)
          const found = { headName: `新${nth}`, status: null, place: household }
          if (kind === 'find') await addFoundHousehold(store, found, `f${nth}`, AUTHOR)
        }
        const whole = await settledOf(projectHouseholds(store))
        // Once made, once kept.
        for (const _ of [1, 2]) {
          const listed = await settledOf(listedHouseholds(store))
          expect(listed.map(shownOf)).toEqual(whole.map(shownOf))
          const opened = await wholeHouseholds(
            store,
            listed.map(({ household }) => household),
          )
          expect([...opened.values()].sort(byId)).toEqual(whole.map(({ household }) => household).sort(byId))
        }
      }),
      { numRuns: 40 },
    )
  })

  it('has less than the whole one, and is kept', async () => {
    const store = await aMemoryProject(ROSTER, [])
    const [first] = await settledOf(listedHouseholds(store))
    expect(Object.keys(first?.household ?? {})).not.toContain('kept')
    expect(first?.household.members.map((member) => Object.keys(member))).toEqual(
      Array.from({ length: 3 }, () => ['id', 'name', 'idNumber', 'phone']),
    )
    const kept = await store.summariesOf(['listed/0', 'listed/1'])
    expect(kept.map((entries) => entries.length)).toEqual([1, 1])
  })

  it('is that of the list in use: another one is made anew, and the one before comes back', async () => {
    const store = await aMemoryProject(ROSTER, [])
    await settledOf(listedHouseholds(store))
    const renamed = ROSTER.map((household) => ({ ...household, headName: '另一人' }))
    for (const roster of [renamed, ROSTER, renamed.slice(3)]) {
      expect(await adoptRoster(store, roster, AUTHOR)).toMatchObject({ ok: true })
      const listed = await settledOf(listedHouseholds(store))
      const names = new Map(listed.map(({ household }) => [household.id, household.headName]))
      expect(names).toEqual(new Map(roster.map(({ id, headName }) => [id, headName])))
    }
  })

  it('is not there whole once the list in use no longer has it', async () => {
    const store = await aMemoryProject(ROSTER, [])
    const [first] = await settledOf(listedHouseholds(store))
    if (first === undefined) throw new Error('no household')
    expect((await wholeHousehold(store, first.household))?.kept).toEqual({ 备注: '第 0 户' })
    await adoptRoster(store, ROSTER.slice(1), AUTHOR)
    expect(await wholeHousehold(store, first.household)).toBeUndefined()
  })

  it('is in the list once its village has come, too', async () => {
    const lead = await aMemoryProject(ROSTER, [])
    const hash = (await currentRoster(lead)) ?? ''
    const villages = (await lead.rosterVillages(hash)) ?? []
    const store = new MemoryStore('test', newReplica())
    const tester = { id: AUTHOR.person, name: '王', enteredBy: AUTHOR.person, at: AUTHOR.at }
    await addPerson(store, tester)
    for (const come of [2, 6, 7]) {
      const part = await lead.rosterPart(hash, new Set(villages.slice(0, come)))
      if (part === undefined) throw new Error('no roster')
      expect(await store.putRosterPart(part)).toEqual({ ok: true, value: hash })
      const use = draftProjectFact(PROJECT_FACTS.roster, [], hash, AUTHOR)
      expect(await store.write([use])).toMatchObject({ ok: true })
      expect(await settledOf(listedHouseholds(store))).toHaveLength(come * 2)
    }
  })
})

function shownOf({ household, origin, links }: SettledHousehold<ListedHousehold>) {
  const { id, headName, village, status } = household
  const members = household.members.map(({ id: own, name, idNumber, phone }) => [own, name, idNumber, phone])
  return { id, headName, village, status, members, origin, links }
}

async function settledOf<Household>(
  villages: AsyncIterable<readonly SettledHousehold<Household>[]>,
): Promise<readonly SettledHousehold<Household>[]> {
  const settled: SettledHousehold<Household>[] = []
  for await (const village of villages) settled.push(...village)
  return settled
}

function byId(left: { readonly id: string }, right: { readonly id: string }): number {
  return left.id < right.id ? -1 : 1
}
