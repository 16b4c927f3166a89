import type { HouseholdRow } from './listHouseholds'

/** Whether somebody is to go there: without a draw to everybody; else to the drawn, their replacements, and the found. */
export function isToVisit({
  sampleRole,
  origin,
  links,
}: Pick<HouseholdRow, 'sampleRole' | 'origin' | 'links'>): boolean {
  if (sampleRole === null || sampleRole === 'sample' || origin === 'found') return true
  return links.some(({ kind }) => kind === 'replaces')
}
