import type { Instrument } from '../../../instrument/loadInstrument'
import type { Problem } from '../../../shared/Problem'
import { refusals, success, type Result } from '../../../shared/Result'
import type { AreaForm } from '../AreaForm'
import type { CompiledTable } from './CompiledTable'
import { compileTable } from './compileTable'
import type { Population, TableData } from './TableData'
import { areaNames, householdNames, type TableNames } from './TableNames'
import { tableProblem } from './tableProblem'

/** The forms whose answers tables count. */
export interface TableForms {
  readonly instrument: Instrument
  readonly village: AreaForm
  readonly county: AreaForm
}

/**
 * The tables ready to code cases with. Refused, each with its table and row: expressions that cannot be used, names, rows or columns
 * twice (`table_name_twice`), rows by what has no choices (`table_by_unfit`), parts that do not go together (`table_parts_unfit`),
 * too many rows (`table_too_large`).
 */
export function compileTables(
  tables: readonly TableData[],
  forms: TableForms,
): Result<readonly CompiledTable[]> {
  const problems: Problem[] = []
  const compiled = tables.flatMap((table, index) => {
    if (tables.findIndex(({ id }) => id === table.id) < index)
      problems.push(tableProblem('table_name_twice', table, null, table.id))
    const result = compileTable(table, namesFor(table.population, forms))
    if (result.ok) return [result.value]
    problems.push(...result.problems)
    return []
  })
  return problems.length === 0 ? success(compiled) : refusals(problems)
}

function namesFor(population: Population, { instrument, village, county }: TableForms): TableNames {
  switch (population) {
    case 'listed':
    case 'households':
      return householdNames(instrument, 'household')
    case 'persons':
    case 'children':
      return householdNames(instrument, instrument.repeats.roster ?? 'household')
    case 'villages':
      return areaNames(village)
    case 'county':
      return areaNames(county)
  }
}
