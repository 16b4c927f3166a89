import { defaultIncomeWindow } from '../../domain/standards/incomeWindow'
import type { StandardsChoice } from '../../domain/standards/resolveStandards'

/** All that the values in force depend on, as one text: summaries computed by another one are out of date. */
export function standardsVersion(
  edition: string,
  { asOf, region, incomeWindow, chosen = {} }: StandardsChoice,
): string {
  const choices = Object.entries(chosen).sort(([left], [right]) => (left < right ? -1 : 1))
  return JSON.stringify([edition, asOf, region, incomeWindow ?? defaultIncomeWindow(asOf), choices])
}
