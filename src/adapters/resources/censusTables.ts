import county from '../../../resources/instrument/census-v1/county.json'
import village from '../../../resources/instrument/census-v1/village.json'
import data from '../../../resources/tables/census.json'
import type { Instrument } from '../../domain/instrument/loadInstrument'
import type { AreaForm } from '../../domain/programmes/census/AreaForm'
import type { CompiledTable } from '../../domain/programmes/census/tables/CompiledTable'
import { compileTables } from '../../domain/programmes/census/tables/compileTables'
import type { TablesData } from '../../domain/programmes/census/tables/TableData'

/** The tables of the census as shipped. */
export const CENSUS_TABLES = data as TablesData

const compiled = new Map<Instrument, readonly CompiledTable[]>()

/** The same ready for interviews by a form. Unsound tables among the resources are a bug and throw. */
export function censusTables(instrument: Instrument): readonly CompiledTable[] {
  const known = compiled.get(instrument)
  if (known !== undefined) return known
  const forms = { instrument, village: village as AreaForm, county: county as AreaForm }
  const result = compileTables(CENSUS_TABLES.tables, forms)
  if (!result.ok) throw new Error(`the tables are unsound: ${JSON.stringify(result.problems)}`)
  compiled.set(instrument, result.value)
  return result.value
}
