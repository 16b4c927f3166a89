import { COUNTY_AREA } from '../../domain/programmes/census/areaNames'
import { areaParts } from '../../domain/villages/areaParts'
import type { Texts } from '../texts/Texts'

/** An area's key as it is read: `county/township/village`, with words for a name that the list leaves out, and for the county. */
export function areaWords(area: string, texts: Texts): string {
  if (area === COUNTY_AREA) return texts.term('area', 'county')
  const { county, township, village } = areaParts(area)
  const own =
    village === null
      ? township || texts.term('area', 'noTownship')
      : [township, village || texts.term('area', 'unnamed')].filter((part) => part !== '').join('/')
  return county === '' ? own : `${county}/${own}`
}
