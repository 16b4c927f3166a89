import { describe, expect, it } from 'vitest'
import { STANDARDS } from '../../../src/adapters/resources/standards'
import { resolveStandards } from '../../../src/domain/standards/resolveStandards'
import { parameterInForce, valueInForce } from '../../../src/domain/standards/Standards'
import { judged } from '../../builders/anInterview'
import { someStandards } from '../../builders/someStandards'

const CHOICE = { asOf: '2020-12-31', region: 'west' }

describe('a documented value that a project chose', () => {
  it('is in force with its own source, and shown as chosen', () => {
    const chosen = someStandards({ chosen: { water_fetch_minutes_max: 30 } })
    expect(valueInForce(chosen, 'water_fetch_minutes_max')).toBe(30)
    expect(parameterInForce(chosen, 'water_fetch_minutes_max')).toMatchObject({
      isChosen: true,
      source: { name: 'provinces', confirmed: false },
    })
    expect(parameterInForce(chosen, 'water_short_days_max')).not.toHaveProperty('isChosen')
  })

  it('judges: 25 minutes to the water are over 20, and within 30', () => {
    const answers = { water_fetch: 'fetch', water_fetch_minutes: 25 }
    const result = (chosen: Readonly<Record<string, number>>) =>
      judged({ answers, standards: someStandards({ chosen }) }).criteria?.water.result
    expect(result({})).not.toBe('met')
    expect(result({ water_fetch_minutes_max: 30 })).toBe('met')
  })

  it.each([
    ['water_fetch_minutes_max', 25],
    ['water_fetch_minutes_max', '30'],
    ['poverty_line', 2300],
    ['unheard_of', 1],
    ['toString', 1],
  ])('is refused where the edition documents no such alternative: %s %j', (name, value) => {
    expect(resolveStandards(STANDARDS, { ...CHOICE, chosen: { [name]: value } })).toMatchObject({
      ok: false,
      problems: [{ code: 'standard_undocumented', value: `${name} ${value}` }],
    })
  })
})
