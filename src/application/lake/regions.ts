import { COUNTRY, type LakeArea, type CountyInLake } from './LakeArea'

/** What counties are summed in: their provinces and the country. */
export interface Regions<Sums> {
  /** Those that a county is of; one whose list names no province is of the country alone. */
  of(county: CountyInLake): readonly Sums[]
  /** The provinces in the order of their counties, then the country. */
  readonly all: readonly { readonly area: LakeArea; readonly sums: Sums }[]
}

export function regionsOf<Sums>(counties: Iterable<CountyInLake>, make: () => Sums): Regions<Sums> {
  const names = new Set([...counties].flatMap(({ province }) => province ?? []))
  const provinces = new Map(
    [...names].map((province) => {
      const area: LakeArea = { ...COUNTRY, level: 'province', province }
      return [province, { area, sums: make() }] as const
    }),
  )
  const country = { area: COUNTRY, sums: make() }
  return {
    of({ province }) {
      const own = province === null ? undefined : provinces.get(province)
      return own === undefined ? [country.sums] : [own.sums, country.sums]
    },
    all: [...provinces.values(), country],
  }
}
