import { beforeEach, describe, expect, it } from 'vitest'
import { foundFacts } from '../../src/application/households/addFoundHousehold'
import { addPerson } from '../../src/application/store/addPerson'
import type { ProjectStore, RosterPart, RosterVillage } from '../../src/application/store/ProjectStore'
import type { Change } from '../../src/domain/changes/Change'
import { elementOfDraft } from '../../src/domain/changes/ChangeDraft'
import { splitChangeId } from '../../src/domain/changes/ChangeId'
import { householdOf } from '../../src/domain/changes/householdOf'
import { byAge, foldChanges } from '../../src/domain/changes/foldChanges'
import type { Result } from '../../src/domain/shared/Result'
import { aChange, anId } from '../domain/changes/aChange'
import { anAnswer, aVillage, AT, INTERVIEW, PERSON } from './someWork'

const NOWHERE = { province: null, county: null, township: null, village: null, hamlet: null }
const FOUND_FACTS = {
  ...foundFacts('f-a', { headName: '赵', status: null, place: NOWHERE }),
  members: [],
}

export interface StoreHarness {
  /** An empty project, open. */
  create(): Promise<ProjectStore>
  /** The same project after the app was closed and started again; absent where nothing outlives the app. */
  reopen?: (store: ProjectStore) => Promise<ProjectStore>
}

/** What every store does, whatever lies beneath. */
export function describeProjectStore(name: string, harness: StoreHarness): void {
  describe(`${name} as a project store`, () => {
    let store: ProjectStore

    beforeEach(async () => {
      store = await harness.create()
      valueOf(await addPerson(store, { id: PERSON, name: '王组员', enteredBy: PERSON, at: AT }))
      return () => store.close()
    })

    describeWriting(() => store, harness)
    describeAccepting(() => store, harness)
    describeReading(() => store)
    describePacking(() => store)
    describeRosters(() => store)
    describeAttachments(() => store)
    describeRecords(() => store)
    describeSummaries(() => store)
    const { reopen } = harness
    if (reopen !== undefined)
      describeReopening(
        async () => {
          store = await reopen(store)
          return store
        },
        () => store,
      )
  })
}

function describeWriting(store: () => ProjectStore, harness: StoreHarness): void {
  it('gives back numbered changes and shows them to readers', async () => {
    const [first] = valueOf(await store().write([anAnswer('food_enough', 'all_year')]))
    const [second] = valueOf(await store().write([anAnswer('food_enough', 'often_short')]))
    expect(second?.replaces).toEqual([first?.id])
    expect(second?.lamport).toBeGreaterThan(first?.lamport ?? Infinity)
    expect(sorted(await store().changesOf('interview', INTERVIEW))).toEqual([first, second])
  })

  it('chains writes to one path when they are made at once', async () => {
    const writes = Array.from({ length: 20 }, (_, index) => store().write([anAnswer('bedding', `n${index}`)]))
    const changes = (await Promise.all(writes)).flatMap(valueOf)
    expect(new Set(changes.map((change) => change.id)).size).toBe(20)
    const path = foldChanges(await store().changesOf('interview', INTERVIEW)).get('bedding')
    expect(path).toMatchObject({ isConflict: false, value: 'n19' })
    expect(path?.heads).toHaveLength(1)
  })

  it('makes a ledger line and fills it in one write', async () => {
    const line = `lines/${elementOfDraft(0)}`
    const changes = valueOf(
      await store().write([anAnswer(line, true), anAnswer(`${line}/amount_yuan`, 1200)]),
    )
    expect(changes[1]?.path).toBe(`lines/${changes[0]?.id}/amount_yuan`)
  })

  it('refuses a write in the name of somebody who is not on the list of people, and keeps nothing of it', async () => {
    const refused = await store().write([
      anAnswer('food_enough', 'x'),
      { ...anAnswer('bedding', 'x'), person: 'p-9' },
    ])
    expect(refused).toMatchObject({ ok: false, problems: [{ code: 'person_unknown', value: 'p-9' }] })
    expect(await store().changesOf('interview', INTERVIEW)).toEqual([])
  })

  it('refuses a draft that makes no sound change, and goes on working', async () => {
    expect(await store().write([anAnswer('', 'x')])).toMatchObject({
      ok: false,
      problems: [{ code: 'change_invalid' }],
    })
    valueOf(await store().write([anAnswer('bedding', 'enough')]))
  })

  it('refuses what only the lead may write once its device follows another, and only then', async () => {
    const threshold = {
      entity: 'project',
      entityId: 'project',
      path: 'quality/too_short',
      value: 9,
      person: PERSON,
      at: AT,
    } as const
    const [device = JSON.stringify({ device: 'ab'.repeat(32) })] = await store().records('device')
    valueOf(await store().keepRecord('device', device))
    valueOf(await store().write([threshold]))
    valueOf(await store().keepRecord('lead', 'cd'.repeat(32)))
    const refused = await store().write([anAnswer('bedding', 'enough'), threshold])
    expect(refused).toMatchObject({
      ok: false,
      problems: [{ code: 'lead_only', value: PERSON, details: { leadsWords: 'thresholds' } }],
    })
    expect(await store().changesOf('interview', INTERVIEW)).toEqual([])
    valueOf(await store().write([anAnswer('bedding', 'enough')]))
  })

  it('refuses an answer of a household in an area that is closed, whoever closed it, until it is open again', async () => {
    const [begun] = valueOf(await store().write([anAnswer('bedding', 'enough')]))
    const household = begun === undefined ? '' : (householdOf(begun.entity, begun.entityId) ?? '')
    const closing = { entity: 'project', entityId: 'project', path: 'closed/县%2F乡%2F村' } as const
    const households = { households: [household] }
    valueOf(await store().write([{ ...closing, value: households, person: PERSON, at: AT }]))
    const refused = await store().write([anAnswer('bedding', 'short')])
    expect(refused).toMatchObject({ ok: false, problems: [{ code: 'area_closed' }] })
    valueOf(await store().write([{ ...closing, value: null, person: PERSON, at: AT }]))
    valueOf(await store().write([anAnswer('bedding', 'short')]))
    const elsewhere = aChange({ ...closing, id: anId('c', 1), value: households, lamport: 1 })
    valueOf(await store().accept([elsewhere]))
    expect(await store().write([anAnswer('bedding', 'enough')])).toMatchObject({ ok: false })
  })

  it('refuses what a household that was found in a closed village would answer', async () => {
    const of = { person: PERSON, at: AT } as const
    const found = { ...FOUND_FACTS, id: 'f-a', county: '县', township: '乡', village: '村' }
    const finding = {
      entity: 'household',
      entityId: 'f-a',
      path: 'found',
      value: { household: found },
    } as const
    valueOf(await store().write([{ ...finding, ...of }]))
    const closing = { entity: 'project', entityId: 'project', path: 'closed/县%2F乡%2F村' } as const
    valueOf(await store().write([{ ...closing, value: { households: [] }, ...of }]))
    const answer = { ...anAnswer('bedding', 'enough'), entityId: 'f-a/first/1' }
    expect(await store().write([answer])).toMatchObject({ ok: false, problems: [{ code: 'area_closed' }] })
  })

  it('uses a replica of its own, which another project never uses', async () => {
    const other = await harness.create()
    valueOf(await addPerson(other, { id: PERSON, name: '李组员', enteredBy: PERSON, at: AT }))
    const [here] = valueOf(await store().write([anAnswer('bedding', 'enough')]))
    const [there] = valueOf(await other.write([anAnswer('bedding', 'enough')]))
    await other.close()
    expect(replicaOf(here)).not.toBe(replicaOf(there))
  })
}

function describeAccepting(store: () => ProjectStore, harness: StoreHarness): void {
  const left = aChange({ id: anId('a', 1), value: 'all_year' })
  const right = aChange({ id: anId('b', 1), value: 'often_short' })

  it('takes in changes once, however often they come', async () => {
    expect(valueOf(await store().accept([left, right]))).toMatchObject({ added: [left, right], known: 0 })
    expect(valueOf(await store().accept([right, left]))).toEqual({ added: [], known: 2 })
    expect(sorted(await store().changesOf('interview', INTERVIEW))).toEqual([left, right])
  })

  it('holds the same state whichever package came first', async () => {
    const other = await harness.create()
    const later = aChange({ id: anId('b', 2), lamport: 2, value: 'x', replaces: [right.id] })
    for (const change of [left, later, right]) valueOf(await store().accept([change]))
    for (const change of [right, left, later]) valueOf(await other.accept([change]))
    const [here, there] = [
      await store().changesOf('interview', INTERVIEW),
      await other.changesOf('interview', INTERVIEW),
    ]
    await other.close()
    expect([...foldChanges(here)]).toEqual([...foldChanges(there)])
  })

  it('writes above every counter it has taken in', async () => {
    valueOf(await store().accept([aChange({ lamport: 900 })]))
    const [written] = valueOf(await store().write([anAnswer('bedding', 'enough')]))
    expect(written?.lamport).toBeGreaterThan(900)
  })

  it.each([
    ['the same entity', {}],
    ['another household', { entityId: '5201010009/first/1' }],
  ])(
    'refuses a forked replica when its other content is of %s, and takes nothing of the package',
    async (_name, where) => {
      valueOf(await store().accept([left]))
      const refused = await store().accept([right, { ...left, value: 'forged', ...where }])
      expect(refused).toMatchObject({ ok: false, problems: [{ code: 'forked_replica', value: left.id }] })
      expect(await store().changesOf('interview', INTERVIEW)).toEqual([left])
      expect(valueOf(await store().accept([right])).added).toEqual([right])
    },
  )

  it('refuses a forked replica when the forged change bears an id that was written here', async () => {
    const [own] = valueOf(await store().write([anAnswer('bedding', 'enough')]))
    const refused = await store().accept([{ ...(own as Change), value: 'short' }])
    expect(refused).toMatchObject({ ok: false, problems: [{ code: 'forked_replica' }] })
  })

  it('refuses a change that replaces a newer one, and one that is not sound', async () => {
    valueOf(await store().accept([aChange({ lamport: 5 })]))
    const older = aChange({ id: anId('b', 1), lamport: 4, replaces: [anId('a', 1)] })
    expect(await store().accept([older])).toMatchObject({ ok: false, problems: [{ code: 'replaces_newer' }] })
    const unsound = { ...right, path: '' }
    expect(await store().accept([unsound])).toMatchObject({
      ok: false,
      problems: [{ code: 'change_invalid' }],
    })
  })

  it('keeps what comes and what is recorded about it in one write, or nothing of either', async () => {
    const said = { ...anAnswer('bedding', 'enough'), reason: '已当面核对' }
    const forged = { ...left, value: 'forged' }
    valueOf(await store().accept([left]))
    expect(await store().accept([right, forged], [said])).toMatchObject({ ok: false })
    expect(await store().accept([right], [{ ...said, person: 'nobody' }])).toMatchObject({ ok: false })
    expect(await store().changesOf('interview', INTERVIEW)).toEqual([left])
    expect(valueOf(await store().accept([right], [said]))).toEqual({ added: [right], known: 0 })
    const own = (await store().changesOf('interview', INTERVIEW)).find(({ path }) => path === 'bedding')
    expect(own).toMatchObject({ reason: '已当面核对' })
    expect(own?.lamport).toBeGreaterThan(right.lamport)
    const [next] = valueOf(await store().write([anAnswer('bedding', 'short')]))
    expect(next?.replaces).toEqual([own?.id])
    expect(seqOf(next)).toBe(seqOf(own) + 1)
  })

  it('lets people in who come with the package', async () => {
    const person = aChange({
      id: anId('c', 1),
      entity: 'person',
      entityId: 'p-2',
      path: 'name',
      value: '李',
      person: 'p-2',
    })
    valueOf(await store().accept([person]))
    valueOf(await store().write([{ ...anAnswer('bedding', 'enough'), person: 'p-2' }]))
  })
}

function describeReading(store: () => ProjectStore): void {
  it('gives a household with its visits and interviews, and an empty list for one without changes', async () => {
    const [answer] = valueOf(await store().write([anAnswer('bedding', 'enough')]))
    const [assigned] = valueOf(
      await store().write([
        { ...anAnswer('assigned_to', PERSON), entity: 'household', entityId: '5201010001' },
      ]),
    )
    valueOf(await store().write([{ ...anAnswer('bedding', 'x'), entityId: '5201010002/first/1' }]))
    const byHousehold = await store().changesOfHouseholds(['5201010001', '5201019999'])
    expect(sorted(byHousehold.get('5201010001') ?? [])).toEqual([answer, assigned])
    expect(byHousehold.get('5201019999')).toEqual([])
    expect(await store().householdsWithChanges()).toEqual(['5201010001', '5201010002'])
  })

  it('gives the project and its people', async () => {
    valueOf(await store().write([{ ...anAnswer('county', '某县'), entity: 'project', entityId: 'project' }]))
    const changes = await store().changesOfProject()
    expect(sorted(changes).map((change) => change.entity)).toEqual(['person', 'project'])
  })

  it('gives the changes it knows', async () => {
    valueOf(
      await store().accept([aChange({ id: anId('a', 1) }), aChange({ id: anId('a', 3), path: 'bedding' })]),
    )
    const [own] = valueOf(await store().write([anAnswer('bedding', 'enough')]))
    expect(store().knownChanges().rangesOf(anId('a', 1).slice(0, 32))).toEqual([
      [1, 1],
      [3, 3],
    ])
    expect(
      store()
        .knownChanges()
        .hasChange(own as Change),
    ).toBe(true)
  })
}

function describePacking(store: () => ProjectStore): void {
  it('loses nothing when a finished interview is packed, corrected and packed again', async () => {
    valueOf(await store().accept([aChange()]))
    const written = valueOf(
      await store().write([anAnswer('bedding', 'enough'), anAnswer('water_fetch', 'fetch')]),
    )
    valueOf(await store().packInterview(INTERVIEW))
    const corrected = valueOf(await store().write([anAnswer('bedding', 'short')]))
    expect(corrected[0]?.replaces).toEqual([written[0]?.id])
    const expected = sorted([aChange(), ...written, ...corrected])
    expect(sorted(await store().changesOf('interview', INTERVIEW))).toEqual(expected)
    valueOf(await store().packInterview(INTERVIEW))
    expect(sorted(await store().changesOf('interview', INTERVIEW))).toEqual(expected)
    expect(await store().accept([aChange({ value: 'forged' })])).toMatchObject({ ok: false })
  })
}

function describeRosters(store: () => ProjectStore): void {
  const villages = [aVillage('甲村', 3), aVillage('乙村', 2)]

  it('gives back a roster village by village, under a hash that its content alone decides', async () => {
    const hash = valueOf(await store().putRoster({ villages }))
    expect(valueOf(await store().putRoster({ villages: structuredClone(villages) }))).toBe(hash)
    expect(await store().rosterVillages(hash)).toEqual(['甲村', '乙村'])
    expect(await store().rosterVillage(hash, '乙村')).toEqual(villages[1]?.households)
    expect(valueOf(await store().putRoster({ villages: [aVillage('甲村', 4)] }))).not.toBe(hash)
  })

  it('gives back several villages at once, in the order asked for', async () => {
    const hash = valueOf(await store().putRoster({ villages }))
    const found: unknown[] = []
    for await (const each of store().eachRosterVillage(hash, ['乙村', '丙村', '甲村'])) found.push(each)
    expect(found).toEqual([villages[1]?.households, undefined, villages[0]?.households])
  })

  it('knows nothing of a document or a village that was never put', async () => {
    const hash = valueOf(await store().putRoster({ villages }))
    expect(await store().rosterVillages('0'.repeat(64))).toBeUndefined()
    expect(await store().rosterVillage(hash, '丙村')).toBeUndefined()
  })

  it('takes a document in parts, whichever comes first, under the hash of the whole', async () => {
    const whole = valueOf(await store().putRoster({ villages: [aVillage('丁村', 1), ...villages] }))
    const part = await store().rosterPart(whole, new Set(['丁村', '乙村']))
    expect(part?.present.map(({ village }) => village)).toEqual(['丁村', '乙村'])
    const other = { villages: [aVillage('戊村', 2), ...villages] }
    const digests = [await digestOf(store(), aVillage('戊村', 2)), ...(part?.villages.slice(1) ?? [])]
    const first = valueOf(
      await store().putRosterPart({ villages: digests, present: other.villages.slice(2) }),
    )
    expect(await store().rosterVillages(first)).toEqual(['乙村'])
    expect(await store().rosterVillage(first, '戊村')).toBeUndefined()
    expect(
      valueOf(await store().putRosterPart({ villages: digests, present: other.villages.slice(0, 1) })),
    ).toBe(first)
    expect(await store().rosterVillages(first)).toEqual(['戊村', '乙村'])
    expect(valueOf(await store().putRoster(other))).toBe(first)
    expect(await store().rosterVillages(first)).toEqual(['戊村', '甲村', '乙村'])
  })

  it('refuses a part with a village that is not the one the document has', async () => {
    const whole = valueOf(await store().putRoster({ villages }))
    const part = await store().rosterPart(whole, new Set())
    const put = await store().putRosterPart({
      villages: part?.villages ?? [],
      present: [aVillage('甲村', 4)],
    })
    expect(put).toMatchObject({ ok: false, problems: [{ code: 'roster_damaged' }] })
  })
}

function describeRecords(store: () => ProjectStore): void {
  it('keeps a record once, apart from the other lists', async () => {
    const before = await store().records('segments')
    valueOf(await store().keepRecord('segments', '{"a":1}'))
    valueOf(await store().keepRecord('segments', '{"b":2}'))
    valueOf(await store().keepRecord('segments', '{"a":1}'))
    expect(before).toEqual([])
    expect([...(await store().records('segments'))].sort()).toEqual(['{"a":1}', '{"b":2}'])
    expect(await store().records('lead')).toEqual([])
  })
}

function describeAttachments(store: () => ProjectStore): void {
  it('gives back an attachment byte for byte, under a hash that its content alone decides', async () => {
    const picture = Uint8Array.from({ length: 70_000 }, (_, index) => (index * 7919) % 251)
    const hash = valueOf(await store().putAttachment(picture))
    expect(hash).toMatch(/^[0-9a-f]{64}$/)
    expect(valueOf(await store().putAttachment(picture.slice()))).toBe(hash)
    expect(await store().attachment(hash)).toEqual(picture)
    expect(await store().attachment('0'.repeat(64))).toBeUndefined()
  })
}

function describeSummaries(store: () => ProjectStore): void {
  const entry = { household: '5201010001', key: 'k1', summary: { conclusion: 'exit_confirmed' } }

  it('marks a household touched until a summary is put that was computed after the change', async () => {
    valueOf(await store().write([anAnswer('bedding', 'enough')]))
    const before = await store().touchedHouseholds()
    expect(before.map((touched) => touched.household)).toEqual(['5201010001'])
    valueOf(await store().write([anAnswer('bedding', 'short')]))
    await store().putSummaries('甲村', [entry], before)
    const after = await store().touchedHouseholds()
    expect(after.map((touched) => touched.household)).toEqual(['5201010001'])
    await store().putSummaries('甲村', [entry], after)
    expect(await store().touchedHouseholds()).toEqual([])
    expect(await store().summaries('甲村')).toEqual([entry])
  })

  it('gives back the summaries of several groups in the order asked for', async () => {
    await store().putSummaries('甲村', [entry], [])
    await store().putSummaries('丙村', [{ ...entry, key: 'k2' }], [])
    expect(await store().summariesOf(['丙村', '乙村', '甲村'])).toEqual([
      [{ ...entry, key: 'k2' }],
      [],
      [entry],
    ])
  })

  it('has no summaries of a group that none were put for', async () => {
    expect(await store().summaries('乙村')).toEqual([])
  })
}

function describeReopening(reopen: () => Promise<ProjectStore>, store: () => ProjectStore): void {
  it('finds everything again after the app was closed', async () => {
    const changes = valueOf(
      await store().write([anAnswer('bedding', 'enough'), anAnswer('water_fetch', 'fetch')]),
    )
    const taken = aChange({ lamport: 70 })
    valueOf(await store().accept([taken]))
    const hash = valueOf(await store().putRoster({ villages: [aVillage('甲村', 3)] }))
    const picture = valueOf(await store().putAttachment(Uint8Array.of(1, 2, 3)))
    valueOf(await store().packInterview(INTERVIEW))
    await store().putSummaries('甲村', [{ household: 'h', key: 'k', summary: 1 }], [])
    const again = await reopen()
    expect(again.openingProblems).toEqual([])
    expect(sorted(await again.changesOf('interview', INTERVIEW))).toEqual(sorted([...changes, taken]))
    expect(await again.rosterVillage(hash, '甲村')).toHaveLength(3)
    expect(await again.attachment(picture)).toEqual(Uint8Array.of(1, 2, 3))
    expect(await again.summaries('甲村')).toHaveLength(1)
    expect(await again.householdsWithChanges()).toEqual(['5201010001'])
    expect(again.knownChanges().hasChange(taken)).toBe(true)
    expect(await again.touchedHouseholds()).toHaveLength(1)
    expect(valueOf(await again.accept([taken])).known).toBe(1)
  })

  it('still refuses answers of an area that was closed', async () => {
    const closing = { entity: 'project', entityId: 'project', path: 'closed/county' } as const
    valueOf(await store().write([{ ...closing, value: { households: [] }, person: PERSON, at: AT }]))
    expect(await (await reopen()).write([anAnswer('bedding', 'enough')])).toMatchObject({ ok: false })
  })

  it('goes on with a new replica, above every counter it knew, for the people it knew', async () => {
    const [before] = valueOf(await store().write([anAnswer('bedding', 'enough')]))
    valueOf(await store().accept([aChange({ lamport: 70 })]))
    const [after] = valueOf(await (await reopen()).write([anAnswer('bedding', 'short')]))
    expect(replicaOf(after)).not.toBe(replicaOf(before))
    expect(after).toMatchObject({ lamport: 71, replaces: [before?.id] })
  })
}

export function valueOf<T>(result: Result<T>): T {
  if (!result.ok)
    throw new Error(result.problems.map((problem) => `${problem.code} ${problem.value}`).join(', '))
  return result.value
}

export function sorted(changes: readonly Change[]): readonly Change[] {
  return [...changes].sort(byAge)
}

function replicaOf(change: Change | undefined): string {
  if (change === undefined) throw new Error('no change')
  return splitChangeId(change.id).replica
}

function seqOf(change: Change | undefined): number {
  if (change === undefined) throw new Error('no change')
  return splitChangeId(change.id).seq
}

async function digestOf(
  store: ProjectStore,
  village: RosterVillage,
): Promise<RosterPart['villages'][number]> {
  const hash = valueOf(await store.putRoster({ villages: [village] }))
  const [first] = (await store.rosterPart(hash, new Set()))?.villages ?? []
  if (first === undefined) throw new Error('a document of one village has one')
  return first
}
