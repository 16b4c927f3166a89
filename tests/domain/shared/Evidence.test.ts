import { describe, expect, it } from 'vitest'
import { evidenceOf, isEvidence, isSameEvidence } from '../../../src/domain/shared/Evidence'

describe('evidence', () => {
  it('of several kinds holds each once and in one order, and a single kind stands by itself', () => {
    expect(evidenceOf(['other', 'respondent', 'other'])).toEqual(['respondent', 'other'])
    expect(evidenceOf(['other', 'other'])).toBe('other')
  })

  it('is the same whatever the order of its kinds', () => {
    expect(isSameEvidence(['other', 'respondent'], ['respondent', 'other'])).toBe(true)
    expect(isSameEvidence('other', ['respondent', 'other'])).toBe(false)
  })

  it.each([['document'], ['registry'], [['respondent', 'other']], [['other', 'document', 'observed']]])(
    'can be %j',
    (input) => expect(isEvidence(input)).toBe(true),
  )

  it.each([
    ['hearsay'],
    [null],
    [[]],
    [['document']],
    [['other', 'other']],
    [['respondent', 'registry']],
    [['respondent', 'hearsay']],
    [['document', 'observed', 'respondent', 'other', 'document']],
  ])('cannot be %j', (input) => expect(isEvidence(input)).toBe(false))
})
