import { CONCLUSIONS } from '../../../domain/programmes/assessment/conclusion/Conclusion'
import { SUSPICION_DETERMINATIONS } from '../../../domain/programmes/assessment/determination/Determination'
import type { MeasuredHousehold } from '../../../domain/programmes/assessment/measures/MeasuredHousehold'
import type { RegisterStatus } from '../../../domain/roster/Roster'
import { fillSql } from '../fillSql'
import type { LakeLevel } from '../LakeArea'
import type { SqlCell } from '../LakeEngine'
import { booleanOrNullAt, numberAt, textOrNullAt } from '../sqlRow'

/** Households that are alike in what measures ask. */
export interface MeasureProfile extends Omit<
  MeasuredHousehold,
  'id' | 'registryIncome' | 'flags' | 'monitoring'
> {
  readonly id: null
  readonly times: number
}

const STATUSES: readonly RegisterStatus[] = ['exited', 'poor', 'relapsed', 'unregistered']

/** The statement for profiles: of the measured households alone, or of all by village where villages are told. */
export function profilesStatement(text: string, level: LakeLevel): string {
  return level === 'township' || level === 'village'
    ? fillSql(text, { village: 'village', grouped: 'village, ', counted: 'true' })
    : fillSql(text, { village: 'NULL', grouped: '', counted: 'is_interviewed AND is_in_sample' })
}

/** A row of that statement. */
export function profileIn(row: readonly SqlCell[]): MeasureProfile {
  return {
    id: null,
    village: textOrNullAt(row, 1) ?? '',
    status: oneOf(STATUSES, textOrNullAt(row, 2)),
    // A conclusion that was hidden from whoever exported speaks for nobody.
    conclusion: oneOf(CONCLUSIONS, textOrNullAt(row, 3)) ?? 'not_interviewed',
    outcome: textOrNullAt(row, 4),
    persons: numberAt(row, 5),
    recognises: booleanOrNullAt(row, 6),
    isSatisfied: booleanOrNullAt(row, 7),
    determined: oneOf(SUSPICION_DETERMINATIONS, textOrNullAt(row, 8)),
    isWrongInclusion: booleanOrNullAt(row, 9) ?? false,
    sampling: {
      stratum: textOrNullAt(row, 10) ?? '',
      cluster: textOrNullAt(row, 11),
      weight: numberAt(row, 12),
    },
    times: numberAt(row, 13),
  }
}

/** The households one by one, of a county at most. */
export function householdsOf(profiles: readonly MeasureProfile[]): readonly MeasuredHousehold[] {
  return profiles.flatMap(({ times, ...profile }) => {
    const household = { ...profile, id: '', registryIncome: null, flags: [], monitoring: [] }
    return Array.from({ length: times }, () => household)
  })
}

function oneOf<Name extends string>(names: readonly Name[], text: string | null): Name | null {
  return names.find((name) => name === text) ?? null
}
