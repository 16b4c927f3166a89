/** Whole numbers, of any width, are numbers; days and instants are ISO text. */
export type SqlCell = string | number | boolean | null

/**
 * What answers the statements of `resources/sql` over the partitions of one kind of project. Its tables are named as the datasets of
 * `lakeSchema`, with `county` and `project` besides their own columns. A statement that ends with `ORDER BY county` gives rows of one
 * county each, which no other county's rows decide: an engine may ask it for some counties at a time.
 */
export interface LakeEngine {
  /** The rows of a statement, cells in the order of its columns, as they come. Several may be asked at once. `values`: for `$1` and on. */
  query(sql: string, values?: readonly string[]): AsyncIterable<readonly SqlCell[]>
  close(): Promise<void>
}

/** The statements of `resources/sql`, for `fillSql`. */
export type SqlName =
  | 'census_amounts'
  | 'census_cases'
  | 'census_design'
  | 'census_drawn'
  | 'counties'
  | 'county_rates'
  | 'measures_profiles'
  | 'same_keys'

/** An engine with what is asked of it. */
export interface LakeSource {
  readonly engine: LakeEngine
  readonly sqlOf: (name: SqlName) => string
}

/** The engine could not answer: memory, disk, a file that is not what it says. */
export class EngineTrouble extends Error {
  constructor(cause: Error) {
    super(cause.message, { cause })
  }
}
