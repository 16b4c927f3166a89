import { beforeEach, describe, expect, it } from 'vitest'
import { digest } from '../../../src/adapters/crypto/digest'
import { newReplica } from '../../../src/adapters/crypto/newReplica'
import { MemoryStore } from '../../../src/adapters/memory/MemoryStore'
import { CURRENT_INSTRUMENT } from '../../../src/adapters/resources/instruments'
import { openInterview } from '../../../src/application/interview/openInterview'
import { beginInterview, recordAnswers } from '../../../src/application/interview/recordAnswers'
import {
  assignDrawnBackchecks,
  backcheckDrawsOf,
} from '../../../src/application/rounds/assignDrawnBackchecks'
import { isDrawnAgain } from '../../../src/application/rounds/BackcheckDraw'
import { assignBackcheck, backchecksOf, blindHouseholds } from '../../../src/application/rounds/backchecks'
import { takeBackBackchecks } from '../../../src/application/rounds/listBackchecks'
import { addPerson } from '../../../src/application/store/addPerson'
import type { ProjectStore } from '../../../src/application/store/ProjectStore'
import type { Round } from '../../../src/application/assess/AnswerRecord'
import type { Result } from '../../../src/domain/shared/Result'

const AT = '2020-12-31T08:00:00Z'
const LEAD = { person: '组长', at: AT }
let store: ProjectStore

beforeEach(async () => {
  store = new MemoryStore('test', newReplica())
  for (const id of ['组长', '甲', '乙', '丙'])
    value(await addPerson(store, { id, name: id, enteredBy: '组长', at: AT }))
  for (let index = 0; index < 12; index++) await visited('甲', `村/甲${index}`)
  await visited('乙', '村/乙0')
  await visited('乙', '村/未完', 'partial')
  await visited('乙', '村/不在', 'not_home')
})

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}

function codeOf(result: Result<unknown>): string | undefined {
  return result.ok ? undefined : result.problems[0]?.code
}

async function visited(person: string, household: string, outcome = 'completed', round: Round = 'first') {
  const author = { person, at: AT }
  const { id } = value(await openInterview(store, household, round, round, person))
  value(await beginInterview(store, id, CURRENT_INSTRUMENT, author))
  const given = { ref: { question: 'visit_outcome' }, value: outcome, evidence: 'respondent' } as const
  value(await recordAnswers(store, id, [given], author))
}

const drawn = (checker: string, sharePercent = 10, seed = `${checker}${sharePercent}`) =>
  assignDrawnBackchecks(store, { sharePercent, checker, seed }, digest, LEAD)

describe('back-checks by a drawn subsample', () => {
  it('are a share of what each assessor interviewed to completion, at least one', async () => {
    // 10 % of 12, rounded up, and one of 1
    const { drawn: households } = value(await drawn('丙'))
    expect(households.filter((id) => id.startsWith('村/甲'))).toHaveLength(2)
    expect(households.filter((id) => id === '村/乙0')).toHaveLength(1)
    expect(households).toHaveLength(3)
    const given = (await backchecksOf(store)).map(({ household, checker }) => [household, checker])
    expect(given.toSorted()).toEqual(households.toSorted().map((id) => [id, '丙']))
    expect((await blindHouseholds(store, '丙')).size).toBe(3)
  })

  it('pass over what the person interviewed or verified, and are kept to be drawn again', async () => {
    await visited('乙', '村/甲3', 'completed', 'verification')
    const draw = value(await drawn('乙', 100))
    expect(draw.drawn.toSorted()).toEqual(
      Array.from({ length: 12 }, (_, index) => `村/甲${index}`)
        .filter((id) => id !== '村/甲3')
        .toSorted(),
    )
    const [recorded] = await backcheckDrawsOf(store)
    expect(recorded).toEqual({ draw, person: '组长', at: AT })
    expect(isDrawnAgain(draw, digest)).toBe(true)
    expect(isDrawnAgain({ ...draw, seed: '改过' }, digest)).toBe(false)
  })

  it('count those given by hand towards the share', async () => {
    value(await assignBackcheck(store, '村/甲0', '丙', LEAD))
    value(await assignBackcheck(store, '村/甲1', '丙', LEAD))
    expect(value(await drawn('丙')).drawn).toEqual(['村/乙0'])
    expect(codeOf(await drawn('丙'))).toBe('backcheck_share_reached')
    expect(value(await drawn('丙', 25)).drawn).toHaveLength(1)
    expect((await backcheckDrawsOf(store)).map(({ draw }) => draw.sharePercent)).toEqual([25, 10])
  })

  it.each([0, 101, 2.5, Number.NaN])('are refused at a share of %d', async (share) => {
    expect(codeOf(await drawn('丙', share))).toBe('backcheck_share_invalid')
  })

  it('are refused where the person interviewed all that are left, and where nothing is left', async () => {
    value(await drawn('丙', 8))
    value(await takeBackBackchecks(store, ['村/乙0'], { ...LEAD, reason: '抽错了' }))
    expect(codeOf(await drawn('乙', 8))).toBe('backcheck_all_own')
    value(await drawn('丙', 100))
    expect(codeOf(await drawn('丙', 100))).toBe('backcheck_nothing_left')
    expect(await backcheckDrawsOf(store)).toHaveLength(2)
  })
})
