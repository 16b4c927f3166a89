/** How a household came into the sample. */
export interface Sampling {
  /** How many households of the county it stands for. */
  readonly weight: number
  readonly stratum: string
  /** What was drawn: the village's name where villages were drawn; null where the household itself was. */
  readonly cluster: string | null
}

/** Every household drawn alike, by itself. */
export const DRAWN_ALIKE: Sampling = { weight: 1, stratum: '', cluster: null }
