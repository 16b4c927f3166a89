import type { HouseholdValues } from './HouseholdValues'
import type { RegisterStatus } from './Roster'

export interface StatusReading {
  readonly status: RegisterStatus | null
  readonly trouble: 'status_unknown' | 'status_conflict' | null
}

/**
 * Register status: 脱贫属性 first, then 脱贫年度 (a year: exited), then 贫困户属性 (…脱贫户 exited, …贫困户 poor).
 * With no register column at all the list is of unregistered households; with such columns left blank, or a 户编号,
 * which only registered households have, nobody knows, and the user is asked.
 */
export function registerStatus(values: HouseholdValues, hasRegisterColumns: boolean): StatusReading {
  const fromCategory = statusOfCategory(values.category)
  const status = values.exitState ?? (values.exitYear === null ? fromCategory : 'exited')
  if (status === null) {
    const asked = hasRegisterColumns || values.householdNumber !== null
    return asked ? { status: null, trouble: 'status_unknown' } : { status: 'unregistered', trouble: null }
  }
  const contradicted =
    (values.exitYear !== null && (status === 'poor' || status === 'unregistered')) ||
    (fromCategory === 'exited' && status === 'poor')
  return { status, trouble: contradicted ? 'status_conflict' : null }
}

function statusOfCategory(category: string | null): RegisterStatus | null {
  if (category === null) return null
  return category.endsWith('_exited') ? 'exited' : 'poor'
}
