import { KNOWN_FORMS } from '../../../src/adapters/resources/instruments'
import { describe, expect, it } from 'vitest'
import { adoptRoster, currentRoster } from '../../../src/application/roster/adoptRoster'
import { recordRebuttal } from '../../../src/application/determination/recordRebuttal'
import { recordAnswers } from '../../../src/application/interview/recordAnswers'
import { recoveryOf, rollOf } from '../../../src/application/team/roll/keepRoll'
import { previewMerge } from '../../../src/application/team/merge/mergePackages'
import { changesIn } from '../../../src/application/team/TeamPort'
import { TEAM_PORT } from '../../../src/adapters/package/teamPort'
import { householdOf } from '../../../src/domain/changes/householdOf'
import { everConflictedIn } from '../../../src/domain/team/everConflicted'
import { foldChanges } from '../../../src/domain/changes/foldChanges'
import { aHousehold } from '../../builders/aHousehold'
import { aTeam, Laptop } from '../../builders/aTeam'
import { valueOf } from '../../contracts/projectStoreContract'

const [H1, H2, H3] = ['5201010001', '5201010002', '5201010003'] as const

async function openedBy(laptop: Laptop, bytes: Uint8Array) {
  return valueOf(await TEAM_PORT.open('p', bytes, laptop.keys.identity))
}

describe('a package', () => {
  it('brings an assessor’s answers to the lead, once however often it comes', async () => {
    const { lead, first } = await aTeam()
    await first.answer(H1, 'food_enough', 'all_year')
    const sent = await first.send(lead)
    expect(await lead.merge(sent)).toEqual(['sound'])
    const state = await lead.everything()
    expect(await lead.merge(sent, sent)).toEqual(['sound', 'sound'])
    expect(await lead.everything()).toEqual(state)
    expect((await lead.preview([sent])).interviews).toEqual({ new: [], updated: [], same: [`${H1}/first/1`] })
  })

  it('comes in any order: the second before the first', async () => {
    const { lead, first } = await aTeam()
    await first.answer(H1, 'food_enough', 'all_year')
    const earlier = await first.send(lead, [H1])
    await first.answer(H2, 'food_enough', 'often_short')
    const later = await first.send(lead, [H2])
    const other = await Laptop.of('另一台', undefined, lead.keys)
    valueOf(await other.store.keepRecord('lead', lead.keys.device))
    expect(await lead.merge(earlier, later)).toEqual(['sound', 'sound'])
    expect(await other.merge(await lead.send(lead, []))).toEqual(['profile_rolled_back'])
    expect(await other.merge(later)).toEqual(['sound'])
    expect(await other.merge(earlier)).toEqual(['sound'])
    expect(await other.state()).toBe(await lead.state())
  })

  it('brings nothing of other households than those asked for', async () => {
    const { lead, first } = await aTeam()
    await first.answer(H1, 'food_enough', 'all_year')
    await first.answer(H2, 'food_enough', 'often_short')
    await first.answer(H1, 'bedding', 'enough')
    const opened = await openedBy(lead, await first.send(lead, [H1]))
    const households = new Set(changesIn(opened).map(({ entity, entityId }) => householdOf(entity, entityId)))
    expect(households).toEqual(new Set([undefined, H1]))
    expect(changesIn(opened).filter(({ entity }) => entity === 'interview')).toHaveLength(3)
  })

  it('is opened by the project’s recovery key as well', async () => {
    const { lead, first } = await aTeam()
    const opened = await openedBy(lead, await first.send(lead))
    expect(opened.manifest.recipients).toEqual([lead.keys.recipient, await recoveryOf(lead.store)])
  })

  it('passes another’s answers on as that one signed them, and the roll with them', async () => {
    const { lead, first, second } = await aTeam()
    await first.answer(H1, 'food_enough', 'all_year')
    expect(await second.merge(await first.send(second))).toEqual(['sound'])
    await second.answer(H1, 'bedding', 'enough')
    const opened = await openedBy(lead, await second.send(lead))
    expect(new Set(opened.segments.map(({ segment }) => segment.header.device))).toEqual(
      new Set([lead.keys.device, first.keys.device, second.keys.device]),
    )
    expect(await lead.merge(await second.send(lead))).toEqual(['sound'])
    expect(await first.store.records('segments')).toEqual(
      expect.arrayContaining(
        opened.segments
          .filter(({ segment }) => segment.header.device === first.keys.device)
          .map(({ segment }) => JSON.stringify(segment)),
      ),
    )
    expect([...(await rollOf(second.store)).values()].map(({ names }) => names[0])).toEqual(
      expect.arrayContaining(['组长', '甲', '乙']),
    )
  })

  it('brings the villages of its households from the roster, and names the others', async () => {
    const { lead, first } = await aTeam()
    const [here, there] = [aHousehold({ id: H1, village: '甲村' }), aHousehold({ id: H2, village: '乙村' })]
    valueOf(await adoptRoster(lead.store, [here, there], lead.author))
    expect(await first.merge(await lead.send(first, [H1], 'assignment'))).toEqual(['sound'])
    const hash = (await currentRoster(first.store)) ?? ''
    expect(hash).toBe(await currentRoster(lead.store))
    expect(await first.store.rosterVillages(hash)).toEqual([expect.stringContaining('甲村')])
    expect(await first.merge(await lead.send(first, [H2], 'assignment'))).toEqual(['sound'])
    expect(await first.store.rosterVillages(hash)).toHaveLength(2)
  })

  it('brings the photos and sounds that its answers name', async () => {
    const { lead, first } = await aTeam()
    await first.answer(H1, 'food_enough', 'all_year')
    for (const question of ['photos', 'recordings']) {
      const bytes = new TextEncoder().encode(question)
      const hash = valueOf(await first.store.putAttachment(bytes))
      const value = [`${hash}.${'a'.repeat(64)}`]
      const answer = { ref: { question }, value, evidence: 'observed' } as const
      valueOf(await recordAnswers(first.store, `${H1}/first/1`, [answer], first.author))
      expect(await lead.merge(await first.send(lead))).toEqual(['sound'])
      expect(await lead.store.attachment(hash)).toEqual(bytes)
    }
  })

  it('brings the pictures of a rebuttal', async () => {
    const { lead, first } = await aTeam()
    const picture = Uint8Array.of(0xff, 0xd8, 1, 2, 3)
    const hash = valueOf(await lead.store.putAttachment(picture))
    const rebuttal = { text: '房子已修好', pictures: [`${hash}.${'a'.repeat(64)}`] }
    valueOf(await recordRebuttal(lead.store, H1, rebuttal, lead.author))
    expect(await first.merge(await lead.send(first, [H1]))).toEqual(['sound'])
    expect(await first.store.attachment(hash)).toEqual(picture)
  })
})

describe('a hand-over', () => {
  it('goes on with the same interview, and shows who answered differently without knowing', async () => {
    const { lead, first, second } = await aTeam()
    await first.answer(H1, 'food_enough', 'all_year')
    expect(await lead.merge(await first.send(lead))).toEqual(['sound'])
    expect(await second.merge(await lead.send(second, [H1], 'assignment'))).toEqual(['sound'])
    await second.answer(H1, 'food_enough', 'some_months_short')
    await first.answer(H1, 'food_enough', 'often_short')
    const results = [await first.send(lead), await second.send(lead)] as const
    const preview = await lead.preview(results)
    expect(preview.conflicts).toMatchObject([{ household: H1, path: 'food_enough' }])
    // Equally late by their counters, they stand in the order of their ids, which are drawn.
    const said = preview.conflicts[0]?.heads.map(({ person, value }) => `${person} ${String(value)}`)
    expect(new Set(said)).toEqual(new Set(['乙 some_months_short', '甲 often_short']))
    expect(preview.duplicates).toEqual([])
    expect(preview.interviews).toEqual({ new: [], updated: [`${H1}/first/1`], same: [] })
    expect(await lead.merge(...results)).toEqual(['sound', 'sound'])
    const [settled] = await lead.answer(H1, 'food_enough', 'some_months_short')
    expect(settled?.replaces).toHaveLength(2)
    expect((await lead.preview([])).conflicts).toEqual([])
    const state = foldChanges(await lead.store.changesOf('interview', `${H1}/first/1`))
    expect(state.get('food_enough')?.isConflict).toBe(false)
    const places = everConflictedIn(await lead.store.changesOf('interview', `${H1}/first/1`))
    expect(places).toEqual([{ entity: 'interview', entityId: `${H1}/first/1`, path: 'food_enough' }])
  })

  it('marks nothing that was only corrected, or answered alike', async () => {
    const { lead, first, second } = await aTeam()
    await first.answer(H1, 'food_enough', 'all_year')
    await first.answer(H1, 'food_enough', 'often_short')
    await second.merge(await first.send(second))
    await second.answer(H1, 'bedding', 'enough')
    await first.answer(H1, 'bedding', 'enough')
    await lead.merge(await first.send(lead), await second.send(lead))
    // Both said so: nothing is left to write.
    expect(await lead.answer(H1, 'bedding', 'enough')).toEqual([])
    expect(everConflictedIn(await lead.store.changesOf('interview', `${H1}/first/1`))).toEqual([])
  })

  it('reports two interviews begun independently as a duplicate, without conflicts', async () => {
    const { lead, first, second } = await aTeam()
    await first.answer(H3, 'food_enough', 'all_year', 'respondent', 'x')
    await second.answer(H3, 'food_enough', 'often_short', 'respondent', 'y')
    const preview = await lead.preview([await first.send(lead), await second.send(lead)])
    expect(preview.conflicts).toEqual([])
    expect(preview.duplicates).toEqual([
      { household: H3, round: 'first', interviews: [`${H3}/first/x`, `${H3}/first/y`], chosen: null },
    ])
  })
})

describe('a preview', () => {
  it('keeps nothing until it is committed', async () => {
    const { lead, first } = await aTeam()
    await first.answer(H1, 'food_enough', 'all_year')
    const before = await lead.everything()
    const preview = await lead.preview([await first.send(lead), Uint8Array.of(1, 2)])
    expect(preview.packages.map(({ verdict }) => verdict)).toEqual(['sound', 'refused'])
    expect(preview.interviews.new).toEqual([`${H1}/first/1`])
    expect(await lead.everything()).toEqual(before)
  })
  it('reports its progress, and stops on request', async () => {
    const { lead, first } = await aTeam()
    await first.answer(H1, 'food_enough', 'all_year')
    const bytes = await first.send(lead)
    const told: string[] = []
    const context = {
      port: TEAM_PORT,
      identity: lead.keys.identity,
      forms: KNOWN_FORMS,
      rules: null,
      acceptRemoved: new Set<string>(),
      acceptOthers: new Set<string>(),
      acceptClosed: new Set<string>(),
    }
    const sources = [1, 2, 3].map((number) => ({ file: `p${number}`, bytes }))
    const goesOn = (opened: number, total: number) => told.push(`${opened}/${total}`) < 2
    const before = await lead.everything()
    const stopped = await previewMerge(lead.store, sources, { ...context, goesOn })
    expect(stopped).toMatchObject({ ok: false, problems: [{ code: 'merge_cancelled' }] })
    expect(told).toEqual(['0/3', '1/3'])
    expect(await lead.everything()).toEqual(before)
  })
})
