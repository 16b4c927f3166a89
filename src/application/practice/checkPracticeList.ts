import { isRealLooking } from '../../domain/roster/values/isRealLooking'
import type { RosterHousehold } from '../../domain/roster/Roster'
import { refusal, success, type Result } from '../../domain/shared/Result'

/** Digits of a number that are shown: the place, of nobody in particular. */
const SHOWN = 6

/** Refused as `practice_real_people`: a practice project lies open on the disk, and the list has ID numbers that may be somebody's. */
export function checkPracticeList(households: readonly RosterHousehold[]): Result<null> {
  const numbers = households.flatMap(({ members }) => members.flatMap(({ idNumber }) => idNumber ?? []))
  const real = numbers.filter(isRealLooking)
  const [first] = real
  if (first === undefined) return success(null)
  return refusal('practice_real_people', `${first.slice(0, SHOWN)}…`, { count: real.length })
}
