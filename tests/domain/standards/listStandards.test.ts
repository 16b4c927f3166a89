import { describe, expect, it } from 'vitest'
import { STANDARDS } from '../../../src/adapters/resources/standards'
import { listStandards } from '../../../src/domain/standards/listStandards'
import type { StandardsChoice } from '../../../src/domain/standards/resolveStandards'
import { someStandards } from '../../builders/someStandards'

function listed(given: Partial<StandardsChoice>, name: string) {
  const all = listStandards(STANDARDS.standards, STANDARDS.sources, someStandards(given))
  const values = all.find((parameter) => parameter.name === name)?.values ?? []
  return values.map(({ value, standing }) => [value, 'by' in standing ? standing.by : standing.kind])
}

describe('the list of standards', () => {
  it('has every value of the edition once', () => {
    const all = listStandards(STANDARDS.standards, STANDARDS.sources, someStandards())
    const count = STANDARDS.standards.parameters.reduce(
      (sum, { values, alternatives = [] }) => sum + values.length + alternatives.length,
      0,
    )
    expect(all.flatMap(({ values }) => values)).toHaveLength(count)
  })

  it('marks the line of the year in which the income window ends, and no other', () => {
    const lines = listed(
      { asOf: '2020-12-31', incomeWindow: { from: '2018-10', to: '2019-09' } },
      'poverty_line',
    )
    expect(lines.filter(([, standing]) => standing !== 'other_year')).toEqual([[3218, 'year']])
  })

  it('marks the value of the project’s region', () => {
    expect(listed({ region: '53' }, 'incidence_max')).toEqual([
      [0.02, 'other_region'],
      [0.03, 'region'],
    ])
  })

  it('puts the default aside for the alternative that was chosen', () => {
    const name = 'water_fetch_minutes_max'
    expect(listed({}, name)).toEqual([
      [20, 'only'],
      [10, 'alternative'],
      [30, 'alternative'],
    ])
    expect(listed({ chosen: { [name]: 30 } }, name)).toEqual([
      [20, 'put_aside'],
      [10, 'alternative'],
      [30, 'chosen'],
    ])
  })

  it('lists every parameter with exactly one value in force', () => {
    for (const { name, values } of listStandards(STANDARDS.standards, STANDARDS.sources, someStandards()))
      expect([name, values.filter(({ standing }) => standing.kind === 'in_force').length]).toEqual([name, 1])
  })
})
