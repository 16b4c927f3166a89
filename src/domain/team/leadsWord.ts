import type { Change, Entity } from '../changes/Change'
import { confirmationIn } from '../determination/readDeterminations'

/** What in a led project only the lead's device says, by the beginnings of paths; one that ends without a stroke is the whole path. */
const LEADS_WORDS = {
  project: {
    'roll/': 'roll',
    recovery: 'roll',
    'accepted/': 'roll',
    'assigned/': 'assignment',
    'settings/': 'settings',
    roster: 'roster',
    'roster_size/': 'roster',
    'roster_problems/': 'roster',
    'roster_answers/': 'roster',
    sample: 'sample',
    'supervised/': 'supervision',
    'backcheck/': 'backchecks',
    'backcheck_draw/': 'backchecks',
    'quality/': 'thresholds',
    totals: 'county',
    omission_reading: 'county',
    county_form: 'county',
    'stages/': 'county',
  },
  household: {
    'determination/': 'determination',
    backcheck: 'backchecks',
    'chosen/': 'settling',
  },
  interview: { 'returned/': 'return' },
} as const satisfies Partial<Record<Entity, Readonly<Record<string, string>>>>

type WordsOf<Paths> = Paths extends Readonly<Record<string, infer Word>> ? Word : never

export type LeadsWord = {
  [Of in keyof typeof LEADS_WORDS]: WordsOf<(typeof LEADS_WORDS)[Of]>
}[keyof typeof LEADS_WORDS]

type StartsOf = readonly (readonly [start: string, LeadsWord])[]

/** The same as lists, made once: every change of a merge is looked up. */
const WORDS: Readonly<Record<keyof typeof LEADS_WORDS, StartsOf>> = {
  project: Object.entries(LEADS_WORDS.project),
  household: Object.entries(LEADS_WORDS.household),
  interview: Object.entries(LEADS_WORDS.interview),
}

/**
 * What of the lead's a change says; null where every member's device may say it too: answers and replies, what was found in the
 * field, replacements, villages' forms, rebuttals, questions, people's names, and confirmations at a device of one's own.
 */
export function leadsWordIn(change: Pick<Change, 'entity' | 'path' | 'value'>): LeadsWord | null {
  const { entity, path, value } = change
  if (entity === 'person' || entity === 'visit') return null
  const found = WORDS[entity].find(([start]) =>
    start.endsWith('/') ? path.startsWith(start) : path === start,
  )
  if (found === undefined) return null
  // Whoever was sent an interview back takes the comments off, with the reply; a second person confirms at a device of their own.
  const isMembers = (found[1] === 'return' && value === null) || confirmationIn(change)?.how === 'own_device'
  return isMembers ? null : found[1]
}
