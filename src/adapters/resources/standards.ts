import standards from '../../../resources/standards/2020.json'
import regions from '../../../resources/standards/regions.json'
import sources from '../../../resources/standards/sources.json'
import type { StandardsMaterial } from '../../domain/standards/resolveStandards'
import type { RegionsData, StandardsData } from '../../domain/standards/Standards'

/** The dated values, the provinces' regions and the sources of the rules, as shipped. */
export const STANDARDS: StandardsMaterial = {
  standards: standards as StandardsData,
  regions: regions as RegionsData,
  sources,
}
