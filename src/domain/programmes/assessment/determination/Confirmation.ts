import { isChangeId } from '../../../changes/ChangeId'
import type { ChangeId } from '../../../changes/Change'
import type { Json } from '../../../shared/Json'
import { SECOND_PERSON_WAYS, type SecondPersonWay } from '../../../team/SecondPeople'

/** That a decision is confirmed. Its change holds by whom and when. */
export interface Confirmation {
  /** Exactly this decision: one that revises it needs a confirmation of its own. */
  readonly decision: ChangeId
  /** Null where it was not recorded yet: then the value was the decision's id alone. */
  readonly how: SecondPersonWay | null
}

/** The value of the change that confirms. */
export function confirmationValue({ decision, how }: Confirmation): Json {
  return how === null ? decision : { decision, how }
}

/** The value of a confirming change; null where it is not of this shape. */
export function parseConfirmation(value: Json): Confirmation | null {
  if (typeof value === 'string') return isChangeId(value) ? { decision: value, how: null } : null
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const { decision, how } = value as { readonly decision?: Json; readonly how?: Json }
  const way = SECOND_PERSON_WAYS.find((each) => each === how)
  return typeof decision === 'string' && isChangeId(decision) && way !== undefined
    ? { decision, how: way }
    : null
}
