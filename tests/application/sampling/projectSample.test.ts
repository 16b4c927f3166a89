import { describe, expect, it } from 'vitest'
import { newDeviceKeys } from '../../../src/adapters/crypto/deviceKeys'
import { digest } from '../../../src/adapters/crypto/digest'
import { newReplica } from '../../../src/adapters/crypto/newReplica'
import { MemoryStore } from '../../../src/adapters/memory/MemoryStore'
import { adoptRoster, currentRoster, PROJECT } from '../../../src/application/roster/adoptRoster'
import { rejectedRows } from '../../../src/application/roster/rejectedRows'
import { sizePath } from '../../../src/application/roster/rosterSize'
import { addFoundHousehold } from '../../../src/application/households/addFoundHousehold'
import { listHouseholds, type HouseholdRow } from '../../../src/application/households/listHouseholds'
import {
  replaceHousehold,
  type ReplacementRequest,
} from '../../../src/application/interview/replaceHousehold'
import { reportCounty } from '../../../src/application/measures/reportCounty'
import { frameOf } from '../../../src/application/sampling/frameOf'
import { makeSample } from '../../../src/application/sampling/makeSample'
import {
  projectSampleOf,
  reservesFor,
  samplingFrom,
  samplingsOf,
} from '../../../src/application/sampling/projectSample'
import { standbyReserves } from '../../../src/application/sampling/standbyReserves'
import { assignHouseholds } from '../../../src/application/team/assignment/assign'
import { recordSample } from '../../../src/application/sampling/recordSample'
import { sampleDrawOf, sampleDrawsOf, sampleLogOf } from '../../../src/application/sampling/sampleDraws'
import type { SampleLog } from '../../../src/application/sampling/SampleLog'
import { addPerson } from '../../../src/application/store/addPerson'
import type { ProjectStore } from '../../../src/application/store/ProjectStore'
import type { SamplingPlan } from '../../../src/domain/sampling/SamplingPlan'
import { aPlan } from '../../builders/aFrame'
import { aHousehold } from '../../builders/aHousehold'
import { aMeasured } from '../../builders/aMeasured'
import { aMemoryProject, AUTHOR, RULES } from '../../builders/aMemoryProject'

/** Thirty exited and ten unregistered households of one township. */
const LIST = Array.from({ length: 40 }, (_, index) =>
  aHousehold({ id: `h${index + 1}`, status: index < 30 ? 'exited' : 'unregistered' }),
)
/** Six of the thirty (weight 5, three reserves), two of the ten (weight 5, one reserve). */
const PLAN = aPlan({
  types: ['exited', 'unregistered'],
  size: { by: 'number', households: 8 },
  reserve: 0.5,
})

function logOf(plan: SamplingPlan = PLAN): SampleLog {
  const made = makeSample(frameOf(LIST), plan, { digest, salt: 'salt' })
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  return made.value.log
}

async function aSampledProject(): Promise<ProjectStore> {
  const store = await aMemoryProject(LIST, [])
  expect((await recordSample(store, logOf(), AUTHOR)).ok).toBe(true)
  return store
}

/** As a member's device holds it, with these households assigned to somebody else. */
async function aMembersProject(others: readonly string[]): Promise<ProjectStore> {
  const store = await aSampledProject()
  expect((await assignHouseholds(store, others, '别人', AUTHOR)).ok).toBe(true)
  await store.keepRecord('device', JSON.stringify(await newDeviceKeys()))
  await store.keepRecord('lead', 'f0'.repeat(32))
  return store
}

async function rowsOf(store: ProjectStore): Promise<ReadonlyMap<string, HouseholdRow>> {
  const versions = { roster: '', instrument: '1', standards: '', rules: '' }
  const ports = { rules: RULES, person: AUTHOR.person, versions, digest, pause: () => Promise.resolve() }
  const rows = new Map<string, HouseholdRow>()
  for await (const village of listHouseholds(store, ports))
    for (const row of village) rows.set(row.household.id, row)
  return rows
}

async function refusal(store: ProjectStore, request: ReplacementRequest): Promise<string | undefined> {
  const result = await replaceHousehold(store, request, AUTHOR)
  return result.ok ? undefined : result.problems[0]?.code
}

const [EXITED, UNREGISTERED] = logOf().result.strata
const [FIRST = '', SECOND = ''] = EXITED?.drawn ?? []
const [RESERVE = '', NEXT_RESERVE = '', LAST_RESERVE = ''] = EXITED?.reserves ?? []
const OUTSIDER = LIST.map(({ id }) => id).find(
  (id) => !logOf().result.strata.some(({ drawn, reserves }) => [...drawn, ...reserves].includes(id)),
) as string
const ABSENT = { replaced: FIRST, reason: '三次都没人' }

describe('a project', () => {
  it('has no sample before one is drawn, and everybody counts alike', async () => {
    const store = await aMemoryProject(LIST, [])
    expect([await sampleLogOf(store), await samplingsOf(store)]).toEqual([null, null])
    expect([...(await rowsOf(store)).values()].every(({ sampleRole }) => sampleRole === null)).toBe(true)
  })
  it('keeps the log it was given, and gives each household its part', async () => {
    const store = await aSampledProject()
    expect(await sampleLogOf(store)).toEqual(logOf())
    const rows = await rowsOf(store)
    const roles = [FIRST, RESERVE, OUTSIDER].map((id) => rows.get(id)?.sampleRole)
    expect(roles).toEqual(['sample', 'reserve', 'not_drawn'])
    const drawn = [...rows.values()].filter(({ sampleRole }) => sampleRole === 'sample')
    expect(drawn).toHaveLength(8)
  })
  it('draws again only with a reason, and keeps the earlier draw in its history', async () => {
    const store = await aSampledProject()
    const another = logOf({ ...PLAN, seed: '另一个' })
    const refused = await recordSample(store, another, { ...AUTHOR, reason: ' ' })
    expect(refused).toMatchObject({ ok: false, problems: [{ code: 'sample_reason_missing' }] })
    expect(await sampleLogOf(store)).toEqual(logOf())
    expect((await recordSample(store, another, { ...AUTHOR, reason: '名单补了一个村' })).ok).toBe(true)
    expect(await sampleLogOf(store)).toEqual(another)
    const kept = (await store.changesOf('project', 'project')).filter(({ path }) => path === 'sample')
    expect(kept).toHaveLength(2)
    const draws = (await sampleDrawsOf(store)).map(({ log, reason }) => [log.plan.seed, reason])
    expect(draws).toEqual([
      [PLAN.seed, ''],
      ['另一个', '名单补了一个村'],
    ])
  })
  it('is locked by its first interview: another draw shows what it loses, and needs a second person', async () => {
    const store = await aSampledProject()
    const interview = {
      entity: 'interview',
      entityId: `${FIRST}/first/a`,
      path: 'begun',
      value: '1',
      ...AUTHOR,
    } as const
    expect((await store.write([interview])).ok).toBe(true)
    const stratum = logOf().result.strata.map((each) => ({
      ...each,
      drawn: each.drawn.filter((id) => id !== FIRST),
    }))
    const another = { ...logOf(), result: { ...logOf().result, strata: stratum } }
    const why = { ...AUTHOR, reason: '名单补了一个村' }
    for (const confirmedBy of ['', AUTHOR.person, ` ${AUTHOR.person}`])
      expect(await recordSample(store, another, { ...why, confirmedBy })).toMatchObject({
        problems: [{ code: 'sample_locked', value: '1', details: { lost: 1 } }],
      })
    expect(await sampleLogOf(store)).toEqual(logOf())
    for (const confirmedBy of ['丁', '乙 '])
      expect(await recordSample(store, another, { ...why, confirmedBy })).toMatchObject({
        problems: [{ code: 'person_unknown', value: confirmedBy }],
      })
    expect(await sampleLogOf(store)).toEqual(logOf())
    await addPerson(store, { id: '乙', name: '乙', enteredBy: AUTHOR.person, at: AUTHOR.at })
    expect((await recordSample(store, another, { ...why, confirmedBy: '乙' })).ok).toBe(true)
    expect((await sampleLogOf(store))?.redrawn).toEqual({
      confirmedBy: '乙',
      how: 'same_device',
      interviewed: 1,
      lost: 1,
    })
  })
  it('keeps with the log people’s answers about the list when it was read', async () => {
    const store = new MemoryStore('test', newReplica())
    await addPerson(store, {
      id: AUTHOR.person,
      name: AUTHOR.person,
      enteredBy: AUTHOR.person,
      at: AUTHOR.at,
    })
    const numbers = { C: { list: 'relation', codes: { '1': 'head' } } } as const
    const answers = {
      choices: [{ file: 'a.xlsx', sheet: '表', headerRows: { first: 1, last: 2 }, columns: {}, numbers }],
      statuses: [{ file: 'a.xlsx', sheet: '表', status: 'exited' as const }],
    }
    expect((await adoptRoster(store, LIST, AUTHOR, { answers })).ok).toBe(true)
    expect((await recordSample(store, logOf(), AUTHOR)).ok).toBe(true)
    expect(await sampleLogOf(store)).toEqual({ ...logOf(), answers })
  })
  it('keeps why it was drawn although rows of the list were rejected, and is refused without it', async () => {
    const store = await aSampledProject()
    const reasons = { ...AUTHOR, reason: '名单换了' }
    await adoptRoster(store, LIST, AUTHOR, { rejectedRows: 2 })
    const refused = await recordSample(store, logOf(), { ...reasons, rejectedReason: ' ' })
    expect(refused).toMatchObject({ problems: [{ code: 'sample_rejected_reason_missing', value: '2' }] })
    expect((await recordSample(store, logOf(), { ...reasons, rejectedReason: '县里补不出' })).ok).toBe(true)
    const rejected = { rows: 2, accepted: true, reason: '县里补不出' }
    expect(await sampleLogOf(store)).toEqual({ ...logOf(), rejected })
  })
  it('counts rejected rows by their problems in a project from before they were counted', async () => {
    const store = await aSampledProject()
    const at = (cell: string, severity: 'error' | 'warning' = 'error') => {
      return {
        code: 'row_without_head' as const,
        severity,
        place: { file: 'a', sheet: 'b', cell },
        value: null,
      }
    }
    await adoptRoster(store, LIST, AUTHOR, { problems: [at('A2'), at('C2'), at('B7'), at('B8', 'warning')] })
    const hash = await currentRoster(store)
    const value = { households: LIST.length, members: 0, files: [] }
    const path = sizePath(hash ?? '')
    await store.write([{ entity: 'project', entityId: PROJECT, path, value, ...AUTHOR }])
    expect(await rejectedRows(store)).toBe(2)
  })
  it('knows whether another list came into use after the draw', async () => {
    const store = await aSampledProject()
    expect((await sampleDrawOf(store))?.isListNewer).toBe(false)
    await adoptRoster(store, LIST.slice(1), AUTHOR)
    expect((await sampleDrawOf(store))?.isListNewer).toBe(true)
    expect(await sampleLogOf(store)).toEqual(logOf())
  })
  it('has no sample in force where two laptops drew different ones', async () => {
    const [here, there] = [await aSampledProject(), new MemoryStore('test', newReplica())]
    await there.write([
      { entity: 'person', entityId: 'b', path: 'name', value: 'b', person: 'b', at: AUTHOR.at },
    ])
    await recordSample(there, logOf({ ...PLAN, seed: '另一个' }), { ...AUTHOR, person: 'b' })
    await here.accept(await there.changesOfProject())
    expect(await sampleLogOf(here)).toBeNull()
  })
})

describe('a replacement', () => {
  it('is the next reserve of the stratum, linked both ways, and then the one after', async () => {
    const store = await aSampledProject()
    expect(await refusal(store, { ...ABSENT, replacement: RESERVE })).toBeUndefined()
    const rows = await rowsOf(store)
    expect(rows.get(FIRST)?.links).toEqual([{ kind: 'replaced_by', household: RESERVE }])
    expect(rows.get(RESERVE)?.links).toEqual([{ kind: 'replaces', household: FIRST }])
    const sample = await projectSampleOf(store)
    expect(sample && reservesFor(sample, SECOND)).toEqual([NEXT_RESERVE, LAST_RESERVE])
    const reasons = (await store.changesOf('household', RESERVE)).map(({ path, reason }) => [path, reason])
    expect(reasons).toEqual([['replaces', '三次都没人']])
  })
  it('out of order needs a reason, which is kept with whose turn it was', async () => {
    const store = await aSampledProject()
    const later = { ...ABSENT, replacement: NEXT_RESERVE }
    expect(await refusal(store, later)).toBe('replacement_order_reason_missing')
    expect((await rowsOf(store)).get(FIRST)?.links).toEqual([])
    expect(await refusal(store, { ...later, orderReason: '第一户断桥' })).toBeUndefined()
    const said = (await store.changesOf('household', NEXT_RESERVE)).find(
      ({ path }) => path === 'out_of_order',
    )
    expect([said?.value, said?.reason]).toEqual([RESERVE, '第一户断桥'])
  })
  it('of a replacement comes from the reserves of the place it holds', async () => {
    const store = await aSampledProject()
    await refusal(store, { ...ABSENT, replacement: RESERVE })
    expect(
      await refusal(store, { replaced: RESERVE, replacement: NEXT_RESERVE, reason: '搬走' }),
    ).toBeUndefined()
    const samplings = await samplingsOf(store)
    expect([FIRST, RESERVE, NEXT_RESERVE].map((id) => samplings?.get(id)?.weight)).toEqual([
      undefined,
      undefined,
      5,
    ])
  })
  it('needs no reason of order once the reserves are used up', async () => {
    const store = await aSampledProject()
    const [own = ''] = UNREGISTERED?.drawn ?? []
    const [only = ''] = UNREGISTERED?.reserves ?? []
    expect(await refusal(store, { replaced: own, replacement: only, reason: '拒访' })).toBeUndefined()
    expect(await refusal(store, { replaced: only, replacement: OUTSIDER, reason: '拒访' })).toBeUndefined()
    expect((await samplingsOf(store))?.get(OUTSIDER)?.weight).toBe(5)
  })
  it('is refused without a reason, twice, and by somebody who has a place', async () => {
    const store = await aSampledProject()
    expect(await refusal(store, { replaced: FIRST, replacement: RESERVE, reason: '' })).toBe(
      'replacement_reason_missing',
    )
    expect(await refusal(store, { ...ABSENT, replacement: SECOND })).toBe('replacement_taken')
    expect(await refusal(store, { ...ABSENT, replacement: FIRST })).toBe('replacement_taken')
    await refusal(store, { ...ABSENT, replacement: RESERVE })
    expect(await refusal(store, { ...ABSENT, replacement: NEXT_RESERVE })).toBe('replacement_done')
    expect(await refusal(store, { replaced: SECOND, replacement: RESERVE, reason: '拒访' })).toBe(
      'replacement_taken',
    )
  })
  it('on a member’s device is the next reserve that is his, by the same rule that offers it', async () => {
    const store = await aMembersProject([RESERVE])
    expect(await standbyReserves(store, FIRST)).toEqual({
      own: [NEXT_RESERVE, LAST_RESERVE],
      others: [RESERVE],
    })
    expect(await refusal(store, { ...ABSENT, replacement: LAST_RESERVE })).toBe(
      'replacement_order_reason_missing',
    )
    expect(await refusal(store, { ...ABSENT, replacement: NEXT_RESERVE })).toBeUndefined()
  })
  it('on a member’s device has others’ reserves standing by, before whom nobody goes without a reason', async () => {
    const store = await aMembersProject([RESERVE, NEXT_RESERVE, LAST_RESERVE])
    expect(await standbyReserves(store, FIRST)).toEqual({
      own: [],
      others: [RESERVE, NEXT_RESERVE, LAST_RESERVE],
    })
    const outside = { ...ABSENT, replacement: OUTSIDER }
    expect(await refusal(store, outside)).toBe('replacement_order_reason_missing')
    expect(await refusal(store, { ...outside, orderReason: '组长不在' })).toBeUndefined()
  })
  it('needs no order in a list that came drawn, and everybody goes on counting alike', async () => {
    const store = await aMemoryProject(LIST, [])
    expect(await refusal(store, { replaced: 'h1', replacement: 'h9', reason: '拒访' })).toBeUndefined()
    expect((await rowsOf(store)).get('h9')?.links).toEqual([{ kind: 'replaces', household: 'h1' }])
    expect(await samplingsOf(store)).toBeNull()
  })
})

describe('the measures of a project', () => {
  it('weigh its households as drawn, and those besides the sample with nothing', async () => {
    const store = await aMemoryProject(LIST, [])
    // h1 to h10 four times as often as the other twenty.
    const marked = { households: LIST.slice(0, 10).map(({ id }) => id), rate: 4 }
    const plan = aPlan({ size: { by: 'number', households: 12 }, marked })
    await recordSample(store, logOf(plan), AUTHOR)
    await addFoundHousehold(store, { headName: '周新', status: 'exited', place: aHousehold() }, 'x1', AUTHOR)
    const samplings = (await samplingsOf(store)) ?? new Map<string, never>()
    const drawn = [...samplings].map(([id]) => id)
    // Shares 4 × 10 and 20 of 12: 8 of the marked (weight 1.25), 4 of the others (weight 5).
    expect([...samplings.values()].map(({ weight }) => weight).sort()).toEqual([
      ...Array<number>(8).fill(1.25),
      ...Array<number>(4).fill(5),
    ])
    const wrong = drawn.find((id) => samplings.get(id)?.weight === 1.25)
    const households = [...drawn, 'f-x1'].map((id) =>
      aMeasured({
        id,
        conclusion: id === wrong || id === 'f-x1' ? 'suspected_wrong_exit' : 'exit_confirmed',
        sampling: samplingFrom(samplings, id),
      }),
    )
    const facts = { totals: null, reading: null }
    const { measures, besideSample } = reportCounty(households, facts, RULES.standards)
    const [rate] = measures
    // Unweighted 1 of 12, the found one told beside it; weighted 1.25 of 8 × 1.25 + 4 × 5 = 30.
    expect([rate?.value, besideSample]).toEqual([expect.closeTo(1 / 12, 12), 1])
    expect(rate?.weighted?.value).toBeCloseTo(1.25 / 30, 12)
  })
})
