import { describe, expect, it } from 'vitest'
import { QUALITY_THRESHOLDS } from '../../../src/adapters/resources/qualityChecks'
import { findDuplicates } from '../../../src/domain/quality/findDuplicates'
import { findDurations } from '../../../src/domain/quality/findDurations'
import { findHabits } from '../../../src/domain/quality/findHabits'
import type { QualityCase } from '../../../src/domain/quality/QualityCase'
import { minutesOf, workRuns } from '../../../src/domain/quality/workRuns'
import { aChange, anId } from '../changes/aChange'

const MINUTE = 60_000
let number = 0

function aCase(overrides: Partial<QualityCase> = {}): QualityCase {
  number += 1
  const household = overrides.household ?? `h${number}`
  return {
    household,
    village: '甲村',
    interview: `${household}/${overrides.round ?? 'first'}/${number}`,
    round: 'first',
    assessor: '张',
    outcome: 'completed',
    work: [{ from: number * 1e9, to: number * 1e9 + 30 * MINUTE }],
    answers: new Map(),
    vector: `vector ${number}`,
    answerCount: 60,
    idNumbers: [],
    phones: [],
    photos: [],
    overrides: new Map(),
    ...overrides,
  }
}

function checksOf(lines: readonly { readonly check: string }[]): readonly string[] {
  return lines.map(({ check }) => check)
}

describe('time at work', () => {
  const at = (seq: number, time: string, replica = 'a') =>
    aChange({ id: anId(replica, seq), lamport: seq, path: `q${seq}`, at: `2020-07-15T${time}+08:00` })

  it('is the sum of the stretches between pauses of over ten minutes', () => {
    const runs = workRuns([
      at(2, '09:05:00'),
      at(1, '09:00:00'),
      at(3, '09:15:00'),
      at(4, '09:25:01'),
      at(5, '09:26:01'),
    ])
    expect(minutesOf(runs)).toBe(16)
    expect(runs).toHaveLength(2)
  })

  it('gains nothing by a clock that was set back or far ahead', () => {
    expect(
      minutesOf(
        workRuns([
          at(1, '09:00:00'),
          at(2, '09:04:00'),
          at(3, '07:00:00'),
          at(4, '07:03:00'),
          at(5, '23:00:00'),
        ]),
      ),
    ).toBe(7)
  })

  it('is reckoned for each session of its own', () => {
    expect(
      minutesOf(
        workRuns([at(1, '09:00:00'), at(2, '09:04:00'), at(1, '09:02:00', 'b'), at(2, '09:03:00', 'b')]),
      ),
    ).toBe(5)
  })
})

describe('the quality desk finds', () => {
  const { too_short: fewest, overlapping, same_answers, overridden } = QUALITY_THRESHOLDS
  const lasting = (minutes: number, outcome = 'completed') =>
    aCase({ outcome, work: [{ from: 0, to: minutes * MINUTE }] })

  it.each([
    ['just below the threshold', lasting(fewest - 0.01), ['too_short']],
    ['at the threshold', lasting(fewest), []],
    ['short, of somebody who refused', lasting(1, 'refused'), []],
  ])('interviews too short: %s', (_, each, expected) => {
    expect(checksOf(findDurations([each], QUALITY_THRESHOLDS))).toEqual(expected)
  })

  it.each([
    ['just above the threshold', overlapping + 0.01, '张', ['overlapping']],
    ['at the threshold', overlapping, '张', []],
    ['of another assessor', 20, '李', []],
  ])('interviews that overlap: %s', (_, minutes, assessor, expected) => {
    const first = aCase({ work: [{ from: 0, to: 30 * MINUTE }] })
    const from = (30 - minutes) * MINUTE
    const second = aCase({ assessor, work: [{ from, to: from + 40 * MINUTE }] })
    expect(checksOf(findDurations([second, first], QUALITY_THRESHOLDS))).toEqual(expected)
  })

  it('ID numbers, phones and photos in several households, and not within one', () => {
    const shared = { idNumbers: ['1'], photos: ['p'], phones: ['13'] }
    const lines = findDuplicates(
      [aCase(shared), aCase(shared), aCase({ phones: ['13'] })],
      QUALITY_THRESHOLDS,
    )
    expect(lines.map(({ check, value, about }) => [check, value, about])).toEqual([
      ['same_id', 2, '1'],
      ['same_phone', 3, '13'],
      ['same_photo', 2, 'p'],
    ])
    const rounds = [
      aCase({ household: 'h', ...shared }),
      aCase({ household: 'h', round: 'verification', ...shared }),
    ]
    expect(findDuplicates(rounds, QUALITY_THRESHOLDS)).toEqual([])
  })

  it.each([
    [same_answers, ['same_answers']],
    [same_answers - 1, []],
  ])('identical answers to %i questions', (answerCount, expected) => {
    const alike = { vector: 'v', answerCount }
    expect(checksOf(findDuplicates([aCase(alike), aCase(alike), aCase()], QUALITY_THRESHOLDS))).toEqual(
      expected,
    )
  })

  it.each([
    // 张 14 of 20, the others 7 of 20: 0.7 - 0.35 = 0.35, which is not more.
    [14, []],
    [15, ['outlying_answers', 'outlying_answers']],
  ])('an assessor whose %i of 20 answers are alike, where the others have 7 of 20', (alike, expected) => {
    const answering = (assessor: string, of: number) =>
      Array.from({ length: 20 }, (_, index) =>
        aCase({ assessor, answers: new Map([['bedding', index < of ? '"enough"' : '"short"']]) }),
      )
    const lines = findHabits([...answering('张', alike), ...answering('李', 7)], QUALITY_THRESHOLDS)
    const ofZhang = lines.filter(({ assessors }) => assessors[0] === '张')
    expect(checksOf(ofZhang)).toEqual(expected)
  })

  it('back-checks that differ in more than a tenth, told of the first assessor', () => {
    const answers = (different: number) =>
      new Map(
        Array.from({ length: 10 }, (_, index) => [`q${index}`, index < different ? '"b"' : '"a"'] as const),
      )
    const pair = (different: number) => [
      aCase({ household: 'h', answers: answers(0) }),
      aCase({ household: 'h', round: 'backcheck', assessor: '李', answers: answers(different) }),
    ]
    expect(findHabits(pair(1), QUALITY_THRESHOLDS)).toEqual([])
    expect(findHabits(pair(2), QUALITY_THRESHOLDS)).toMatchObject([
      { check: 'back_check_differs', assessors: ['张'], value: 0.2, about: '2 / 10' },
    ])
  })

  it.each([
    [overridden, ['overridden']],
    [overridden - 1, []],
  ])('%i warnings passed over in one interview', (count, expected) => {
    const overrides = new Map(Array.from({ length: count }, (_, index) => [`overrides/${index}`, '户主坚持']))
    expect(checksOf(findHabits([aCase({ overrides })], QUALITY_THRESHOLDS))).toEqual(expected)
  })
})
