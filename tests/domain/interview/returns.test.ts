import { describe, expect, it } from 'vitest'
import type { ChangeId } from '../../../src/domain/changes/Change'
import { pathOfAnswer, refOfAnswer } from '../../../src/domain/interview/answerPath'
import { returnPath, returnsIn } from '../../../src/domain/interview/returns'
import { aChange, anId } from '../changes/aChange'

let seq = 0
const interview = (path: string, value: string | null, replaces: readonly ChangeId[] = []) => {
  seq += 1
  return aChange({
    id: anId('a', seq),
    lamport: seq,
    entity: 'interview',
    entityId: 'h/first/1',
    path,
    value,
    replaces: [...replaces],
  })
}

describe('comments on an interview that was sent back', () => {
  it('are open until they are settled, oldest first', () => {
    const first = interview(returnPath('food_enough'), '再问')
    const second = interview(returnPath(null), '少照片')
    expect(returnsIn([second, first])).toMatchObject([
      { path: 'food_enough', text: '再问', interview: 'h/first/1', isCorrected: false },
      { path: null, text: '少照片', isCorrected: false },
    ])
    const settled = interview(returnPath(null), null, [second.id])
    expect(returnsIn([first, second, settled])).toMatchObject([{ path: 'food_enough' }])
  })

  it.each([
    ['the same question', 'members/m1/insurance', 'members/m1/insurance', true],
    ['another question of the member', 'members/m1/insurance', 'members/m1/schooling', false],
    ['the same question of another', 'members/m1/insurance', 'members/m2/insurance', false],
    ['the member, who is taken away', 'members/m1/insurance', 'members/m1', true],
    ['another part of the ledger line', 'lines/l1/amount_yuan', 'lines/l1/quantity', true],
    ['another ledger line', 'lines/l1/amount_yuan', 'lines/l2/amount_yuan', false],
    ['an answer, where the whole is meant', null, 'food_enough', false],
  ])('count as corrected by a later answer to %s', (_, commented, answered, expected) => {
    const before = interview(answered, 'old')
    const comment = interview(returnPath(commented), '再问')
    expect(returnsIn([before, comment])[0]?.isCorrected).toBe(false)
    const after = interview(answered, 'new', [before.id])
    expect(returnsIn([before, comment, after])[0]?.isCorrected).toBe(expected)
  })

  it.each([
    { question: 'food_enough' },
    { question: 'insurance', member: 'm1' },
    { question: 'amount_yuan', line: 'l1' },
  ])('name a question by its path, and the path by the question: %j', (ref) => {
    expect(refOfAnswer(pathOfAnswer(ref))).toEqual(ref)
  })
})
