import { describe, expect, it } from 'vitest'
import { censusTables } from '../../../../../src/adapters/resources/censusTables'
import { CaseBook } from '../../../../../src/domain/programmes/census/tables/CaseBook'
import { columnsOf } from '../../../../../src/domain/programmes/census/tables/columnsOf'
import {
  addDrawn,
  cellSums,
  estimateCells,
} from '../../../../../src/domain/programmes/census/tables/estimateCells'
import { tabulate } from '../../../../../src/domain/programmes/census/tables/tabulate'
import { DRAWN_ALIKE, type Sampling } from '../../../../../src/domain/sampling/Sampling'
import { aCensusInterview, CENSUS_FORM, type CensusAnswers } from '../../../../builders/aCensusInterview'
import { aHousehold, aMember } from '../../../../builders/aHousehold'

interface Drawn {
  readonly answers: CensusAnswers
  readonly sampling: Sampling
  readonly insurance?: readonly string[]
}

function estimates(households: readonly Drawn[], id: string) {
  const book = new CaseBook(censusTables(CENSUS_FORM))
  for (const [index, { answers, insurance = ['resident'] }] of households.entries()) {
    const members = insurance.map((_, person) => aMember({ id: `m${person}` }))
    const said = Object.fromEntries(insurance.map((each, person) => [`m${person}`, { insurance: each }]))
    const household = aHousehold({ id: String(index), members })
    book.addHousehold({
      id: household.id,
      village: 'c/t/v',
      interview: aCensusInterview({ household, answers, members: said }),
    })
  }
  const table = book.tables.find((each) => each.id === id)
  if (table === undefined) throw new Error(`no table ${id}`)
  const samplings = households.map(({ sampling }) => sampling)
  const shown = tabulate(book, { isByArea: false, samplings }).find((each) => each.id === id)
  const units = columnsOf(book, table.population)
  const column = units.of(id)
  if (column === undefined) throw new Error(`${id} has no codes`)
  const sums = cellSums(table)
  addDrawn(sums, table, { ...column, owners: units.owners, samplings })
  return { cells: estimateCells(sums), shown }
}

const times = (count: number, drawn: Drawn): readonly Drawn[] => Array.from({ length: count }, () => drawn)

describe('estimateCells', () => {
  it('of households drawn alike gives the exact interval of the share', () => {
    const { cells } = estimates(
      [
        ...times(40, { answers: {}, sampling: DRAWN_ALIKE }),
        ...times(10, { answers: { bedding: 'short' }, sampling: DRAWN_ALIKE }),
        ...times(5, { answers: { bedding: null }, sampling: DRAWN_ALIKE }),
      ],
      'bedding',
    )
    // Clopper and Pearson of 10 in 50 is 10.03 to 33.72 %; that of the design is near it.
    expect(cells[1]?.value).toBe(0.2)
    expect(cells[1]?.low).toBeCloseTo(0.1003, 2)
    expect(cells[1]?.high).toBeCloseTo(0.3372, 2)
  })

  it('weighs households, and has the shares of the table', () => {
    const { cells, shown } = estimates(
      [
        ...times(20, { answers: {}, sampling: { weight: 30, stratum: 'a', cluster: null } }),
        ...times(20, {
          answers: { bedding: 'short' },
          sampling: { weight: 10, stratum: 'b', cluster: null },
        }),
      ],
      'bedding',
    )
    expect(cells.map(({ value }) => value)).toEqual([0.75, 0.25])
    expect(shown?.rows.map(({ count, share }) => [count, share])).toEqual([
      [600, 0.75],
      [200, 0.25],
    ])
    expect(shown?.rows[0]?.interval?.low).toBe(cells[0]?.low)
  })

  it('takes the people of a household as one: their agreement makes intervals wider', () => {
    const employees = (size: number) => Array.from({ length: size }, () => 'employee')
    const residents = (size: number) => Array.from({ length: size }, () => 'resident')
    const of = (size: number, count: number) => [
      ...times(count / 2, { answers: {}, sampling: DRAWN_ALIKE, insurance: employees(size) }),
      ...times(count / 2, { answers: {}, sampling: DRAWN_ALIKE, insurance: residents(size) }),
    ]
    const width = (households: readonly Drawn[]) => {
      const cell = estimates(households, 'insurance').cells[0]
      return (cell?.high ?? NaN) - (cell?.low ?? NaN)
    }
    expect(width(of(4, 30))).toBeGreaterThan(width(of(1, 120)) * 1.8)
  })

  it('of villages drawn takes a village as one', () => {
    const inVillage = (cluster: string, bedding: string) =>
      times(10, { answers: { bedding }, sampling: { weight: 1, stratum: '', cluster } })
    const { cells } = estimates(
      [
        ...inVillage('v1', 'enough'),
        ...inVillage('v2', 'short'),
        ...inVillage('v3', 'enough'),
        ...inVillage('v4', 'enough'),
      ],
      'bedding',
    )
    // 30 of 40 alike would be 0.59 to 0.87; four villages say much less.
    expect(cells[0]?.value).toBe(0.75)
    expect(cells[0]?.low).toBeLessThan(0.3)
  })

  it('gives rows with their own base the share of that', () => {
    const relocated = { house_basis: 'relocated', relocated_job: 'yes' }
    const { cells } = estimates(
      [
        ...times(15, { answers: { ...relocated, relocated_land: 'yes' }, sampling: DRAWN_ALIKE }),
        ...times(15, { answers: { ...relocated, relocated_land: 'no' }, sampling: DRAWN_ALIKE }),
        ...times(15, { answers: relocated, sampling: DRAWN_ALIKE }),
        ...times(15, { answers: {}, sampling: DRAWN_ALIKE }),
      ],
      'relocated',
    )
    expect(cells.map(({ value }) => value)).toEqual([1, 0.5, null])
  })
})

describe('the intervals of townships', () => {
  /** Households that are short of bedding or not, village by village of `county/township/village`. */
  function tables(
    villages: Readonly<
      Record<string, { stratum: string; cluster: string | null; short: number; all: number }>
    >,
  ) {
    const book = new CaseBook(censusTables(CENSUS_FORM))
    const samplings: Sampling[] = []
    for (const [village, { stratum, cluster, short, all }] of Object.entries(villages))
      for (let nth = 0; nth < all; nth++) {
        const household = aHousehold({ id: `${village} ${nth}`, members: [aMember({ id: 'm0' })] })
        const answers = { bedding: nth < short ? 'short' : 'enough' }
        book.addHousehold({ id: household.id, village, interview: aCensusInterview({ household, answers }) })
        samplings.push({ weight: 2, stratum, cluster })
      }
    const told = tabulate(book, { isByArea: true, samplings }).filter(({ id }) => id === 'bedding')
    return (key: string | null) => told.find(({ area }) => area.key === key)?.rows[1]
  }
  const inVillage = (stratum: string, cluster: string | null, short: number, all = 10) => ({
    stratum,
    cluster,
    short,
    all,
  })

  it('are those of the township counted by itself, where its strata are its own', () => {
    const own = {
      'c/a/1': inVillage('a', '1', 1),
      'c/a/2': inVillage('a', '2', 4),
      'c/a/3': inVillage('a', '3', 2),
    }
    const other = { 'c/b/4': inVillage('b', '4', 8), 'c/b/5': inVillage('b', '5', 9) }
    const alone = tables(own)(null)
    const among = tables({ ...own, ...other })
    expect(among('c/a')).toEqual(alone)
    expect(alone?.interval?.low).not.toBeNull()
    expect(among('c/b')?.share).toBeCloseTo(0.85, 12)
  })

  it('are left out where one village of the township was drawn, or each of its strata has one', () => {
    const told = tables({
      'c/a/1': inVillage('s', '1', 1),
      'c/b/2': inVillage('s', '2', 4),
      'c/b/3': inVillage('t', '3', 4),
      'c/d/4': inVillage('t', '4', 3),
    })
    for (const key of ['c/a', 'c/b', 'c/d'])
      expect(told(key)?.interval).toEqual({ low: null, high: null, method: 'none' })
    expect(told(null)?.interval?.low).not.toBeNull()
  })

  it('count households that were drawn by themselves', () => {
    const told = tables({ 'c/a/1': inVillage('s', null, 5, 20), 'c/b/2': inVillage('s', null, 0, 20) })
    expect(told('c/a')?.interval?.low).toBeGreaterThan(0.05)
    expect(told('c/a')?.interval?.high).toBeLessThan(0.6)
    // Of villages there are none.
    expect(told('c/a/1')?.interval).toBeUndefined()
  })
})
