/** Wrong passcodes since the last right one. */
export interface PasscodeAttempts {
  readonly wrong: number
  /** ISO instant of the last of them. */
  readonly lastAt: string
}

export const NO_ATTEMPTS: PasscodeAttempts = { wrong: 0, lastAt: '' }

/** Wrong ones that cost nothing but scrypt's second: whoever mistypes is not made to wait. */
const FREE_ATTEMPTS = 3
/** After each further one; the last stays. */
const WAITS_SECONDS = [5, 15, 60, 300] as const

/**
 * How long nobody may try, in whole seconds; 0 where one may. A clock that was put back shortens no wait and makes none endless;
 * one that was put forward ends it: whoever may do that has the laptop.
 */
export function secondsToWait({ wrong, lastAt }: PasscodeAttempts, now: string): number {
  if (wrong < FREE_ATTEMPTS) return 0
  const wait = WAITS_SECONDS[Math.min(wrong - FREE_ATTEMPTS, WAITS_SECONDS.length - 1)] ?? 0
  const passed = Math.abs(Date.parse(now) - Date.parse(lastAt)) / 1000
  return Math.max(0, Math.ceil(wait - passed))
}
