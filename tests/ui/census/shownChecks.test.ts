import { describe, expect, it } from 'vitest'
import type { CheckLine } from '../../../src/application/census/checks/checkLines'
import { countedChecks, FIRST_CHECKS, shownLines } from '../../../src/ui/census/coverage/shownChecks'

const line = (check: string, tier: CheckLine['tier'], area: string): CheckLine => ({
  check,
  tier,
  level: 'village',
  area,
  household: null,
  member: null,
  interview: null,
  questions: [],
  message: null,
  reason: null,
  opens: null,
})

/** As the desk has them: the gravest first. */
const LINES = [
  line('below', 'error', '东村'),
  line('clinic', 'warning', '西村'),
  line('water', 'warning', '东村'),
  line('water', 'warning', '西村'),
  line('school', 'note', '西村'),
]

const shown = (given: Partial<typeof FIRST_CHECKS>) =>
  shownLines(LINES, { ...FIRST_CHECKS, ...given }).map(({ check, area }) => `${check} ${area}`)

describe('the findings that are shown', () => {
  it('are all, the gravest first, until somebody asks for some', () => {
    expect(shown({})).toEqual(LINES.map(({ check, area }) => `${check} ${area}`))
    expect(shown({ tier: 'warning', area: '西村' })).toEqual(['clinic 西村', 'water 西村'])
    expect(shown({ check: 'water' })).toEqual(['water 东村', 'water 西村'])
  })
  it('stand by area or check, within these as before, and leave the lines as they are', () => {
    expect(shown({ sort: 'area' })).toEqual([
      'below 东村',
      'water 东村',
      'clinic 西村',
      'water 西村',
      'school 西村',
    ])
    expect(shown({ sort: 'check' })[1]).toBe('clinic 西村')
    expect(LINES[0]?.check).toBe('below')
  })
  it('are counted by check, of the tier and area that are looked at', () => {
    const counts = (given: Partial<typeof FIRST_CHECKS>) =>
      countedChecks(LINES, { ...FIRST_CHECKS, ...given }).map(({ check, count }) => `${check} ${count}`)
    expect(counts({})).toEqual(['below 1', 'water 2', 'clinic 1', 'school 1'])
    expect(counts({ area: '东村' })).toEqual(['below 1', 'water 1'])
  })
})
