import { describe, expect, it } from 'vitest'
import type { AnswerRecord } from '../../../src/application/assess/AnswerRecord'
import { assessHousehold } from '../../../src/application/assess/assessHousehold'
import type { Change } from '../../../src/domain/changes/Change'
import { REOPENED } from '../../../src/domain/interview/bookkeeping'
import type { AnswerValue } from '../../../src/domain/interview/Answers'
import { aHousehold } from '../../builders/aHousehold'
import { aMemoryProject, RULES } from '../../builders/aMemoryProject'

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
  it('is there, and not cleared, while the conclusion comes to it', async () => {
    const { judgement, cleared } = assessHousehold(HOUSEHOLD, await changesOf(DANGEROUS), RULES)
    expect([judgement.conclusion, cleared]).toEqual(['suspected_wrong_exit', null])
  })
  it('stays as cleared, with before, after and who, when a verification comes to something else', async () => {
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
  it('stays as cleared, with its reason, when a correction of the finished interview comes to something else', async () => {
    const first = VERIFIED.map((record) => ({ ...record, round: 'first' as const }))
    const all = await changesOf([...DANGEROUS, ...first])
    const finished = all.findIndex(({ path }) => path === 'lives_in_safe_house') + 1
    const { cleared } = assessHousehold(HOUSEHOLD, asCorrection(all, finished), RULES)
    expect(cleared).toMatchObject({ before: 'suspected_wrong_exit', by: 'correction', reason: '房子看错了' })
  })
  it('was never there when answers changed before the interview was finished', async () => {
    const first = VERIFIED.map((record) => ({ ...record, round: 'first' as const }))
    expect(assessHousehold(HOUSEHOLD, await changesOf([...DANGEROUS, ...first]), RULES).cleared).toBeNull()
  })
})
