import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { AREA_FORMS } from '../../../../../src/adapters/resources/areaForms'
import { CENSUS_TABLES } from '../../../../../src/adapters/resources/censusTables'
import { CaseBook } from '../../../../../src/domain/programmes/census/tables/CaseBook'
import { compileTables } from '../../../../../src/domain/programmes/census/tables/compileTables'
import type {
  RowData,
  TableData,
  TablesData,
} from '../../../../../src/domain/programmes/census/tables/TableData'
import { tabulate } from '../../../../../src/domain/programmes/census/tables/tabulate'
import { aCensusInterview, CENSUS_FORM } from '../../../../builders/aCensusInterview'
import { aHousehold, aMember } from '../../../../builders/aHousehold'

const FORMS = { instrument: CENSUS_FORM, ...AREA_FORMS }
const LABEL = { 'zh-CN': '表', en: 'Table' }

function aTable(given: Partial<TableData>): TableData {
  return { id: 'new', population: 'households', label: LABEL, rows: { by: 'food_enough' }, ...given }
}

const aRow = (given: Partial<RowData> = {}): RowData => ({
  code: 'yes',
  label: LABEL,
  when: "${bedding} = 'enough'",
  ...given,
})

/** `code place value` of each problem. */
function faultsOf(...tables: readonly TableData[]): readonly string[] {
  const result = compileTables(tables, FORMS)
  return result.ok ? [] : result.problems.map(({ code, place }) => `${code} ${place.question}`)
}

describe('tables that cannot be counted are refused with their place', () => {
  it.each<[what: string, table: Partial<TableData>, fault: string]>([
    [
      'an unknown name',
      { rows: [aRow({ when: "${beding} = 'enough'" })] },
      'expression_unknown_name table new, row yes',
    ],
    [
      'a choice that is not offered',
      { rows: [aRow({ when: "${bedding} = 'plenty'" })] },
      'expression_unknown_choice table new, row yes',
    ],
    ['no condition', { rows: [aRow({ when: '${present}' })] }, 'expression_type table new, row yes'],
    ['an open bracket', { filter: '(${present} = 1' }, 'expression_unexpected table new, filter'],
    [
      'a member’s question',
      { rows: [aRow({ when: '${age} > 3' })] },
      'expression_out_of_reach table new, row yes',
    ],
    ['rows by a number', { rows: { by: 'present' } }, 'table_by_unfit table new, rows'],
    ['rows by a member’s question', { rows: { by: 'insurance' } }, 'table_by_unfit table new, rows'],
    ['rows by several choices', { rows: { by: 'shocks' } }, 'table_by_unfit table new, rows'],
    ['several rows by one choice', { several: true }, 'table_by_unfit table new, rows'],
    ['rows by nothing', { rows: { by: 'colour' } }, 'table_by_unfit table new, rows'],
    ['a row twice', { rows: [aRow(), aRow()] }, 'table_name_twice table new, row yes'],
    [
      'no label',
      { rows: [{ code: 'yes', when: '${present} = 1' }] },
      'table_label_missing table new, row yes',
    ],
    [
      'no condition at all',
      { rows: [{ code: 'yes', label: LABEL }] },
      'table_parts_unfit table new, row yes',
    ],
    ['two conditions', { rows: [aRow({ yesTo: 'bedding' })] }, 'table_parts_unfit table new, row yes'],
    [
      'a base of one row',
      { rows: [aRow({ answered: '${present} = 1' })] },
      'table_parts_unfit table new, row yes',
    ],
    ['a base of no several', { answered: '${present} = 1' }, 'table_parts_unfit table new'],
    [
      'amounts of households',
      { shareOf: '${present}', rows: [aRow({ count: '1' })] },
      'table_parts_unfit table new',
    ],
    [
      'columns of several',
      { several: true, rows: [aRow()], columns: { by: 'bedding' } },
      'table_parts_unfit table new',
    ],
    ['columns by nothing', { columns: { by: 'colour' } }, 'table_by_unfit table new, columns'],
    [
      'more rows than a mask has',
      { several: true, rows: Array.from({ length: 31 }, (_, index) => aRow({ code: `r${index}` })) },
      'table_too_large table new',
    ],
    [
      'yes to a question without yes',
      { several: true, rows: [{ code: 'yes', yesTo: 'bedding' }] },
      'expression_unknown_choice table new, row yes',
    ],
  ])('%s', (_, table, fault) => expect(faultsOf(aTable(table))).toContain(fault))

  it('a table twice', () => expect(faultsOf(aTable({}), aTable({}))).toEqual(['table_name_twice table new']))
  it('but those shipped are sound', () => expect(faultsOf(...CENSUS_TABLES.tables)).toEqual([]))
})

it('a table is added by a file alone', () => {
  const file = new URL('homeWater.json', import.meta.url)
  const { tables } = JSON.parse(readFileSync(file, 'utf8')) as TablesData
  const compiled = compileTables(tables, FORMS)
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems))
  const book = new CaseBook(compiled.value)
  const household = aHousehold({ members: [aMember(), aMember({ id: 'm2', birthDate: '1950-05-05' })] })
  for (const fetch of ['at_home', 'at_home', 'fetch', null])
    book.addHousehold({
      id: String(fetch),
      village: 'c/t/v',
      interview: aCensusInterview({ household, answers: { water_fetch: fetch } }),
    })
  expect(tabulate(book, { isByArea: false })).toEqual([
    {
      id: 'home_water',
      population: 'persons',
      area: { kind: 'county', key: null },
      rows: [
        { code: 'yes', count: 2, share: 2 / 3 },
        { code: 'no', count: 1, share: 1 / 3 },
      ],
      base: 3,
      unanswered: 1,
    },
  ])
})
