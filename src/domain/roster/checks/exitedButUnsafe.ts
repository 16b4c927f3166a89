import type { HouseholdCheck } from './Finding'

/** Exited, and still listed with a dangerous house. */
export const exitedWithUnsafeHouse: HouseholdCheck = ({ status, unsafeHouse, source }) =>
  status === 'exited' && unsafeHouse === true
    ? [{ code: 'exited_with_unsafe_house', source, field: 'unsafeHouse' }]
    : []

/** Exited, and still listed without safe water. */
export const exitedWithoutSafeWater: HouseholdCheck = ({ status, safeWater, source }) =>
  status === 'exited' && safeWater === false
    ? [{ code: 'exited_without_safe_water', source, field: 'safeWater' }]
    : []

/** Exited, and a child is still listed as out of school. */
export const exitedWithDropout: HouseholdCheck = ({ status, members }) =>
  status !== 'exited'
    ? []
    : members.flatMap(({ dropoutReason, source }) =>
        dropoutReason === undefined
          ? []
          : [{ code: 'exited_with_dropout', source, field: 'dropoutReason' as const }],
      )
