import type * as v from 'valibot'
import type { Json } from '../../domain/shared/Json'

/** What in a led project only the lead's device says. */
export type LeadsWord =
  | 'roll'
  | 'assignment'
  | 'settings'
  | 'roster'
  | 'sample'
  | 'supervision'
  | 'backchecks'
  | 'thresholds'
  | 'county'
  | 'determination'
  | 'settling'
  | 'return'

/** One kind of thing that a change may say. What no fact describes, nobody says. */
export interface Fact {
  /** Of the change; `*` stands for one part that names something. */
  readonly path: string
  /** What a value of it is. */
  readonly value: v.GenericSchema
  /** Which of the lead's words it is; left out: any device of the roll says it. */
  readonly leads?: LeadsWord
  /** Those of the lead's that any device says all the same. */
  readonly isMembers?: (value: Json) => boolean
}
