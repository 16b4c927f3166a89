import type { HouseholdCheck } from './Finding'

/** 人数 against the rows; a list of one row per household names only the head and is not asked. */
export const statedSizeAgainstRows: HouseholdCheck = ({ statedSize, members, source }) => {
  if (statedSize === null || members.length <= 1 || statedSize === members.length) return []
  const details = { stated: statedSize, listed: members.length }
  return [{ code: 'stated_size_differs', source, field: 'statedSize', details }]
}

/** A per-capita income of nothing, or beyond what a village pays, is a slip of the pen or of the column. */
export const incomeWithinRange: HouseholdCheck = (
  { registryIncome, source },
  { incomeAboveYuan, incomeAtMostYuan },
) => {
  if (registryIncome === null || (registryIncome > incomeAboveYuan && registryIncome <= incomeAtMostYuan))
    return []
  const details = { above: incomeAboveYuan, most: incomeAtMostYuan }
  return [{ code: 'income_out_of_range', source, field: 'registryIncome', details }]
}
