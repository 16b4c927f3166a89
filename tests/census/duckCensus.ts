import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api'
import { AREA_FORMS } from '../../src/adapters/resources/areaForms'
import type { AreaAnswers } from '../../src/domain/programmes/census/AreaForm'
import type { AreaTable } from '../../src/domain/programmes/census/tables/TableCounts'
import { CENSUS_FORM } from '../builders/aCensusInterview'
import { CENSUS_SQL, PREPARE } from './censusSql'
import { villageOfNumber, type GeneratedHousehold, type Said } from './generateCensus'

const NUMBERS = ['water_fetch_minutes', 'water_short_days', 'months_home', 'work_months']

/** Answers of a census as CSV text, one file a table, for DuckDB to read: nothing of it is coded by us. */
export class CensusCsv {
  readonly #households: string[] = []
  readonly #persons: string[] = []
  readonly #villages: string[] = []

  addHousehold({ village, household, said, people }: GeneratedHousehold): void {
    this.#households.push(
      csvLine([household.id, village, household.status, ...HOUSEHOLD_FIELDS.map((name) => said[name])]),
    )
    for (const person of people) {
      const listed = household.members.find(({ id }) => id === person.id)
      const facts = [
        person.said['birth_date'] ?? listed?.birthDate,
        person.said['sex'] ?? listed?.sex,
        person.said['health'] ?? listed?.health,
      ]
      const own = MEMBER_FIELDS.map((name) => person.said[name])
      this.#persons.push(csvLine([household.id, village, person.id, ...facts, ...own]))
    }
  }

  addVillage(number: number, said: AreaAnswers): void {
    const village = villageOfNumber(number * 200)
    this.#villages.push(csvLine([village, ...VILLAGE_FIELDS.map((name) => said[name])]))
  }

  /** A database in memory with the three tables loaded, and what `PREPARE` makes of them. */
  async load(): Promise<DuckDBConnection> {
    const folder = await mkdtemp(join(tmpdir(), 'census-csv-'))
    const connection = await (await DuckDBInstance.create(':memory:')).connect()
    try {
      const tables = [
        ['households', ['household', 'village', 'status', ...HOUSEHOLD_FIELDS], this.#households],
        [
          'persons',
          ['household', 'village', 'member', 'birth_date', 'sex', 'health', ...MEMBER_FIELDS],
          this.#persons,
        ],
        ['villages', ['village', ...VILLAGE_FIELDS], this.#villages],
      ] as const
      for (const [name, fields, lines] of tables) {
        const path = join(folder, `${name}.csv`)
        await writeFile(path, lines.join(''))
        const columns = fields.map((field) => `'${field}': '${typeOf(field)}'`).join(', ')
        await connection.run(
          `CREATE TABLE ${name} AS SELECT * FROM read_csv('${path}', header = false, columns = {${columns}})`,
        )
      }
      await connection.run(PREPARE)
    } finally {
      await rm(folder, { recursive: true })
    }
    return connection
  }
}

/** Counts by table, area and mark, as the SQL has them. */
export async function countsInDuckDb(connection: DuckDBConnection): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>()
  for (const [id, sql] of CENSUS_SQL) {
    const rows = (await connection.runAndReadAll(sql)).getRowObjects()
    for (const { village, mark, n, isCounty } of rows)
      counts.set(`${id} ${Number(isCounty) === 1 ? 'county' : String(village)} ${String(mark)}`, Number(n))
  }
  return counts
}

/** The same counts as the engine has them; those of nobody are left out. */
export function countsInTables(tables: readonly AreaTable[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { id, area, rows, base, unanswered } of tables) {
    if (!CENSUS_SQL.has(id) || area.kind === 'township') continue
    const set = (mark: string, count: number | null): void => {
      if (count !== null && count > 0) counts.set(`${id} ${area.key ?? 'county'} ${mark}`, count)
    }
    set('=unanswered', unanswered)
    if (isOfSeveral(id)) set('=base', base)
    for (const row of rows) {
      set(row.column === undefined ? row.code : `${row.code}/${row.column}`, row.count)
      if (row.base !== undefined) set(`?${row.code}`, row.base)
    }
  }
  return counts
}

function isOfSeveral(id: string): boolean {
  return CENSUS_SQL.get(id)?.includes('unnest(marks)') === true
}

const fieldsOf = (scope: string): readonly string[] =>
  [...CENSUS_FORM.questions.values()]
    .filter(({ data, scope: own }) => own === scope && data.prefill === undefined)
    .map(({ data }) => data.name)
const HOUSEHOLD_FIELDS = fieldsOf('household')
const MEMBER_FIELDS = fieldsOf('member')
const VILLAGE_FIELDS = AREA_FORMS.village.questions.map(({ name }) => name)

function typeOf(field: string): string {
  if (field === 'birth_date') return 'DATE'
  return NUMBERS.includes(field) ? 'INTEGER' : 'VARCHAR'
}

function csvLine(values: readonly (Said[string] | null | undefined)[]): string {
  const cells = values.map((value) => (Array.isArray(value) ? value.join('|') : (value ?? '')))
  return `${cells.join(',')}\n`
}
