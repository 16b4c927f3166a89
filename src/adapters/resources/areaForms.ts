import county from '../../../resources/instrument/census-v1/county.json'
import village from '../../../resources/instrument/census-v1/village.json'
import type { AreaForm, AreaKind } from '../../domain/programmes/census/AreaForm'

/** The village's and the county's form of the census, version 1. */
export const AREA_FORMS: Readonly<Record<AreaKind, AreaForm>> = {
  village: village as AreaForm,
  county: county as AreaForm,
}
