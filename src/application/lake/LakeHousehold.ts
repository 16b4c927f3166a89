import type { RosterHousehold } from '../../domain/roster/Roster'
import type { Sampling } from '../../domain/sampling/Sampling'
import type { ReviewedHousehold } from '../workbook/WorkbookInput'
import type { LakeCodes } from './lakeSchema'

/** A household as a lake takes it in. */
export interface LakeHousehold extends ReviewedHousehold {
  readonly sampling: Sampling
  /** Met in the field; the list lacks it. */
  readonly isFound: boolean
  /** Of a census: how its tables code the household and its members. */
  readonly coded: CodedHousehold | null
}

export interface CodedHousehold {
  readonly household: LakeCodes
  /** By member; who is no case of any table is missing. */
  readonly members: ReadonlyMap<string, LakeCodes>
  /** Of a member who is missing. */
  readonly nobody: LakeCodes
}

/** Where a household is: the keys of its village and township, as tables name them. */
export interface LakePlace {
  readonly township: string
  readonly village: string
}

/** The telephone number of a household: its own, else the first of a member. */
export function phoneOf({ phone, members }: RosterHousehold): string | null {
  return phone ?? members.find((member) => member.phone !== null)?.phone ?? null
}
