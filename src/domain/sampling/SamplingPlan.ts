import type { HouseholdType } from './Frame'

export const DESIGNS = ['stratified', 'cluster', 'all'] as const

/** `stratified`: households of each place and type; `cluster`: villages, then households of each type; `all`: everybody. */
export type SamplingDesign = (typeof DESIGNS)[number]

/** How many households are wanted: so many, so many of each type, or as many as a margin of error needs. */
export type WantedSize =
  | { readonly by: 'number'; readonly households: number }
  | { readonly by: 'type'; readonly households: Readonly<Partial<Record<HouseholdType, number>>> }
  | {
      readonly by: 'margin'
      /** Half width of the 95 % interval, as a share: 0.03. */
      readonly margin: number
      /** The share expected; 0.5 needs most. */
      readonly share: number
      /** How many times as many households the design needs as a simple random sample. */
      readonly designEffect: number
    }

/** Everything that a draw depends on besides the frame. */
export interface SamplingPlan {
  readonly seed: string
  readonly design: SamplingDesign
  /** Places that are strata of their own in the stratified design. */
  readonly place: 'township' | 'village'
  /** Of no meaning to `all`. */
  readonly size: WantedSize
  /** Villages to draw, those under special supervision among them; null unless the design is `cluster`. */
  readonly villages: number | null
  /** Household types to draw from. */
  readonly types: readonly HouseholdType[]
  /** Villages that are always in. */
  readonly supervised: readonly string[]
  /** Households that are drawn `rate` times as often as others: those the list marks, and these. 1: as often. */
  readonly marked: { readonly households: readonly string[]; readonly rate: number }
  /** Households visited lately, drawn `rate` times as often as others; 0 leaves them out, 1 draws them as often. */
  readonly visited: { readonly households: readonly string[]; readonly rate: number }
  /** Spares for every household drawn, in each stratum, rounded up. */
  readonly reserve: number
}
