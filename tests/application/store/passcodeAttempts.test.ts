import { describe, expect, it } from 'vitest'
import { secondsToWait } from '../../../src/application/store/passcodeAttempts'

const AT = '2020-12-31T08:00:00.000Z'

function waitAfter(wrong: number, later = 0): number {
  return secondsToWait({ wrong, lastAt: AT }, new Date(Date.parse(AT) + later * 1000).toISOString())
}

describe('the wait after wrong passcodes', () => {
  it('is none after two, and 5, 15, 60 and then 300 seconds', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7, 100].map((wrong) => waitAfter(wrong))).toEqual([
      0, 0, 0, 5, 15, 60, 300, 300, 300,
    ])
  })
  it('ends on the second', () => {
    expect([waitAfter(3, 4.999), waitAfter(3, 5), waitAfter(6, 299), waitAfter(6, 300)]).toEqual([1, 0, 1, 0])
  })
  it('is no longer and no shorter when the clock was put back', () => {
    expect([waitAfter(4, -5), waitAfter(4, -86_400)]).toEqual([10, 0])
  })
})
