import type { CheckTier, Text } from '../../../instrument/Instrument'
import type { AreaKind } from '../AreaForm'

/** The checks of villages and of the county as data: the shape of `resources/census/areaChecks.json`. */
export interface AreaChecksData {
  readonly source: string
  /** What the checks are called together. */
  readonly label: Text
  readonly limits: readonly AreaLimitData[]
  readonly counts: readonly AreaCountData[]
  readonly checks: readonly AreaCheckData[]
}

/** A number that checks compare with. */
export interface AreaLimitData {
  readonly name: string
  readonly value: number
  readonly source: string
  /** Whether the value was read in the source itself. */
  readonly confirmed: boolean
}

/** What an area's counts are of: see `Population`. */
export type CountedPopulation = 'listed' | 'households' | 'persons' | 'children' | 'villages'

/** A number that is counted in an area. Of villages only the county's checks can ask. */
export interface AreaCountData {
  readonly name: string
  readonly population: CountedPopulation
  readonly label: Text
  /** In the language of the forms, over the form of the population; left out: every case. */
  readonly when?: string
  /** Counts the townships that have such a case, in place of the cases. */
  readonly per?: 'township'
  /** Of villages: a number of their form that is added up, in place of counting them. */
  readonly sum?: string
}

/** A condition that should not hold in an area. */
export interface AreaCheckData {
  readonly name: string
  readonly level: AreaKind
  /** Of an error a closing needs a written reason; a warning is to be looked at; a note informs. */
  readonly tier: CheckTier
  /** Over the area's form, counts and limits. */
  readonly when: string
  /** The questions of the area's form to look at. */
  readonly questions: readonly string[]
  /** What is said; `${name}` stands for a number. */
  readonly message: Text
  /** A count whose cases it leads to. */
  readonly opens?: string
  /** It is right only where every household of the area is known: not on a laptop that has a part of them, nor of a sample. */
  readonly whole?: true
}
