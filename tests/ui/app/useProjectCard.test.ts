import { describe, expect, it } from 'vitest'
import { progressOf } from '../../../src/ui/app/useProjectCard'
import type { HouseholdSummary } from '../../../src/application/households/HouseholdSummary'

function row(
  village: string,
  summary: Partial<HouseholdSummary> | null,
  sampleRole: 'sample' | 'reserve' = 'sample',
) {
  const key = `某县/甲乡/${village}`
  return {
    village: key,
    summary: summary as HouseholdSummary | null,
    sampleRole,
    origin: 'roster',
    links: [],
  } as const
}

const DONE = { outcome: 'completed', conclusion: 'exit_confirmed', appointment: null } as const
const OPEN = { outcome: null, conclusion: 'not_interviewed' } as const

describe('how far a project is', () => {
  it('counts what is to be visited, and goes on at the first that nobody was at', () => {
    const rows = [row('一村', DONE), row('二村', null, 'reserve'), row('三村', null), row('四村', null)]
    expect(progressOf(rows)).toEqual({ count: 3, done: 1, next: { village: '甲乡 三村', appointment: null } })
  })

  it('goes on where the first appointment is', () => {
    const rows = [
      row('一村', null),
      row('二村', { ...OPEN, appointment: '2020-12-05T09:00' }),
      row('三村', { ...OPEN, appointment: '2020-12-03T15:00' }),
    ]
    expect(progressOf(rows).next).toEqual({ village: '甲乡 三村', appointment: '2020-12-03T15:00' })
  })

  it('has nowhere to go once all is done', () => {
    expect(progressOf([row('一村', DONE)])).toEqual({ count: 1, done: 1, next: null })
  })
})
