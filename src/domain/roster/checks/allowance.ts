import type { HouseholdCheck } from './Finding'

/** A household on the living allowance (低保), of whose members none gets it according to the list. */
export const allowanceWithoutRecipient: HouseholdCheck = ({ category, members, source }) => {
  const isContradicted =
    category?.startsWith('allowance_') === true &&
    members.length > 0 &&
    members.every(({ receivesAllowance }) => receivesAllowance === false)
  return isContradicted ? [{ code: 'allowance_without_recipient', source, field: 'category' }] : []
}
