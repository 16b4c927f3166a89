/** What the county is asked besides its totals; no rule reads it. */
export const COUNTY_FACTS = ['schools', 'hospitals'] as const

export type CountyFactName = (typeof COUNTY_FACTS)[number]

/** How many there are, and by what source. */
export interface CountyFact {
  readonly count: number
  readonly source: string
}

/** The county's own page; null where nothing was asked. */
export interface CountyForm extends Readonly<Record<CountyFactName, CountyFact | null>> {
  readonly notes: string
}

export const EMPTY_COUNTY_FORM: CountyForm = { schools: null, hospitals: null, notes: '' }
