import { normaliseLabel } from '../normaliseLabel'
import type { RosterHousehold } from '../Roster'
import type { Finding } from './Finding'

/**
 * Two villages of one township, or townships of one county, whose names differ only in blanks or punctuation: one
 * place that tables would count as two. Told once for each later spelling; which is right, the list does not say.
 */
export function placesWrittenDifferently(households: readonly RosterHousehold[]): readonly Finding[] {
  const spellings = new Map<string, string>()
  const findings = new Map<string, Finding>()
  for (const household of households) {
    const { county, township } = household
    for (const field of PLACES) {
      const name = household[field]
      if (name === null) continue
      const above = field === 'village' ? [county, township] : field === 'township' ? [county] : []
      const place = [field, ...[...above, name].map((part) => normaliseLabel(part ?? ''))].join('\0')
      const first = spellings.get(place)
      if (first === undefined) spellings.set(place, name)
      else if (first !== name && !findings.has(place + name))
        findings.set(place + name, {
          code: 'place_written_differently',
          source: household.source,
          field,
          details: { other: first },
        })
    }
  }
  return [...findings.values()]
}

const PLACES = ['county', 'township', 'village'] as const
