import type { RosterHousehold } from '../../../domain/roster/Roster'
import { digest } from '../../../domain/shared/digest'

/** Who a household is, whatever is known of it. */
export type KnownHousehold = Pick<RosterHousehold, 'id' | 'headName' | 'village'>

/** A row's fingerprint as it is read. */
export interface RowMark {
  /** Which household it was. */
  readonly identity: string
  /** How it stood. */
  readonly state: string
}

/** The part of a fingerprint that says which household it is. */
export function identityOf({ id, headName, village }: KnownHousehold): string {
  return shortHash('identity', id, headName, village)
}

/**
 * `identity-state-check` of a row: which household it was, how it stood (a `shortHash`), and whether both and the key are as they were
 * written. No secret: it tells a slip from a change, not a forger.
 */
export function rowFingerprint(household: KnownHousehold, state: string): string {
  const mark = { identity: identityOf(household), state }
  return `${mark.identity}-${mark.state}-${checkOf(household.id, mark)}`
}

/** Reads a fingerprint beside its key; null where one of the two is damaged. */
export function readFingerprint(key: string, text: string): RowMark | null {
  const [identity, state, check, ...more] = text.trim().split('-')
  if (identity === undefined || state === undefined || check === undefined || more.length > 0) return null
  return check === checkOf(key, { identity, state }) ? { identity, state } : null
}

/** Eight hex digits of a hash. */
export function shortHash(...parts: readonly unknown[]): string {
  return digest(JSON.stringify(parts)).slice(0, 8)
}

function checkOf(key: string, { identity, state }: RowMark): string {
  return shortHash('check', key, identity, state)
}
