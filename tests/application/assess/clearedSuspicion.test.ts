import { describe, expect, it } from 'vitest'
import type { AnswerRecord } from '../../../src/application/assess/AnswerRecord'
import { assessHousehold } from '../../../src/application/assess/assessHousehold'
import { determine } from '../../../src/application/determination/determine'
import { addPerson } from '../../../src/application/store/addPerson'
import { lookAgain } from '../../../src/application/determination/lookAgain'
import type { Change } from '../../../src/domain/changes/Change'
import {
  SECOND_LOOK,
  secondLookValue,
} from '../../../src/domain/programmes/assessment/determination/SecondLook'
import { REOPENED } from '../../../src/domain/interview/bookkeeping'
import type { AnswerValue } from '../../../src/domain/interview/Answers'
import { aHousehold } from '../../builders/aHousehold'
import { aMemoryProject, AUTHOR, RULES } from '../../builders/aMemoryProject'

const HOUSEHOLD = aHousehold()

function answer(
  question: string,
  value: AnswerValue,
  round: AnswerRecord['round'] = 'first',
  evidence: AnswerRecord['evidence'] = 'respondent',
): AnswerRecord {
  return { household: 'h1', member: null, line: null, round, at: null, by: null, question, value, evidence }
}

/** Danger that was seen: no word takes it away but another look. */
const DANGEROUS = [
  answer('visit_outcome', 'completed'),
  answer('house_basis', 'grade_d_unrebuilt', 'first', 'document'),
  answer('lives_in_safe_house', 'none'),
]
const VERIFIED = [
  answer('house_basis', 'repaired', 'verification', 'document'),
  answer('lives_in_safe_house', 'all', 'verification'),
]

async function changesOf(records: readonly AnswerRecord[]): Promise<readonly Change[]> {
  const store = await aMemoryProject([HOUSEHOLD], records)
  return (await store.changesOfHouseholds(['h1'])).get('h1') ?? []
}

/** The same answers, those behind the first `count` given as a correction of the finished interview. */
function asCorrection(changes: readonly Change[], count: number): readonly Change[] {
  const last = changes[count - 1]
  if (last === undefined) throw new Error('no such change')
  const reopening: Change = {
    ...last,
    id: `${'b'.repeat(32)}:1`,
    lamport: last.lamport + 0.5,
    path: REOPENED,
    value: '房子看错了',
    replaces: [],
  }
  return [...changes.slice(0, count), reopening, ...changes.slice(count)]
}

describe('a suspicion', () => {
  it('is there, and not cleared, while the conclusion is a suspicion', async () => {
    const { judgement, cleared } = assessHousehold(HOUSEHOLD, await changesOf(DANGEROUS), RULES)
    expect([judgement.conclusion, cleared]).toEqual(['suspected_wrong_exit', null])
  })
  it('stays as cleared, with before, after and who, when a verification leads to another conclusion', async () => {
    const changes = await changesOf([...DANGEROUS, ...VERIFIED])
    const { judgement, cleared } = assessHousehold(HOUSEHOLD, changes, RULES)
    expect(cleared).toMatchObject({
      before: 'suspected_wrong_exit',
      after: judgement.conclusion,
      by: 'verification',
      person: changes.at(-1)?.person,
      reason: null,
    })
  })
  it('stays as cleared, with its reason, when a correction of the finished interview leads to another conclusion', async () => {
    const first = VERIFIED.map((record) => ({ ...record, round: 'first' as const }))
    const all = await changesOf([...DANGEROUS, ...first])
    const finished = all.findIndex(({ path }) => path === 'lives_in_safe_house') + 1
    const { cleared } = assessHousehold(HOUSEHOLD, asCorrection(all, finished), RULES)
    expect(cleared).toMatchObject({ before: 'suspected_wrong_exit', by: 'correction', reason: '房子看错了' })
  })
  it('waits for a second look by somebody who took no part in clearing it', async () => {
    const store = await aMemoryProject([HOUSEHOLD], [...DANGEROUS, ...VERIFIED])
    const seen = async () => {
      const changes = (await store.changesOfHouseholds(['h1'])).get('h1') ?? []
      return assessHousehold(HOUSEHOLD, changes, RULES)
    }
    const first = await seen()
    expect(first.cleared?.secondLook).toBeNull()
    await addPerson(store, { id: '丙', name: '丙', enteredBy: AUTHOR.person, at: AUTHOR.at })
    const look = (agrees: boolean, person: string, reason = '照片对不上') =>
      lookAgain(store, { household: 'h1', cleared: first.cleared, agrees, reason }, { ...AUTHOR, person })
    const [verifier = ''] = first.cleared?.people ?? []
    const codes = [
      await look(false, verifier),
      await look(false, `${verifier} `),
      await look(false, '丙', ' '),
      await look(false, '丁'),
    ]
    expect(codes.map((each) => (each.ok ? null : each.problems[0]?.code))).toEqual([
      'second_look_same_person',
      'second_look_same_person',
      'second_look_reason_missing',
      'person_unknown',
    ])
    expect((await look(false, '丙')).ok).toBe(true)
    const rejected = await seen()
    expect(rejected.judgement.conclusion).toBe('suspected_wrong_exit')
    expect(rejected.cleared).toMatchObject({
      after: first.judgement.conclusion,
      secondLook: { agrees: false, by: '丙', reason: '照片对不上' },
    })
    // It stands, and is decided like any other.
    const decided = await determine(
      store,
      {
        household: 'h1',
        determination: 'wrong_exit',
        reason: '仍是危房',
        status: 'exited',
        conclusion: rejected.judgement.conclusion,
      },
      AUTHOR,
    )
    expect(decided.ok).toBe(true)
    expect((await look(true, '丙', '补看了照片')).ok).toBe(true)
    expect((await seen()).judgement.conclusion).toBe(first.judgement.conclusion)
    expect((await seen()).cleared?.secondLook?.agrees).toBe(true)
    // What clears it again is looked at again.
    const again = { entity: 'interview', entityId: 'h1/verification/answers', path: 'house_basis' } as const
    await store.write([{ ...again, value: 'grade_a', evidence: 'document', ...AUTHOR }])
    expect((await seen()).cleared?.secondLook).toBeNull()
  })
  it('stands in a file of determinations whatever conclusion the answers lead to', async () => {
    const store = await aMemoryProject([HOUSEHOLD], [...DANGEROUS, ...VERIFIED])
    const value = secondLookValue({ agrees: false, of: null, how: null })
    await store.write([
      { entity: 'household', entityId: 'h1', path: SECOND_LOOK, value, reason: '照片对不上', ...AUTHOR },
    ])
    const changes = (await store.changesOfHouseholds(['h1'])).get('h1') ?? []
    expect(assessHousehold(HOUSEHOLD, changes, RULES).judgement.conclusion).toBe('suspected_wrong_exit')
  })
  it('was never there when answers changed before the interview was finished', async () => {
    const first = VERIFIED.map((record) => ({ ...record, round: 'first' as const }))
    expect(assessHousehold(HOUSEHOLD, await changesOf([...DANGEROUS, ...first]), RULES).cleared).toBeNull()
  })
})
