import { KNOWN_FORMS } from '../../../src/adapters/resources/instruments'
import { describe, expect, it } from 'vitest'
import { MemoryIndexShelf } from '../../../src/adapters/memory/MemoryIndexShelf'
import { TEAM_PORT } from '../../../src/adapters/package/teamPort'
import { rulesOf } from '../../../src/adapters/resources/rulesOf'
import { adoptRoster } from '../../../src/application/roster/adoptRoster'
import { createProject } from '../../../src/application/project/createProject'
import { openProject } from '../../../src/application/project/openProject'
import { assignBackcheck, backchecksOf } from '../../../src/application/rounds/backchecks'
import { assignHouseholds, assignVillages } from '../../../src/application/team/assignment/assign'
import { householdsOf, othersHouseholds } from '../../../src/application/team/assignment/assignments'
import { deviceCodeOf, deviceCodeText, parseDeviceCode } from '../../../src/application/team/roll/deviceCode'
import { deviceOf } from '../../../src/application/team/roll/deviceOf'
import {
  joinProject,
  parseProjectCode,
  projectCodeText,
} from '../../../src/application/team/roll/joinProject'
import { addDevice, leadProject, recoveryOf } from '../../../src/application/team/roll/keepRoll'
import { mayWorkHere } from '../../../src/application/team/roll/mayWorkHere'
import { makePackage } from '../../../src/application/team/packages/makePackage'
import { commitMerge, previewMerge } from '../../../src/application/team/merge/mergePackages'
import {
  replyDrafts,
  returnInterview,
  returnInterviews,
  withdrawReturn,
} from '../../../src/application/team/desk/returnInterview'
import { returnsIn, withdrawnIn } from '../../../src/domain/interview/returns'
import { conflictsIn } from '../../../src/domain/team/conflictsIn'
import { foldEntities } from '../../../src/domain/team/projectionText'
import { readInterview } from '../../../src/domain/interview/readInterview'
import { aHousehold } from '../../builders/aHousehold'
import { aTeam, AT, type Laptop } from '../../builders/aTeam'
import { valueOf } from '../../contracts/projectStoreContract'
import { aShelf } from '../../contracts/sealedHarness'

const [H1, H2, H3] = ['5201010001', '5201010002', '5201010003'] as const

describe('an assignment', () => {
  it('is by village, by household before its village, and travels to whom it is for', async () => {
    const { lead, first } = await aTeam()
    const households = [
      aHousehold({ id: H1, village: '甲村' }),
      aHousehold({ id: H2, village: '甲村' }),
      aHousehold({ id: H3, village: '乙村' }),
    ]
    valueOf(await adoptRoster(lead.store, households, lead.author))
    const villages = households.map(({ county, township, village }) =>
      [county, township, village].map((each) => each ?? '').join('/'),
    )
    valueOf(await assignVillages(lead.store, [villages[0] ?? ''], '甲', lead.author))
    valueOf(await assignVillages(lead.store, [villages[2] ?? ''], '乙', lead.author))
    valueOf(await assignHouseholds(lead.store, [H2], '乙', { ...lead.author, reason: '住得近' }))
    expect(await householdsOf(lead.store, ['甲'])).toEqual(new Set([H1]))
    expect(await householdsOf(lead.store, ['乙'])).toEqual(new Set([H2, H3]))
    await first.merge(await lead.send(first, [...(await householdsOf(lead.store, ['甲']))], 'assignment'))
    // The village's list comes whole; whose its households are comes with it.
    expect(await householdsOf(first.store, ['甲'])).toEqual(new Set([H1]))
    valueOf(await assignHouseholds(lead.store, [H2], null, lead.author))
    expect(await householdsOf(lead.store, ['甲'])).toEqual(new Set([H1, H2]))
  })
})

describe('a household handed over', () => {
  it('brings what was answered to its next assessor, and goes out of the former one’s sight', async () => {
    const { lead, first, second } = await aTeam()
    const households = [aHousehold({ id: H1 }), aHousehold({ id: H2 }), aHousehold({ id: H3 })]
    valueOf(await adoptRoster(lead.store, households, lead.author))
    valueOf(await assignHouseholds(lead.store, [H1, H2], '甲', lead.author))
    const assignment = async (to: Laptop) =>
      to.merge(await lead.send(to, [...(await householdsOf(lead.store, [to.name]))], 'assignment'))
    const seenBy = async ({ store }: Laptop) => {
      const isOthers = await othersHouseholds(store, await backchecksOf(store))
      return households.filter((each) => !isOthers(each)).map(({ id }) => id)
    }
    for (const each of [first, second]) expect(await assignment(each)).toEqual(['sound'])
    // What is nobody's yet can take another's place.
    expect(await seenBy(first)).toEqual([H1, H2, H3])
    expect(await seenBy(second)).toEqual([H3])

    await first.answer(H1, 'food_enough', 'all_year')
    await first.answer(H2, 'food_enough', 'often_short')
    await lead.merge(await first.send(lead))
    valueOf(await assignHouseholds(lead.store, [H1], '乙', { ...lead.author, reason: '甲生病' }))
    for (const each of [first, second]) expect(await assignment(each)).toEqual(['sound'])
    expect(await seenBy(first)).toEqual([H2, H3])
    expect(await seenBy(second)).toEqual([H1, H3])
    const arrived = await second.store.changesOfHouseholds([H1, H2])
    expect(arrived.get(H1)?.map(({ path, person }) => [path, person])).toContainEqual(['food_enough', '甲'])
    expect(arrived.get(H2)).toEqual([])
    expect(await seenBy(lead)).toEqual([H1, H2, H3])
    // What the former one had answered meanwhile is not lost.
    await first.answer(H1, 'bedding', 'enough')
    await lead.merge(await first.send(lead))
    expect((await lead.store.changesOf('interview', `${H1}/first/1`)).map(({ path }) => path)).toContain(
      'bedding',
    )
  })

  it('is seen, and brought, where it is back-checked', async () => {
    const { lead, first, second } = await aTeam()
    const household = aHousehold({ id: H1 })
    valueOf(await adoptRoster(lead.store, [household], lead.author))
    valueOf(await assignHouseholds(lead.store, [H1], '甲', lead.author))
    await first.merge(await lead.send(first, [H1], 'assignment'))
    await first.answer(H1, 'visit_outcome', 'completed')
    await lead.merge(await first.send(lead))
    valueOf(await assignBackcheck(lead.store, H1, '乙', lead.author))
    const brought = await householdsOf(lead.store, ['乙'])
    expect(brought).toEqual(new Set([H1]))
    await second.merge(await lead.send(second, [...brought], 'assignment'))
    expect((await othersHouseholds(second.store, await backchecksOf(second.store)))(household)).toBe(false)
  })
})

describe('interviews sent back together', () => {
  it('have the comment each, behind what was asked of the whole before', async () => {
    const { lead, first } = await aTeam()
    const ids = [H1, H2].map((household) => `${household}/first/1`)
    for (const household of [H1, H2]) await first.answer(household, 'food_enough', 'all_year')
    await lead.merge(await first.send(lead))
    const [one = '', two = ''] = ids
    valueOf(await returnInterview(lead.store, one, [{ path: null, text: '补拍' }], lead.author))
    const written = valueOf(await returnInterviews(lead.store, ids, ' 太快 ', lead.author))
    expect(written).toHaveLength(2)
    expect(returnsIn(await lead.store.changesOf('interview', one))).toMatchObject([{ text: '补拍 / 太快' }])
    expect(returnsIn(await lead.store.changesOf('interview', two))).toMatchObject([{ text: '太快' }])
  })
  it('are sent back by the lead alone, and not without a comment', async () => {
    const { lead, first } = await aTeam()
    const id = `${H1}/first/1`
    await first.answer(H1, 'food_enough', 'all_year')
    expect(await returnInterviews(lead.store, [id], ' ', lead.author)).toMatchObject({
      problems: [{ code: 'reason_missing' }],
    })
    expect(await returnInterviews(first.store, [id], '太快', first.author)).toMatchObject({
      problems: [{ code: 'lead_only' }],
    })
  })
})

describe('an interview sent back', () => {
  it('is withdrawn comment by comment with a reason, until it is replied to, and both sides see that', async () => {
    const { lead, first } = await aTeam()
    const id = `${H1}/first/1`
    await first.answer(H1, 'food_enough', 'all_year')
    await lead.merge(await first.send(lead))
    const comments = [
      { path: 'food_enough', text: '再问' },
      { path: null, text: '补拍' },
    ]
    valueOf(await returnInterview(lead.store, id, comments, lead.author))
    await first.merge(await lead.send(first, [H1], 'assignment'))
    const why = { ...lead.author, reason: ' 写错了户 ' }
    const blank = await withdrawReturn(lead.store, id, null, { ...why, reason: ' ' })
    expect(blank).toMatchObject({ ok: false, problems: [{ code: 'reason_missing' }] })
    valueOf(await withdrawReturn(lead.store, id, null, why))
    const again = await withdrawReturn(lead.store, id, null, why)
    expect(again).toMatchObject({ ok: false, problems: [{ code: 'return_not_open' }] })
    const onLaptopOfMember = await withdrawReturn(first.store, id, null, {
      ...first.author,
      reason: '不想去',
    })
    expect(onLaptopOfMember).toMatchObject({ ok: false, problems: [{ code: 'lead_only' }] })

    await first.merge(await lead.send(first, [H1], 'assignment'))
    for (const { store } of [lead, first]) {
      const changes = await store.changesOf('interview', id)
      expect(returnsIn(changes).map(({ path }) => path)).toEqual(['food_enough'])
      expect(withdrawnIn(changes)).toMatchObject([
        { interview: id, path: null, text: '补拍', by: '组长', reason: '写错了户' },
      ])
      expect(changes.filter(({ path }) => path === 'returned/interview')).toHaveLength(2)
    }
    const replies = [{ path: 'food_enough', reply: '问过了' }]
    valueOf(await first.store.write(replyDrafts(id, replies, first.author)))
    await lead.merge(await first.send(lead))
    const late = await withdrawReturn(lead.store, id, 'food_enough', why)
    expect(late).toMatchObject({ ok: false, problems: [{ code: 'return_not_open' }] })
    valueOf(await returnInterview(lead.store, id, [{ path: null, text: '还是补拍' }], lead.author))
    expect(withdrawnIn(await lead.store.changesOf('interview', id))).toEqual([])
  })

  it('is no conflict when it is withdrawn while the assessor replies', async () => {
    const { lead, first } = await aTeam()
    const id = `${H1}/first/1`
    await first.answer(H1, 'food_enough', 'all_year')
    await lead.merge(await first.send(lead))
    valueOf(await returnInterview(lead.store, id, [{ path: null, text: '补拍' }], lead.author))
    await first.merge(await lead.send(first, [H1], 'assignment'))
    valueOf(await withdrawReturn(lead.store, id, null, { ...lead.author, reason: '不用了' }))
    valueOf(await first.store.write(replyDrafts(id, [{ path: null, reply: '补了' }], first.author)))
    await lead.merge(await first.send(lead))
    const changes = await lead.store.changesOf('interview', id)
    expect(returnsIn(changes)).toEqual([])
    expect(conflictsIn(H1, foldEntities(changes))).toEqual([])
  })

  it('shows its comments first thing, and keeps them in the history once they are settled', async () => {
    const { lead, first } = await aTeam()
    const id = `${H1}/first/1`
    await first.answer(H1, 'food_enough', 'all_year')
    await lead.merge(await first.send(lead))
    expect(await returnInterview(lead.store, id, [{ path: null, text: ' ' }], lead.author)).toMatchObject({
      ok: false,
    })
    const comments = [
      { path: 'food_enough', text: '请再问一次' },
      { path: null, text: '少一张照片' },
    ]
    valueOf(await returnInterview(lead.store, id, comments, lead.author))
    await first.merge(await lead.send(first, [H1], 'question'))
    const open = async (at: Laptop) => returnsIn(await at.store.changesOf('interview', id))
    expect(await open(first)).toMatchObject([
      { interview: id, path: 'food_enough', text: '请再问一次', by: '组长', isCorrected: false },
      { path: null, text: '少一张照片' },
    ])
    await first.answer(H1, 'food_enough', 'often_short')
    expect(await open(first)).toMatchObject([{ isCorrected: true }, { isCorrected: false }])
    const replies = [{ path: 'food_enough', reply: '' }]
    valueOf(await first.store.write(replyDrafts(id, replies, first.author)))
    await lead.merge(await first.send(lead))
    expect(await open(lead)).toMatchObject([{ path: null }])
    valueOf(await first.store.write(replyDrafts(id, [{ path: null, reply: '补拍了' }], first.author)))
    await lead.merge(await first.send(lead))
    expect(await open(lead)).toEqual([])
    const changes = await lead.store.changesOf('interview', id)
    expect(changes.filter(({ path }) => path === 'returned/food_enough')).toHaveLength(2)
    expect(changes.find(({ reason }) => reason === '补拍了')?.path).toBe('returned/interview')
    const { answers } = readInterview(id, changes, KNOWN_FORMS)
    expect([...answers.household.keys()]).toEqual(['food_enough'])
    expect(answers.household.get('food_enough')?.value).toBe('often_short')
  })
})

describe('joining a project on a device of one’s own', () => {
  it('goes by two codes and one package, sealed stores on both sides', async () => {
    const shelf = () => aShelf({ indexes: new MemoryIndexShelf(), journals: null })
    const [leadShelf, ownShelf] = [shelf(), shelf()]
    const protection = { by: 'passcode', passcode: '脱贫-2020', rememberBySystem: false } as const
    const settings = { kind: 'assessment', asOf: '2020-12-31', region: 'west', salt: 's' } as const
    const plan = { title: '某县', protection, settings, person: '组长', at: AT }
    const lead = valueOf(await createProject(leadShelf, plan))
    const author = { person: '组长', at: AT }
    const secret = valueOf(await leadProject(lead, ['组长'], author, TEAM_PORT))
    expect(secret).toMatch(/^AGE-SECRET-KEY-1/)
    expect(await recoveryOf(lead)).toMatch(/^age1/)
    expect(await leadProject(lead, ['组长'], author, TEAM_PORT)).toMatchObject({ ok: false })
    const leadKeys = await deviceOf(lead)
    if (leadKeys === undefined) throw new Error('a sealed store has its device')
    const invitation = projectCodeText(
      { project: lead.projectId, title: '某县', lead: deviceCodeOf(leadKeys, ['组长'], TEAM_PORT) },
      TEAM_PORT,
    )

    const own = valueOf(
      await joinProject(ownShelf, valueOf(parseProjectCode(invitation, TEAM_PORT)), protection),
    )
    expect(
      await joinProject(ownShelf, valueOf(parseProjectCode(invitation, TEAM_PORT)), protection),
    ).toMatchObject({ ok: false })
    const waiting = await openProject(own, { title: '某县', isPractice: false }, rulesOf)
    expect(waiting).toMatchObject({ ok: false, problems: [{ code: 'project_awaits_assignment' }] })
    const ownKeys = await deviceOf(own)
    if (ownKeys === undefined) throw new Error('a sealed store has its device')
    const shown = deviceCodeText(deviceCodeOf(ownKeys, ['甲'], TEAM_PORT), TEAM_PORT)

    const code = valueOf(parseDeviceCode(shown, TEAM_PORT))
    expect(code.fingerprint).toMatch(/^\d{4}( \d{4}){4}$/)
    valueOf(await addDevice(lead, code, author))
    const order = {
      kind: 'assignment',
      title: '某县',
      recipients: [code.recipient],
      households: new Set<string>(),
    } as const
    const bytes = valueOf(await makePackage(lead, { ...order, names: ['组长'], made: AT }, TEAM_PORT))
    const context = {
      port: TEAM_PORT,
      identity: ownKeys.identity,
      forms: KNOWN_FORMS,
      rules: null,
      acceptRemoved: new Set<string>(),
      acceptOthers: new Set<string>(),
      acceptClosed: new Set<string>(),
    }
    const preview = valueOf(await previewMerge(own, [{ file: 'p', bytes }], context))
    expect(preview.packages[0]?.verdict).toBe('sound')
    valueOf(await commitMerge(own, preview))
    const opened = valueOf(await openProject(own, { title: '某县', isPractice: false }, rulesOf))
    expect(opened.person).toBe('甲')
    expect(opened.settings.asOf).toBe('2020-12-31')
    await own.close()
    const again = valueOf(await ownShelf.open(lead.projectId, { by: 'passcode', passcode: '脱贫-2020' }))
    expect(await deviceOf(again)).toEqual(ownKeys)
    await again.close()
    await lead.close()
  })

  it.each([
    [
      'a digit of the device',
      (text: string) =>
        text.replace(/"device":"./, (found) => found.slice(0, -1) + (found.endsWith('0') ? '1' : '0')),
    ],
    [
      'the recipient',
      (text: string) =>
        text.replace(/age1./, (found) => found.slice(0, -1) + (found.endsWith('q') ? 'p' : 'q')),
    ],
    ['the fingerprint', (text: string) => text.replace(/"fingerprint":"..../, '"fingerprint":"0000')],
  ])('refuses a code as it was written before, in which %s is another', async (_, alter) => {
    const { first } = await aTeam()
    const { device, recipient, names, fingerprint } = deviceCodeOf(first.keys, ['甲'], TEAM_PORT)
    const text = JSON.stringify({ yihuDevice: 1, device, recipient, names, fingerprint })
    expect(valueOf(parseDeviceCode(text, TEAM_PORT)).names).toEqual(['甲'])
    expect(parseDeviceCode(alter(text), TEAM_PORT)).toMatchObject({
      ok: false,
      problems: [{ code: 'device_code_damaged' }],
    })
    expect(parseDeviceCode('你好', TEAM_PORT)).toMatchObject({
      ok: false,
      problems: [{ code: 'device_code_unreadable' }],
    })
  })
})

describe('who works at a device', () => {
  it('is anybody at the lead’s, and at another only those whom the roll has there', async () => {
    const { lead, first } = await aTeam()
    await first.merge(await lead.send(first, [], 'assignment'))
    expect(await mayWorkHere(lead.store, '丙')).toEqual({ ok: true, value: null })
    expect(await mayWorkHere(first.store, '甲')).toEqual({ ok: true, value: null })
    expect(await mayWorkHere(first.store, '丙')).toMatchObject({
      ok: false,
      problems: [{ code: 'person_of_another', value: '丙' }],
    })
  })
})
