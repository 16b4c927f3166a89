import { expect, it } from 'vitest'
import type { AnswerRecord } from '../../../src/application/assess/AnswerRecord'
import { withPracticeTimes } from '../../../src/application/practice/practiceTimes'
import { groupBy } from '../../../src/domain/shared/groupBy'

function anAnswer(household: string, question: string, by: string): AnswerRecord {
  const place = { household, member: null, line: null, question, round: 'first' } as const
  return { ...place, value: 'a', evidence: 'respondent', at: null, by }
}

const MINUTE = 60_000

it('sends each assessor from house to house before today, now and then hurried or in two houses at once', () => {
  const answers = ['甲', '乙'].flatMap((by) =>
    Array.from({ length: 60 }, (_, nth) =>
      ['q1', 'q2', 'q3'].map((question) => anAnswer(`${by}${nth}`, question, by)),
    ).flat(),
  )
  const timed = withPracticeTimes(answers, '2020-07-15T10:00:00Z', 1)
  expect(timed.map(({ at: _, ...answer }) => answer)).toEqual(answers.map(({ at: _, ...answer }) => answer))
  const visits = [...groupBy(timed, ({ household }) => household).values()].map((own) => {
    const times = own.map(({ at }) => Date.parse(at ?? ''))
    return { by: own[0]?.by, from: Math.min(...times), to: Math.max(...times) }
  })
  expect(Math.max(...visits.map(({ to }) => to))).toBeLessThan(Date.parse('2020-07-15T00:00:00Z'))
  const minutes = visits.map(({ from, to }) => Math.round((to - from) / MINUTE))
  // Every 24th of 120 visits.
  expect(minutes.filter((each) => each < 12)).toEqual([5, 5, 5, 5, 5])
  const overlapping = visits.filter((each, index) => {
    const before = visits[index - 1]
    return before?.by === each.by && before !== undefined && before.to > each.from
  })
  expect(overlapping.length).toBeGreaterThan(0)
})
