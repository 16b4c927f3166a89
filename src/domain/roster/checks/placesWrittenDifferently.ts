import { normaliseLabel } from '../normaliseLabel'
import type { RosterHousehold } from '../Roster'
import type { Finding } from './Finding'

/**
 * Two villages of one township, or townships of one county, whose names differ only in blanks or punctuation: one
 * place that tables would count as two. Told once for each later spelling; which is right, the list does not say.
 */
export function placesWrittenDifferently(households: readonly RosterHousehold[]): readonly Finding[] {
  const seen = new Set<string>()
  const spellings = new Map<string, string>()
  const findings: Finding[] = []
  for (const household of households) {
    const { county, township } = household
    for (const field of PLACES) {
      const name = household[field]
      if (name === null) continue
      const above = field === 'village' ? [county, township] : field === 'township' ? [county] : []
      const path = [...above, name].map((part) => part ?? '')
      const written = [field, ...path].join('\0')
      if (seen.has(written)) continue
      seen.add(written)
      const place = [field, ...path.map(normaliseLabel)].join('\0')
      const first = spellings.get(place)
      if (first === undefined) spellings.set(place, name)
      else if (first !== name)
        findings.push({
          code: 'place_written_differently',
          source: household.source,
          field,
          details: { other: first },
        })
    }
  }
  return findings
}

const PLACES = ['county', 'township', 'village'] as const
