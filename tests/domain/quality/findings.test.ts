import { describe, expect, it } from 'vitest'
import { QUALITY_THRESHOLDS } from '../../../src/adapters/resources/qualityChecks'
import { findDuplicates } from '../../../src/domain/quality/findDuplicates'
import { findDurations } from '../../../src/domain/quality/findDurations'
import { findHabits } from '../../../src/domain/quality/findHabits'
import { findQuality } from '../../../src/domain/quality/findQuality'
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
    interview: `${household}/${overrides.round ?? 'first'}/${number}`,
    round: 'first',
    assessor: '张',
    outcome: 'completed',
    work: [{ from: number * 1e9, to: number * 1e9 + 30 * MINUTE }],
    isOnPaper: false,
    answers: [],
    vector: `vector ${number}`,
    answerCount: 60,
    idNumbers: [],
    phones: [],
    photos: [],
    recordings: [],
    numbers: [],
    overrides: [],
    backcheck: null,
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

  it('is computed for each session of its own', () => {
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

  it('ID numbers, phones, photos and sounds in several households, and not within one', () => {
    const shared = { idNumbers: ['1'], photos: ['p'], recordings: ['r'], phones: ['13'] }
    const lines = findDuplicates(
      [aCase(shared), aCase(shared), aCase({ phones: ['13'] })],
      [],
      QUALITY_THRESHOLDS,
    )
    expect(lines.map(({ check, value, about }) => [check, value, about])).toEqual([
      ['same_id', 2, { kind: 'id_number', text: '1' }],
      ['same_phone', 3, { kind: 'phone', text: '13' }],
      ['same_photo', 2, { kind: 'photo', text: 'p' }],
      ['same_recording', 2, { kind: 'recording', text: 'r' }],
    ])
    const rounds = [
      aCase({ household: 'h', ...shared }),
      aCase({ household: 'h', round: 'verification', ...shared }),
    ]
    expect(findDuplicates(rounds, [], QUALITY_THRESHOLDS)).toEqual([])
  })

  it('an ID number that a household without an interview has on the list; of two such households nothing', () => {
    const listed = [
      { household: 'a', idNumbers: ['1'], phones: [] },
      { household: 'b', idNumbers: ['1', '2'], phones: [] },
    ]
    expect(findDuplicates([], listed, QUALITY_THRESHOLDS)).toEqual([])
    const visited = aCase({ household: 'c', idNumbers: ['2'] })
    expect(findDuplicates([visited], listed, QUALITY_THRESHOLDS)).toMatchObject([
      {
        check: 'same_id',
        value: 2,
        entries: [
          { household: 'c', interview: visited.interview },
          { household: 'b', interview: null },
        ],
        assessors: ['张'],
      },
    ])
  })

  it('phones in fewer households than the threshold not at all', () => {
    const pair = [aCase({ phones: ['13'] }), aCase({ phones: ['13'] })]
    expect(findDuplicates(pair, [], QUALITY_THRESHOLDS)).toEqual([])
    expect(checksOf(findDuplicates(pair, [], { ...QUALITY_THRESHOLDS, same_phone: 2 }))).toEqual([
      'same_phone',
    ])
  })

  it.each([
    [same_answers, ['same_answers']],
    [same_answers - 1, []],
  ])('identical answers to %i questions', (answerCount, expected) => {
    const alike = { vector: 'v', answerCount }
    expect(checksOf(findDuplicates([aCase(alike), aCase(alike), aCase()], [], QUALITY_THRESHOLDS))).toEqual(
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
        aCase({ assessor, answers: [['bedding', index < of ? '"enough"' : '"short"']] }),
      )
    const lines = findHabits([...answering('张', alike), ...answering('李', 7)], QUALITY_THRESHOLDS)
    const ofZhang = lines.filter(({ assessors }) => assessors[0] === '张')
    expect(checksOf(ofZhang)).toEqual(expected)
  })

  it.each([
    // Others' median 4000: 6000 is half of it more, which is not more than half.
    [6000, []],
    [6001, [['张', 0.50025]]],
    // 1999 is more than half below.
    [1999, [['张', -0.50025]]],
    [2000, []],
  ])('an assessor with a median of %i where the others have 4000', (median, expected) => {
    const answering = (assessor: string, middle: number) =>
      Array.from({ length: 11 }, (_, index) =>
        aCase({ assessor, numbers: [['ledger_total', middle + (index - 5)]] }),
      )
    const lines = findHabits([...answering('张', median), ...answering('李', 4000)], QUALITY_THRESHOLDS)
    const ofZhang = lines.filter(({ assessors }) => assessors[0] === '张')
    expect(ofZhang.map(({ assessors, value }) => [assessors[0], value])).toEqual(expected)
    expect(checksOf(ofZhang)).toEqual(expected.map(() => 'outlying_numbers'))
    if (ofZhang[0] !== undefined)
      expect(ofZhang[0].about).toEqual({
        kind: 'number',
        question: 'ledger_total',
        own: median,
        others: 4000,
      })
  })

  it('back-checks that differ in more than a tenth, reported for the first assessor', () => {
    const pair = (different: number, compared = 10) => [
      aCase({ household: 'h' }),
      aCase({ household: 'h', round: 'backcheck', assessor: '李', backcheck: { compared, different } }),
    ]
    expect(findHabits(pair(1), QUALITY_THRESHOLDS)).toEqual([])
    expect(findHabits(pair(2), QUALITY_THRESHOLDS)).toMatchObject([
      {
        check: 'back_check_differs',
        assessors: ['张'],
        value: 0.2,
        about: { kind: 'compared', compared: 10, different: 2 },
      },
    ])
    // Four answers asked twice say nothing yet.
    expect(findHabits(pair(4, 4), QUALITY_THRESHOLDS)).toEqual([])
    expect(checksOf(findHabits(pair(5, 5), QUALITY_THRESHOLDS))).toEqual(['back_check_differs'])
  })

  it.each([
    [overridden, ['overridden']],
    [overridden - 1, []],
  ])('%i warnings passed over in one interview, with what was written about each', (count, expected) => {
    const overrides = Array.from({ length: count }, () => ({ check: 'many_rooms', reason: '户主坚持' }))
    const lines = findHabits([aCase({ overrides })], QUALITY_THRESHOLDS)
    expect(checksOf(lines)).toEqual(expected)
    expect(lines.map(({ about }) => about)).toEqual(
      expected.map(() => ({ kind: 'warnings', warnings: overrides })),
    )
  })

  it('a hundred interviews of a line at most, and says how many there are', () => {
    const shared = { idNumbers: ['1'] }
    const [line] = findDuplicates(
      Array.from({ length: 101 }, () => aCase(shared)),
      [],
      QUALITY_THRESHOLDS,
    )
    expect([line?.entries.length, line?.count]).toEqual([100, 101])
  })

  it('the worst of a check first, checks in their order', () => {
    const lines = findQuality(
      [lasting(5), lasting(2), aCase({ overrides: [{ check: 'a', reason: 'b' }] }), lasting(9)],
      [],
      QUALITY_THRESHOLDS,
    )
    expect(lines.map(({ check, value }) => [check, value])).toEqual([
      ['too_short', 2],
      ['too_short', 5],
      ['too_short', 9],
      ['overlapping', 5],
      ['overridden', 1],
    ])
  })
})
