import { describe, expect, it } from 'vitest'
import { listSuspicions } from '../../../src/application/determination/listSuspicions'
import type { HouseholdRow } from '../../../src/application/households/listHouseholds'
import type { HouseholdSummary } from '../../../src/application/households/HouseholdSummary'
import type {
  Decision,
  HouseholdDeterminations,
  Standing,
} from '../../../src/domain/programmes/assessment/determination/Determination'
import { CRITERIA } from '../../../src/domain/programmes/assessment/criteria/Criterion'
import { aHousehold } from '../../builders/aHousehold'

function aRow(id: string, given: Partial<HouseholdSummary> = {}, unmet = 1): HouseholdRow {
  const results = Object.fromEntries(
    CRITERIA.map((criterion, index) => [criterion, index < unmet ? 'unmet' : 'met']),
  ) as HouseholdSummary['results']
  const summary: HouseholdSummary = {
    conclusion: 'suspected_wrong_exit',
    outcome: 'completed',
    results,
    flags: [],
    monitoring: [],
    monitoringReasons: [],
    reopenings: 0,
    counted: 4000,
    claimed: 4000,
    unanswered: 0,
    conflicts: 0,
    everConflicted: 0,
    cleared: null,
    persons: 4,
    recognises: true,
    isSatisfied: true,
    assessor: '甲',
    returned: [],
    tries: 0,
    appointment: null,
    lastAt: null,
    ...given,
  }
  return {
    household: aHousehold({ id }),
    origin: 'roster',
    links: [],
    village: '石村',
    summary,
    sampleRole: null,
    summaryKey: null,
    isBlind: false,
  }
}

const DECISION: Decision = {
  id: `${'a'.repeat(32)}:1`,
  question: 'suspicion',
  determination: 'wrong_exit',
  reason: '核查过',
  by: '甲',
  at: '2020-12-31T08:00:00Z',
  confirmedBy: null,
  confirmedHow: null,
  confirmedReason: null,
  uncounted: [],
}

function said(household: string, standings: Partial<HouseholdDeterminations>): HouseholdDeterminations {
  const none: Standing = { state: 'none' }
  return { household, suspicion: none, inclusion: none, rebuttals: [], history: [], ...standings }
}

const keysOf = (rows: readonly HouseholdRow[]): readonly string[] =>
  listSuspicions(rows, new Map()).map(({ key }) => key)

describe('the suspicions', () => {
  it('stand worst first: by kind, by criteria unmet, by persons', () => {
    const rows = [
      aRow('included', { conclusion: 'exit_confirmed', flags: ['wrong_inclusion'] }, 0),
      aRow('omitted', { conclusion: 'suspected_omission' }),
      aRow('few', { persons: 2 }),
      aRow('many', { persons: 5 }),
      aRow('two', {}, 2),
    ]
    expect(keysOf(rows)).toEqual([
      'two wrong_exit',
      'many wrong_exit',
      'few wrong_exit',
      'omitted omission',
      'included wrong_inclusion',
    ])
  })
  it('are two of a household that is suspected of two', () => {
    expect(keysOf([aRow('h1', { flags: ['wrong_inclusion'] })])).toEqual([
      'h1 wrong_exit',
      'h1 wrong_inclusion',
    ])
  })
  it('are none of households that are not suspected, not even once determined', () => {
    const rows = [aRow('h1', { conclusion: 'to_verify' }), { ...aRow('h2'), summary: null }]
    const decided = said('h1', { suspicion: { state: 'final', decision: DECISION } })
    expect(listSuspicions(rows, new Map([['h1', decided]]))).toEqual([])
  })
  it.each([
    [{ state: 'none' }, 'open'],
    [{ state: 'taken_back', decision: DECISION }, 'open'],
    [{ state: 'contested', decisions: [DECISION, DECISION] }, 'open'],
    [{ state: 'unconfirmed', decision: DECISION }, 'decided'],
    [{ state: 'final', decision: DECISION }, 'confirmed'],
  ] as const)('whose determination is %o are %s', (suspicion, state) => {
    const [found] = listSuspicions([aRow('h1')], new Map([['h1', said('h1', { suspicion })]]))
    expect(found?.state).toBe(state)
  })
  it('keep one that was cleared, in a state of its own', () => {
    const cleared = {
      before: 'suspected_omission',
      after: 'no_omission',
      by: 'verification',
      person: '乙',
      people: ['乙'],
      change: `${'a'.repeat(32)}:1`,
      at: '2020-12-31T08:00:00Z',
      reason: null,
      secondLook: null,
    } as const
    const [found] = listSuspicions([aRow('h1', { conclusion: 'no_omission', cleared })], new Map())
    expect(found).toMatchObject({ kind: 'omission', state: 'second_look', cleared })
    const look = { reason: '看过照片', by: '丙', at: cleared.at, of: cleared.change, how: null }
    const looked = (agrees: boolean) => {
      const after = { ...cleared, secondLook: { ...look, agrees } }
      const conclusion = agrees ? ('no_omission' as const) : ('suspected_omission' as const)
      return listSuspicions([aRow('h1', { conclusion, cleared: after })], new Map())[0]?.state
    }
    expect([looked(true), looked(false)]).toEqual(['cleared', 'open'])
  })
  it('keep a wrong inclusion that was decided without its flag', () => {
    const inclusion = { state: 'unconfirmed', decision: DECISION } as const
    const row = aRow('h1', { conclusion: 'exit_confirmed' })
    const found = listSuspicions([row], new Map([['h1', said('h1', { inclusion })]]))
    expect(found.map(({ key, state }) => [key, state])).toEqual([['h1 wrong_inclusion', 'decided']])
  })
})
