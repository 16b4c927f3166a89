import { describe, expect, it } from 'vitest'
import {
  nextSteps,
  type LaptopStanding,
  type VillageStanding,
} from '../../../../../src/domain/programmes/census/coverage/nextSteps'

const LIMITS = { daysWithoutVisit: 3, daysWithoutPackage: 2, villagesNamed: 2 }
const NOW = '2020-12-10T12:00:00Z'

function village(name: string, said: Partial<VillageStanding> = {}): VillageStanding {
  const done = { open: 0, unanswered: 0, isClosed: true, returned: 0, lastAt: NOW }
  return { village: name, ...done, ...said }
}

function steps(villages: readonly VillageStanding[], laptops: readonly LaptopStanding[] = []) {
  return nextSteps(villages, laptops, LIMITS, NOW).map(({ kind, count, names }) => [kind, count, names])
}

describe('what to do next', () => {
  it('is nothing where every village is closed and every laptop has sent', () => {
    expect(steps([village('a')], [{ names: ['甲'], lastSent: '2020-12-09T12:00:00Z' }])).toEqual([])
  })
  it.each<[string, Partial<VillageStanding>, readonly unknown[]]>([
    ['an interview that was sent back', { returned: 2 }, ['returned', 2]],
    ['a closed village with open households', { open: 3 }, ['closed_open', 3]],
    ['a village with open households', { isClosed: false, open: 4, unanswered: 0 }, ['most_open', 4]],
    ['a form with gaps', { isClosed: false, unanswered: 5 }, ['form_missing', 1]],
    ['a village that is done', { isClosed: false }, ['to_close', 1]],
  ])('names %s', (_, said, [kind, count]) => {
    expect(steps([village('a', said), village('b')])).toEqual([[kind, count, ['a']]])
  })
  it('names the villages with most first, and no more than the data say', () => {
    const open = (name: string, count: number) =>
      village(name, { isClosed: false, open: count, unanswered: 0 })
    expect(steps([open('a', 1), open('b', 3), open('c', 2)])).toEqual([['most_open', 6, ['b', 'c']]])
  })
  it('names a village where nobody was for days, as long as somebody has to go there', () => {
    const said = { isClosed: false, open: 1, lastAt: '2020-12-07T12:00:00Z' }
    expect(steps([village('a', said)])).toContainEqual(['idle', 1, ['a']])
    expect(steps([village('a', { ...said, open: 0 })]).map(([kind]) => kind)).toEqual(['to_close'])
    expect(steps([village('a', { ...said, lastAt: '2020-12-08T12:00:00Z' })])).not.toContainEqual([
      'idle',
      1,
      ['a'],
    ])
  })
  it('names whose laptop sent nothing for days, or ever', () => {
    const laptops = [
      { names: ['甲'], lastSent: null },
      { names: ['乙'], lastSent: '2020-12-08T12:00:00Z' },
      { names: ['丙'], lastSent: '2020-12-09T12:00:00Z' },
    ]
    expect(steps([village('a')], laptops)).toEqual([['no_package', 2, ['甲', '乙']]])
  })
})
