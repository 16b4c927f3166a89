import data from '../../../resources/tables/census.json'
import type { Instrument } from '../../domain/instrument/loadInstrument'
import type { CompiledTable } from '../../domain/programmes/census/tables/CompiledTable'
import { compileTables } from '../../domain/programmes/census/tables/compileTables'
import type { TablesData } from '../../domain/programmes/census/tables/TableData'
import { AREA_FORMS } from './areaForms'

/** The tables of the census as shipped. */
export const CENSUS_TABLES = data as TablesData

const compiled = new Map<Instrument, readonly CompiledTable[]>()

/** The same ready for interviews by a form. Unsound tables among the resources are a bug and throw. */
export function censusTables(instrument: Instrument): readonly CompiledTable[] {
  const known = compiled.get(instrument)
  if (known !== undefined) return known
  const result = compileTables(CENSUS_TABLES.tables, { instrument, ...AREA_FORMS })
  if (!result.ok) throw new Error(`the tables are unsound: ${JSON.stringify(result.problems)}`)
  compiled.set(instrument, result.value)
  return result.value
}
