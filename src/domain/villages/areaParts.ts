/** What an area's key is made of. A part that the list leaves out is empty. */
export interface AreaParts {
  readonly county: string
  readonly township: string
  /** Null for a key of a township. */
  readonly village: string | null
}

/** The parts of `county/township` or `county/township/village`; see `villageOf`. */
export function areaParts(key: string): AreaParts {
  const [county = '', township = '', ...village] = key.split('/')
  return { county, township, village: village.length === 0 ? null : village.join('/') }
}
