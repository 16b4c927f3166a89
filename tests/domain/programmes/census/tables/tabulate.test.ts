import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AREA_FORMS } from '../../../../../src/adapters/resources/areaForms'
import { censusTables } from '../../../../../src/adapters/resources/censusTables'
import { CaseBook } from '../../../../../src/domain/programmes/census/tables/CaseBook'
import { casesBehind } from '../../../../../src/domain/programmes/census/tables/casesBehind'
import type { AreaTable } from '../../../../../src/domain/programmes/census/tables/TableCounts'
import { tabulate } from '../../../../../src/domain/programmes/census/tables/tabulate'
import type { Sampling } from '../../../../../src/domain/sampling/Sampling'
import { aCensusInterview, CENSUS_FORM, type CensusAnswers } from '../../../../builders/aCensusInterview'
import { aHousehold, aMember } from '../../../../builders/aHousehold'

const newBook = (): CaseBook => new CaseBook(censusTables(CENSUS_FORM))

/** A household of a village with an adult and, unless the answers of `child` are null, a child of ten. */
function add(
  book: CaseBook,
  village: string,
  answers: CensusAnswers = {},
  child: CensusAnswers | null = null,
): void {
  const members = [
    aMember({ id: 'a' }),
    ...(child === null ? [] : [aMember({ id: 'b', birthDate: '2010-05-05' })]),
  ]
  const id = `h${book.households.size + 1}`
  const household = aHousehold({ id, members })
  book.addHousehold({
    id,
    village,
    interview: aCensusInterview({ household, answers, members: child === null ? {} : { b: child } }),
  })
}

function tableOf(book: CaseBook, id: string, key: string | null): AreaTable {
  const found = tabulate(book, { isByArea: true }).find((each) => each.id === id && each.area.key === key)
  if (found === undefined) throw new Error(`no ${id} of ${key}`)
  return found
}

const drawn = (weight: number): Sampling => ({ weight, stratum: '', cluster: null })

const countsOf = ({ rows, base, unanswered }: AreaTable) => ({
  rows: Object.fromEntries(rows.map(({ code, column = '', count }) => [code + column, count])),
  base,
  unanswered,
})

describe('tabulate', () => {
  it('counts county, townships and villages by the same cases', () => {
    const book = newBook()
    add(book, '县/甲乡/一村')
    add(book, '县/甲乡/二村', { bedding: 'short' })
    add(book, '县/乙乡/一村', { bedding: 'short' })
    add(book, '县/乙乡/一村', { bedding: null })
    add(book, '县/乙乡/一村', { visit_outcome: 'refused' })
    const bedding = (key: string | null) => countsOf(tableOf(book, 'bedding', key))
    expect(bedding(null)).toEqual({ rows: { enough: 1, short: 2 }, base: 3, unanswered: 1 })
    expect(bedding('县/甲乡')).toEqual({ rows: { enough: 1, short: 1 }, base: 2, unanswered: 0 })
    expect(bedding('县/乙乡')).toEqual({ rows: { enough: 0, short: 1 }, base: 1, unanswered: 1 })
    expect(bedding('县/甲乡/二村')).toEqual({ rows: { enough: 0, short: 1 }, base: 1, unanswered: 0 })
    expect(bedding('县/乙乡/一村')).toEqual({ rows: { enough: 0, short: 1 }, base: 1, unanswered: 1 })
    expect(countsOf(tableOf(book, 'coverage', null))).toMatchObject({
      rows: { enumerated: 4, refused: 1 },
      base: 5,
    })
  })

  it('keeps shares as they are, whether or not they add to 1', () => {
    const book = newBook()
    for (const protein of ['any_time', 'sometimes', 'rarely_by_choice'])
      add(book, 'c/t/v', { food_protein: protein })
    add(book, 'c/t/v', { support_received: ['industry', 'health'] })
    const shares = (id: string) => tableOf(book, id, null).rows.map(({ share }) => share)
    expect(shares('food_protein')).toEqual([2 / 4, 1 / 4, 0, 1 / 4])
    const [industry, , , , health] = shares('support')
    expect([industry, health, shares('support').at(-1)]).toEqual([1 / 4, 1 / 4, 3 / 4])
  })

  it('has no share where nobody answered', () => {
    const book = newBook()
    add(book, 'c/t/v', { visit_outcome: 'lost_contact' })
    expect(tableOf(book, 'bedding', null)).toMatchObject({
      base: 0,
      unanswered: 0,
      rows: [{ count: 0, share: null }, {}],
    })
    expect(tableOf(newBook(), 'coverage', null)).toMatchObject({ base: 0, unanswered: 0 })
  })

  it('has a base for each row where each is a question of its own', () => {
    const book = newBook()
    const relocated = { house_basis: 'relocated', relocated_job: 'yes', relocated_land: 'no' }
    add(book, 'c/t/v', relocated)
    add(book, 'c/t/v', { ...relocated, relocated_land: null, relocated_school: 'no' }, {})
    add(book, 'c/t/v', { house_basis: 'relocated' })
    expect(tableOf(book, 'relocated', null)).toMatchObject({
      rows: [
        { code: 'job', count: 2, share: 1, base: 2, unanswered: 1 },
        { code: 'land', count: 0, share: 0, base: 1, unanswered: 2 },
        { code: 'school', count: 0, share: 0, base: 1, unanswered: 2 },
      ],
      base: 2,
      unanswered: 1,
    })
  })

  it('counts villages by their forms, a village without one as unanswered', () => {
    const book = newBook()
    add(book, 'c/t/v')
    book.addVillage('c/t/v', AREA_FORMS.village, { hard_road: 'yes', central_water: 'part' })
    book.addVillage('c/t/w', AREA_FORMS.village, {})
    expect(countsOf(tableOf(book, 'village_water', null))).toEqual({
      rows: { all: 0, part: 1, none: 0 },
      base: 1,
      unanswered: 1,
    })
    expect(tableOf(book, 'village_services', 'c/t/v').rows[0]).toEqual({
      code: 'hard_road',
      count: 1,
      share: 1,
      base: 1,
      unanswered: 0,
    })
  })

  it('counts each household, and each of its persons, for as many as it stands for', () => {
    const book = newBook()
    add(book, 'c/t/v', {}, { insurance: 'employee' })
    add(book, 'c/t/v', { bedding: 'short' })
    const tables = tabulate(book, { isByArea: false, samplings: [drawn(2.5), drawn(10)] })
    const find = (id: string) => tables.find((each) => each.id === id) as AreaTable
    expect(countsOf(find('bedding'))).toEqual({ rows: { enough: 2.5, short: 10 }, base: 12.5, unanswered: 0 })
    expect(countsOf(find('insurance'))).toMatchObject({ rows: { resident: 12.5, employee: 2.5 }, base: 15 })
  })
})

/** What random households answer: two questions of one choice, one of several, and a child with or without answers. */
const someHousehold = fc.record({
  village: fc.constantFrom('c/t/v', 'c/t/w', 'c/u/v'),
  answers: fc.record({
    visit_outcome: fc.constantFrom('enumerated', 'enumerated', 'enumerated', 'refused', null),
    bedding: fc.constantFrom('enough', 'short', null),
    house_basis: fc.constantFrom('relocated', 'grade_a', null),
    relocated_job: fc.constantFrom('yes', 'no', null),
    support_received: fc.option(
      fc.uniqueArray(fc.constantFrom('industry', 'health', 'water'), { minLength: 1 }),
    ),
  }),
  child: fc.option(
    fc.record({
      member_status: fc.constantFrom('same', 'left'),
      school_status: fc.constantFrom('in_school', 'not_in_school', null),
      guardian_home: fc.constantFrom('yes', 'no', null),
      away_state: fc.constantFrom('at_home', 'working_away', null),
    }),
  ),
})

describe('every number of every table', () => {
  it('has as many cases behind it, and those without an answer are the rest', () => {
    fc.assert(
      fc.property(fc.array(someHousehold, { maxLength: 8 }), (households) => {
        const book = newBook()
        for (const { village, answers, child } of households) add(book, village, answers, child)
        for (const { id, population, area, rows, base, unanswered } of tabulate(book, { isByArea: true })) {
          if (population === 'county') continue
          const behind = (part: Parameters<typeof casesBehind>[2]) => casesBehind(book, id, part, area).length
          expect(behind({ of: 'base' }), `${id} base`).toBe(base)
          expect(behind({ of: 'unanswered' }), `${id} unanswered`).toBe(unanswered)
          for (const row of rows) {
            const { code, column, count } = row
            expect(
              behind({ of: 'cell', code, ...(column !== undefined && { column }) }),
              `${id} ${code}`,
            ).toBe(count)
            if (row.base === undefined) continue
            expect(behind({ of: 'base', code }), `${id} ${code} base`).toBe(row.base)
            expect(behind({ of: 'unanswered', code }), `${id} ${code} rest`).toBe(row.unanswered)
          }
        }
      }),
      { numRuns: 30 },
    )
  })

  it('of villages adds up to that of the township, and of the county', () => {
    fc.assert(
      fc.property(fc.array(someHousehold, { maxLength: 12 }), (households) => {
        const book = newBook()
        for (const { village, answers, child } of households) add(book, village, answers, child)
        const tables = tabulate(book, { isByArea: true })
        for (const county of tables.filter(({ area }) => area.kind === 'county')) {
          if (county.population === 'county') continue
          for (const kind of ['township', 'village']) {
            const parts = tables.filter(({ id, area }) => id === county.id && area.kind === kind)
            const sum = (of: (table: AreaTable) => number | null) =>
              parts.reduce((total, table) => total + (of(table) ?? 0), 0)
            expect(sum(({ base }) => base)).toBe(county.base)
            expect(sum(({ unanswered }) => unanswered)).toBe(county.unanswered)
            for (const [index, { count }] of county.rows.entries())
              expect(sum(({ rows }) => rows[index]?.count ?? 0)).toBe(count)
          }
        }
      }),
      { numRuns: 30 },
    )
  })
})

it('a cell opens to its households, persons or villages', () => {
  const book = newBook()
  add(book, 'c/t/v', { bedding: 'short' }, { school_status: 'in_school', insurance: null })
  add(book, 'c/u/v', { bedding: 'short' })
  book.addVillage('c/u/v', AREA_FORMS.village, { hard_road: 'yes' })
  const behind = (id: string, code: string, key: string | null = null) =>
    casesBehind(book, id, { of: 'cell', code }, { kind: key === null ? 'county' : 'township', key })
  expect(behind('bedding', 'short')).toEqual([{ household: 'h1' }, { household: 'h2' }])
  expect(behind('bedding', 'short', 'c/u')).toEqual([{ household: 'h2' }])
  expect(behind('education', 'in_school')).toEqual([{ household: 'h1', member: 'b' }])
  expect(casesBehind(book, 'insurance', { of: 'unanswered' }, { kind: 'county', key: null })).toEqual([
    { household: 'h1', member: 'b' },
  ])
  expect(behind('village_services', 'hard_road')).toEqual([{ village: 'c/u/v' }])
  expect(behind('bedding', 'nothing')).toEqual([])
})
