import type { RosterHousehold } from '../../domain/roster/Roster'
import type { Problem } from '../../domain/shared/Problem'
import { isInScope, type FormScope } from './FormScope'

/** Households or a village that the list does not have: `forms_household_unknown`, `forms_village_unknown`. */
export function scopeProblems(scope: FormScope, households: readonly RosterHousehold[]): readonly Problem[] {
  if (scope.kind === 'households') {
    const known = new Set(households.map(({ id }) => id))
    return [...scope.ids]
      .filter((id) => !known.has(id))
      .map((value) => ({ code: 'forms_household_unknown', severity: 'error', place: {}, value }))
  }
  if (scope.kind === 'all' || households.some((each) => isInScope(scope, each))) return []
  const names = [...new Set(households.map(({ village }) => village ?? ''))].filter((name) => name !== '')
  const details = { names: names.join('、') }
  return [{ code: 'forms_village_unknown', severity: 'error', place: {}, value: scope.village, details }]
}
