import type { HouseholdDeterminations } from '../../domain/programmes/assessment/determination/Determination'
import type { Problem } from '../../domain/shared/Problem'

/** A warning for every decision confirmed only by people whose confirmation does not count. */
export function uncountedConfirmations(
  determinations: ReadonlyMap<string, HouseholdDeterminations>,
): readonly Problem[] {
  return [...determinations.values()].flatMap(({ household, history }) =>
    history.flatMap(({ confirmedBy, uncounted }) =>
      (confirmedBy === null ? uncounted : []).map((value): Problem => ({
        code: 'confirmation_not_counted',
        severity: 'warning',
        place: { household },
        value,
      })),
    ),
  )
}
