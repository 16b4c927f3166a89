import { areaParts } from '../../villages/areaParts'

/** The county among the areas; a village is named as `villageOf` names it, with two strokes. */
export const COUNTY_AREA = 'county'

/** Households of which the list names neither township nor village. */
const UNNAMED_AREA = 'unnamed'

/**
 * An area as people call it: township and village. `county` for `COUNTY_AREA` and `unnamed` for one without either name: texts
 * have words for both (`area`).
 */
export function areaName(area: string): string {
  if (area === COUNTY_AREA) return area
  const { township, village } = areaParts(area)
  return [township, village ?? ''].filter((part) => part !== '').join(' ') || UNNAMED_AREA
}
