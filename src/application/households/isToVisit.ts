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

/** Whether nobody has to go there and nobody did: which is not the same as not having been visited yet. */
export function isNotDrawn(row: Pick<HouseholdRow, 'sampleRole' | 'origin' | 'links' | 'summary'>): boolean {
  return !isToVisit(row) && row.summary === null
}
