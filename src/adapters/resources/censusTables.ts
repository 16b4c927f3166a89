import data from '../../../resources/tables/census.json'
import type { Instrument } from '../../domain/instrument/loadInstrument'
import type { CompiledTable } from '../../domain/programmes/census/tables/CompiledTable'
import { compileTables } from '../../domain/programmes/census/tables/compileTables'
import type { TablesData } from '../../domain/programmes/census/tables/TableData'
import { digest } from '../../domain/shared/digest'
import { AREA_FORMS } from './areaForms'
import { currentForm } from './instruments'

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

/** The tables whose codes a lake has, by the current form. */
export function lakeCodedTables(): readonly CompiledTable[] {
  return censusTables(currentForm('census'))
}

/** Edition of the tables: codes of two of them are not to be added up. */
export function tablesEdition(): string {
  return digest(JSON.stringify(CENSUS_TABLES.tables))
}
