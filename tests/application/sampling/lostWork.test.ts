import { describe, expect, it } from 'vitest'
import { digest } from '../../../src/adapters/crypto/digest'
import { CURRENT_INSTRUMENT } from '../../../src/adapters/resources/instruments'
import { recordRebuttal } from '../../../src/application/determination/recordRebuttal'
import { replaceHousehold } from '../../../src/application/interview/replaceHousehold'
import { backcheckDrafts } from '../../../src/application/rounds/backchecks'
import { frameOf } from '../../../src/application/sampling/frameOf'
import { losesWork, lostWork } from '../../../src/application/sampling/lostWork'
import { makeSample } from '../../../src/application/sampling/makeSample'
import { placeIn, sampleOf, samplingsOf } from '../../../src/application/sampling/projectSample'
import { recordSample } from '../../../src/application/sampling/recordSample'
import type { SampleLog } from '../../../src/application/sampling/SampleLog'
import type { ProjectStore } from '../../../src/application/store/ProjectStore'
import { assignHouseholds } from '../../../src/application/team/assignment/assign'
import { aPlan } from '../../builders/aFrame'
import { aHousehold } from '../../builders/aHousehold'
import { aMemoryProject, AUTHOR } from '../../builders/aMemoryProject'

const LIST = Array.from({ length: 12 }, (_, index) => aHousehold({ id: `h${index + 1}`, status: 'exited' }))

/** Four of twelve drawn, two stand by; then what is drawn and stands by instead. */
function logOf(drawn: readonly string[] = [], reserves: readonly string[] = []): SampleLog {
  const plan = aPlan({ size: { by: 'number', households: 4 }, reserve: 0.5 })
  const made = makeSample(frameOf(LIST), plan, { digest, salt: 'salt' })
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  const { log } = made.value
  if (drawn.length === 0) return log
  const strata = log.result.strata.map((each) => ({ ...each, drawn, reserves }))
  return { ...log, result: { ...log.result, strata } }
}

const [A = '', B = '', C = '', D = ''] = logOf().result.strata[0]?.drawn ?? []
const [SPARE = ''] = logOf().result.strata[0]?.reserves ?? []

async function aSampledProject(): Promise<ProjectStore> {
  const store = await aMemoryProject(LIST, [])
  expect((await recordSample(store, logOf(), AUTHOR)).ok).toBe(true)
  return store
}

async function interview(store: ProjectStore, household: string, outcome?: string, round = 'first') {
  const said = { entity: 'interview', entityId: `${household}/${round}/a`, ...AUTHOR } as const
  const written = await store.write([
    { ...said, path: 'begun', value: CURRENT_INSTRUMENT },
    ...(outcome === undefined
      ? []
      : [{ ...said, path: 'visit_outcome', value: outcome, evidence: 'observed' as const }]),
  ])
  expect(written.ok).toBe(true)
}

describe('another draw leaves aside', () => {
  it('nothing where no sample is in force, and nothing of households that it draws again', async () => {
    const bare = await aMemoryProject(LIST, [])
    expect(losesWork(await lostWork(bare, logOf()))).toBe(false)
    const store = await aSampledProject()
    await interview(store, A, 'completed')
    // A spare that took no place is interviewed besides the sample.
    await interview(store, SPARE, 'completed')
    const work = await lostWork(store, logOf([A, 'h1', 'h2', 'h3']))
    expect([work.interviewed, work.lost, losesWork(work)]).toEqual([1, 0, false])
  })
  it('interviews finished and begun, verdicts, determinations, assignments and further rounds of those drawn no more', async () => {
    const store = await aSampledProject()
    await interview(store, A, 'completed')
    await interview(store, B, 'partial')
    await interview(store, B, undefined, 'verification')
    await interview(store, C, 'completed')
    await interview(store, D, 'completed')
    await recordRebuttal(store, A, { text: '县里说修好了', pictures: [] }, AUTHOR)
    await store.write(backcheckDrafts(A, '乙', AUTHOR))
    await assignHouseholds(store, [A, B, D], '乙', AUTHOR)
    const verdictOf = (id: string) => (id === A ? 'suspicion' : id === C || id === D ? 'other' : null)
    // D is drawn again, and so lost with nothing.
    const work = await lostWork(store, logOf([D], []), verdictOf)
    expect(work).toEqual({
      interviewed: 4,
      lost: 3,
      finished: 2,
      begun: 1,
      verdicts: 2,
      suspicions: 1,
      determinations: 1,
      assigned: 2,
      rounds: 2,
    })
    expect(losesWork(work)).toBe(true)
  })
  it('a household that took a place, unless its place is drawn again', async () => {
    const store = await aSampledProject()
    await interview(store, A, 'not_home')
    expect(
      (await replaceHousehold(store, { replaced: A, replacement: SPARE, reason: '没人' }, AUTHOR)).ok,
    ).toBe(true)
    await interview(store, SPARE, 'completed')
    expect(await lostWork(store, logOf([B, C, D], []))).toMatchObject({
      interviewed: 2,
      lost: 2,
      finished: 1,
      begun: 1,
    })
    expect(await lostWork(store, logOf([A, B], [SPARE]))).toMatchObject({ interviewed: 2, lost: 0 })
  })
})

describe('a household that took a place in an earlier sample', () => {
  it('counts for its own place where it is drawn itself', async () => {
    const store = await aSampledProject()
    expect(
      (await replaceHousehold(store, { replaced: A, replacement: SPARE, reason: '没人' }, AUTHOR)).ok,
    ).toBe(true)
    const again = logOf([SPARE, B, C, D], [])
    expect(placeIn(sampleOf(again), SPARE)).toBeDefined()
    expect((await recordSample(store, again, { ...AUTHOR, reason: '名单换了' })).ok).toBe(true)
    expect([...((await samplingsOf(store)) ?? [])].map(([id]) => id)).toContain(SPARE)
  })
})
