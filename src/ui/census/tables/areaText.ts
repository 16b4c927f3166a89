import type { TableArea } from '../../../domain/programmes/census/tables/TableCounts'
import { townshipName, villageName } from '../../shared/villageName'
import { useMessages } from '../../app/i18n/useMessages'

/** Says what an area is called. */
export function useAreaText(): (area: TableArea) => string {
  const { t } = useMessages()
  return ({ kind, key }) => {
    if (key === null) return t('censusTables.county')
    return kind === 'township' ? townshipName(key) : villageName(key)
  }
}
