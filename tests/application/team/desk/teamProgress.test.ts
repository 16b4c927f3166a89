import { expect, it } from 'vitest'
import type { HouseholdSummary } from '../../../../src/application/households/HouseholdSummary'
import type { HouseholdRow } from '../../../../src/application/households/listHouseholds'
import { sumProgress, teamProgress } from '../../../../src/application/team/desk/teamProgress'
import { aHousehold } from '../../../builders/aHousehold'

function aRow(village: string, outcome: string | null, given: Partial<HouseholdRow> = {}): HouseholdRow {
  return {
    household: aHousehold(),
    origin: 'roster',
    links: [],
    village,
    summary: outcome === null ? null : aSummary(outcome),
    sampleRole: null,
    summaryKey: null,
    isBlind: false,
    ...given,
  }
}

function aSummary(outcome: string | null, given: Partial<HouseholdSummary> = {}): HouseholdSummary {
  return {
    conclusion: 'not_interviewed',
    outcome,
    results: null,
    flags: [],
    monitoring: [],
    monitoringReasons: [],
    reopenings: 0,
    counted: null,
    claimed: null,
    unanswered: 0,
    conflicts: 0,
    everConflicted: 0,
    cleared: null,
    persons: 4,
    recognises: null,
    isSatisfied: null,
    assessor: '甲',
    returned: [],
    tries: 0,
    appointment: null,
    lastAt: null,
    ...given,
  }
}

const replaced = { links: [{ kind: 'replaced_by', household: 'x', reason: '' }] as never }

it('puts every household of the plan in one state, and counts each outcome', () => {
  const rows = [
    aRow('a', 'completed'),
    aRow('a', 'partial'),
    aRow('a', 'refused'),
    aRow('a', 'not_home', replaced),
    aRow('a', null),
    aRow('b', null, { summary: aSummary(null) }),
    aRow('b', 'completed', {
      summary: aSummary('completed', { returned: [{ round: 'first', by: ['组长'] }] }),
    }),
  ]
  const progress = teamProgress(rows, ({ village }) => village)
  expect(progress.get('a')).toEqual({
    planned: 5,
    states: { completed: 1, partial: 1, failed: 1, replaced: 1, open: 1 },
    outcomes: { completed: 1, partial: 1, refused: 1, not_home: 1 },
    returned: 0,
  })
  expect(progress.get('b')).toMatchObject({ planned: 2, returned: 1, states: { completed: 1, open: 1 } })
  expect(sumProgress(progress.values())).toMatchObject({
    planned: 7,
    returned: 1,
    states: { completed: 2, partial: 1, failed: 1, replaced: 1, open: 2 },
    outcomes: { completed: 2, not_home: 1 },
  })
})

it('leaves out of the plan whom the draw left out, unless somebody went there all the same', () => {
  const rows = [
    aRow('a', null, { sampleRole: 'sample' }),
    aRow('a', null, { sampleRole: 'reserve' }),
    aRow('a', null, { sampleRole: 'not_drawn' }),
    aRow('a', 'completed', { sampleRole: 'not_drawn' }),
  ]
  expect(teamProgress(rows, ({ village }) => village).get('a')).toMatchObject({
    planned: 2,
    states: { open: 1, completed: 1 },
  })
})
