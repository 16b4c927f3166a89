import { normaliseLabel } from '../normaliseLabel'
import type { RosterHousehold } from '../Roster'
import type { Finding } from './Finding'

/**
 * Two villages of one township, or townships of one county, whose names differ only in blanks or punctuation: one
 * place that tables would count as two; and names with a blank between their characters. Reported at every household of a
 * later spelling; the list does not show which is right.
 */
export function placesWrittenDifferently(households: readonly RosterHousehold[]): readonly Finding[] {
  const seen = new Map<string, { readonly other: string } | 'blank' | null>()
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
      let trouble = seen.get(written)
      if (trouble === undefined) {
        const place = [field, ...path.map(normaliseLabel)].join('\0')
        const first = spellings.get(place) ?? name
        spellings.set(place, first)
        trouble = first !== name ? { other: first } : BLANK_WITHIN.test(name) ? 'blank' : null
        seen.set(written, trouble)
      }
      if (trouble === null) continue
      const { source } = household
      // The cell of this row may be blank, or repeat the name by a ditto mark.
      findings.push(
        trouble === 'blank'
          ? { source, field, code: 'place_with_blank', details: { name } }
          : { source, field, code: 'place_written_differently', details: { name, ...trouble } },
      )
    }
  }
  return findings
}

const BLANK_WITHIN = /\p{Script=Han} \p{Script=Han}/u
const PLACES = ['county', 'township', 'village'] as const
