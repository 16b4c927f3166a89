import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { AREA_FORMS } from '../../../../src/adapters/resources/areaForms'
import { TEAM_PORT } from '../../../../src/adapters/package/teamPort'
import { KNOWN_FORMS } from '../../../../src/adapters/resources/instruments'
import { readAreaRecords } from '../../../../src/application/census/areaAnswers'
import { closeArea } from '../../../../src/application/census/closeArea'
import { readClosings } from '../../../../src/application/census/closings'
import { openArea } from '../../../../src/application/census/openArea'
import { recordAreaAnswers } from '../../../../src/application/census/recordAreaAnswers'
import { addFoundHousehold } from '../../../../src/application/households/addFoundHousehold'
import { adoptRoster, PROJECT, villageOf } from '../../../../src/application/roster/adoptRoster'
import { commitMerge } from '../../../../src/application/team/merge/mergePackages'
import { leaveOutWork } from '../../../../src/application/team/merge/leaveOutWork'
import { removeDevice } from '../../../../src/application/team/roll/keepRoll'
import type { Change } from '../../../../src/domain/changes/Change'
import { aHousehold } from '../../../builders/aHousehold'
import { aTeam, type Laptop, type Team } from '../../../builders/aTeam'
import { valueOf } from '../../../contracts/projectStoreContract'
import { aChange, anId } from '../../../domain/changes/aChange'

const WEST = aHousehold({ id: '5201010001', village: '西村' })
const EAST = aHousehold({ id: '5201010101', village: '东村' })
const WEST_VILLAGE = villageOf(WEST)
let team: Team

beforeEach(async () => {
  team = await aTeam()
  const { lead, first, second } = team
  valueOf(await adoptRoster(lead.store, [WEST, EAST], lead.author))
  for (const laptop of [first, second]) await laptop.merge(await lead.send(laptop, null, 'assignment'))
})

function close({ store, author }: Laptop) {
  const rows = [WEST, EAST].map((each) => ({ village: villageOf(each), household: each.id, outcome: null }))
  const standing = { area: WEST_VILLAGE, rows, form: AREA_FORMS.village, answers: {}, findings: [] }
  return closeArea(store, standing, { ...author, reason: '提前收口' })
}

const open = ({ store, author }: Laptop) => openArea(store, WEST_VILLAGE, { ...author, reason: '补登' })

const telling = async (from: Laptop, to: Laptop) => to.merge(await from.send(to, null, 'assignment'))

async function closings({ store }: Laptop) {
  return [...readClosings(await store.changesOf('project', PROJECT)).areas.keys()]
}

async function answersOf({ store }: Laptop, household: string): Promise<readonly Change[]> {
  return store.changesOf('interview', `${household}/first/1`)
}

describe('a closing', () => {
  it('is the lead’s to make and to undo', async () => {
    const { lead, first } = team
    expect(await close(first)).toMatchObject({ problems: [{ code: 'lead_only' }] })
    valueOf(await close(lead))
    await telling(lead, first)
    expect(await open(first)).toMatchObject({ problems: [{ code: 'lead_only' }] })
  })
  it('holds on every laptop that has learned of it, until that laptop learns of the opening', async () => {
    const { lead, first } = team
    valueOf(await close(lead))
    await first.answer(WEST.id, 'food_enough', 'all_year')
    await telling(lead, first)
    await expect(first.answer(WEST.id, 'food_enough', 'often_short')).rejects.toThrow('area_closed')
    await first.answer(EAST.id, 'food_enough', 'all_year')
    valueOf(await open(lead))
    await expect(first.answer(WEST.id, 'food_enough', 'often_short')).rejects.toThrow('area_closed')
    await telling(lead, first)
    await first.answer(WEST.id, 'food_enough', 'often_short')
  })
  it('stays when its laptop leaves the roll', async () => {
    const { lead, first } = team
    valueOf(await close(lead))
    valueOf(await removeDevice(lead.store, team.second.keys.device, '离队', lead.author))
    await telling(lead, first)
    expect(await closings(first)).toEqual([WEST_VILLAGE])
  })
})

describe('what a package brings of a closed village', () => {
  async function late(): Promise<Uint8Array> {
    const { lead, first } = team
    await first.answer(WEST.id, 'food_enough', 'all_year')
    await first.answer(EAST.id, 'food_enough', 'all_year')
    valueOf(await close(lead))
    return first.send(lead)
  }

  it('is set aside for the lead’s decision, and the rest is taken', async () => {
    const { lead } = team
    const preview = await lead.preview([await late()])
    expect(preview.packages[0]).toMatchObject({
      verdict: 'sound',
      problems: [
        {
          code: 'work_of_closed_area',
          value: '甲',
          details: { count: 1, places: WEST.id, areas: `${WEST.township ?? ''} 西村` },
        },
      ],
    })
    valueOf(await commitMerge(lead.store, preview))
    expect(await answersOf(lead, WEST.id)).toEqual([])
    expect(await answersOf(lead, EAST.id)).toHaveLength(2)
  })
  it('is taken when the lead accepts it, and can be left out again once the village is open', async () => {
    const { lead, first } = team
    const preview = await lead.preview([await late()], [], [], null, ['p0'])
    expect(preview.packages[0]?.problems).toEqual([])
    valueOf(await commitMerge(lead.store, preview))
    expect(await answersOf(lead, WEST.id)).toHaveLength(2)
    expect(await closings(lead)).toEqual([WEST_VILLAGE])
    const leaving = () =>
      leaveOutWork(
        lead.store,
        { device: first.keys.device, from: 1 },
        { port: TEAM_PORT, forms: KNOWN_FORMS },
        { ...lead.author, reason: '未核实' },
      )
    expect(await leaving()).toMatchObject({ problems: [{ code: 'area_closed' }] })
    valueOf(await open(lead))
    expect(valueOf(await leaving())).toBe(2)
  })
  it('is taken once the village is open again', async () => {
    const { lead } = team
    const sent = await late()
    expect(await lead.merge(sent)).toEqual(['work_of_closed_area'])
    valueOf(await open(lead))
    expect(await lead.merge(sent)).toEqual(['sound'])
    expect(await answersOf(lead, WEST.id)).toHaveLength(2)
  })
  it('is no news where it was taken before', async () => {
    const { lead, first } = team
    await first.answer(WEST.id, 'food_enough', 'all_year')
    expect(await lead.merge(await first.send(lead))).toEqual(['sound'])
    valueOf(await close(lead))
    expect(await lead.merge(await first.send(lead))).toEqual(['sound'])
  })
  it('is set aside where it was found there, with its interview', async () => {
    const { lead, first } = team
    const place = { headName: '赵', status: null, place: WEST }
    const found = valueOf(await addFoundHousehold(first.store, place, 'a', first.author))
    await first.answer(found, 'food_enough', 'all_year')
    valueOf(await close(lead))
    expect(await lead.merge(await first.send(lead))).toEqual(['work_of_closed_area'])
    expect(await lead.store.changesOf('household', found)).toEqual([])
    expect(await answersOf(lead, found)).toEqual([])
  })
  it('is set aside where it is its form, and only that', async () => {
    const { lead, first } = team
    const record = async (area: string) =>
      valueOf(
        await recordAreaAnswers(
          first.store,
          { area, form: AREA_FORMS.village, answers: { power: 'yes' }, evidence: 'observed' },
          first.author,
        ),
      )
    await record(villageOf(EAST))
    await record(WEST_VILLAGE)
    await addFoundHousehold(first.store, { headName: '赵', status: null, place: EAST }, 'b', first.author)
    valueOf(await close(lead))
    expect(await lead.merge(await first.send(lead))).toEqual(['work_of_closed_area'])
    const project = await lead.store.changesOf('project', PROJECT)
    expect([...readAreaRecords(project).keys()]).toEqual([villageOf(EAST)])
    expect(project.some(({ path }) => path === 'fieldwork/f-b')).toBe(true)
  })
})

describe('closings and openings of laptops that had not seen each other’s', () => {
  // Each laptop knows some of the earlier changes, and replaces the heads that it knows.
  const step = fc.record({ isClosing: fc.boolean(), laptop: fc.constantFrom('a', 'b'), isTold: fc.boolean() })

  it('come to one state in any order of merging, and close what any of them left closed', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), fc.integer(), (steps, seed) => {
        const known: Record<string, Change[]> = { a: [], b: [] }
        const all: Change[] = []
        steps.forEach(({ isClosing, laptop, isTold }, index) => {
          const own = isTold ? [...all] : (known[laptop] ?? [])
          const change = aChange({
            id: anId(laptop, index + 1),
            lamport: Math.max(0, ...own.map(({ lamport }) => lamport)) + 1,
            entity: 'project',
            entityId: PROJECT,
            path: 'closed/county',
            value: isClosing ? { households: [] } : null,
            replaces: own.map(({ id }) => id),
          })
          known[laptop] = [...own, change]
          all.push(change)
        })
        const shuffled = all.toSorted((one, other) => rank(one, seed) - rank(other, seed))
        const areas = (changes: readonly Change[]) => [...readClosings(changes).areas]
        expect(areas(shuffled)).toEqual(areas(all))
        expect(areas([...shuffled, ...all])).toEqual(areas(all))
        const replaced = new Set(all.flatMap(({ replaces }) => replaces))
        const isLeftClosed = all.some(({ id, value }) => !replaced.has(id) && value !== null)
        expect(readClosings(shuffled).areas.has('county')).toBe(isLeftClosed)
      }),
    )
  })
})

function rank({ id }: Change, seed: number): number {
  return [...id, String(seed)].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0) + seed) % 9973, 7)
}
