import data from '../../../resources/census/areaChecks.json'
import type { Instrument } from '../../domain/instrument/loadInstrument'
import type { AreaChecksData } from '../../domain/programmes/census/areaChecks/AreaCheckData'
import type { AreaChecks } from '../../domain/programmes/census/areaChecks/AreaChecks'
import { compileAreaChecks } from '../../domain/programmes/census/areaChecks/compileAreaChecks'
import { AREA_FORMS } from './areaForms'

/** The checks of villages and of the county as shipped. */
export const AREA_CHECKS = data as AreaChecksData

const compiled = new Map<Instrument, AreaChecks>()

/** The same ready for interviews by a form. Unsound checks among the resources are a bug and throw. */
export function areaChecksOf(instrument: Instrument): AreaChecks {
  const known = compiled.get(instrument)
  if (known !== undefined) return known
  const result = compileAreaChecks(AREA_CHECKS, { instrument, ...AREA_FORMS })
  if (!result.ok) throw new Error(`the checks of areas are unsound: ${JSON.stringify(result.problems)}`)
  compiled.set(instrument, result.value)
  return result.value
}
