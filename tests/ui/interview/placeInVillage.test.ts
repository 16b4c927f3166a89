import { expect, it } from 'vitest'
import type { HouseholdRow } from '../../../src/application/households/listHouseholds'
import { placeInVillage } from '../../../src/ui/interview/placeInVillage'
import { aHousehold } from '../../builders/aHousehold'

function aRow(id: string, given: Partial<HouseholdRow> = {}): HouseholdRow {
  return {
    household: aHousehold({ id }),
    origin: 'roster',
    links: [],
    village: '石村',
    summary: null,
    sampleRole: null,
    summaryKey: null,
    isBlind: false,
    ...given,
  }
}

const VISITED: Partial<HouseholdRow> = { summary: { outcome: 'completed' } as never }

it('goes on with the next of the village without an outcome, and after the last from the first', () => {
  const rows = [aRow('1'), aRow('2', VISITED), aRow('3', { village: '水村' }), aRow('4')]
  expect(placeInVillage(rows, '1')).toEqual({ all: 3, at: 1, following: rows[3] })
  expect(placeInVillage(rows, '4')).toEqual({ all: 3, at: 3, following: rows[0] })
})

it('leads to nobody when everybody else of the village has an outcome', () => {
  expect(placeInVillage([aRow('1'), aRow('2', VISITED)], '1').following).toBeUndefined()
})

it('counts whom the draw left out only when he is visited all the same', () => {
  const rows = [aRow('1', { sampleRole: 'sample' }), aRow('2', { sampleRole: 'reserve' })]
  expect(placeInVillage(rows, '1')).toEqual({ all: 1, at: 1, following: undefined })
  expect(placeInVillage(rows, '2')).toEqual({ all: 2, at: 2, following: rows[0] })
  expect(placeInVillage(rows, 'gone')).toEqual({ all: 0, at: 0, following: undefined })
})
