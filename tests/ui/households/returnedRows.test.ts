import { expect, it } from 'vitest'
import type { HouseholdRow } from '../../../src/application/households/listHouseholds'
import { isReturned } from '../../../src/application/households/isReturned'
import { returnedFirst } from '../../../src/ui/households/returnedRows'
import { aHousehold } from '../../builders/aHousehold'

function aRow(id: string, by: readonly string[]): HouseholdRow {
  const returned = by.length === 0 ? [] : [{ round: 'first', by }]
  return {
    household: aHousehold({ id }),
    origin: 'roster',
    links: [],
    village: '石村',
    summary: { returned } as never,
    sampleRole: null,
    summaryKey: null,
    isBlind: false,
  }
}

it('puts what somebody else sent back first, in the list’s order, and nothing for whoever sent it back', () => {
  const rows = [aRow('1', []), aRow('2', ['组长']), aRow('3', []), aRow('4', ['组长', '甲'])]
  const order = (person: string) => returnedFirst(rows, person).map(({ household }) => household.id)
  expect(rows.map(isReturned)).toEqual([false, true, false, true])
  expect(order('甲')).toEqual(['2', '4', '1', '3'])
  // What another lead sent back too is still there for this one.
  expect(order('组长')).toEqual(['4', '1', '2', '3'])
  const untouched = [aRow('1', []), { ...aRow('2', []), summary: null }]
  expect(returnedFirst(untouched, '甲')).toBe(untouched)
})
