import { COUNTY_AREA } from '../../../domain/programmes/census/areaNames'
import { useMessages } from '../../app/i18n/useMessages'
import { villageName } from '../../shared/villageName'

/** What the window calls an area: a village by its township and name, or the county. */
export function useAreaName(): (area: string) => string {
  const { t } = useMessages()
  return (area) => (area === COUNTY_AREA ? t('coverage.county') : villageName(area))
}
