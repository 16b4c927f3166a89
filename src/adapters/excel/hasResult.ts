/** The result of a formula as stored. */
export interface FormulaResultText {
  /** `null` where there is none. */
  readonly value: string | null
  readonly isText: boolean
}

/** Whether a result counts, by the rules of `voidFormulas`; `hasTexts`: whether `saysText` is true for any result of the workbook. */
export function hasResult(
  { value, isText }: FormulaResultText,
  isCalculated: boolean,
  hasTexts: boolean,
): boolean {
  if (value === null) return false
  const result = value.trim()
  if (result === '') return isText && isCalculated
  if (Number(result) !== 0) return true
  return isCalculated && (!isText || hasTexts)
}

/** Whether it is a text other than 0. */
export function saysText({ value, isText }: FormulaResultText): boolean {
  return isText && value !== null && value.trim() !== '' && value.trim() !== '0'
}
