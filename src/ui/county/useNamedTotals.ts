import { useI18n } from 'vue-i18n'
import { TOTAL_NAMES } from '../../domain/programmes/assessment/measures/CountyTotals'
import type { Problem } from '../../domain/shared/Problem'

/** The fields of the totals' form, in its order. */
export const TOTAL_FIELDS = [...TOTAL_NAMES, 'sampledVillagesUnregistered'] as const

/** Names the fields that problems with the totals are about as the form names them. */
export function useNamedTotals(): (problems: readonly Problem[]) => readonly Problem[] {
  const { t } = useI18n()
  return (problems) =>
    problems.map((problem) => {
      const field = TOTAL_FIELDS.find((each) => each === problem.details?.['field'])
      return field === undefined
        ? problem
        : { ...problem, details: { ...problem.details, field: t(`totals.${field}`) } }
    })
}
