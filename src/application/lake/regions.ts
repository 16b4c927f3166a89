import { COUNTRY, type LakeArea, type CountyInLake } from './LakeArea'

/** What counties are summed in: their cities, their provinces and the country. */
export interface Regions<Sums> {
  /** Those that a county is of; one whose list names neither city nor province is of the country alone. */
  of(county: CountyInLake): readonly Sums[]
  /** The cities and the provinces, each in the order of their counties, then the country. */
  readonly all: readonly Region<Sums>[]
}

interface Region<Sums> {
  readonly area: LakeArea
  readonly sums: Sums
}

export function regionsOf<Sums>(counties: Iterable<CountyInLake>, make: () => Sums): Regions<Sums> {
  const [cities, provinces] = [new Map<string, Region<Sums>>(), new Map<string, Region<Sums>>()]
  const country = { area: COUNTRY, sums: make() }
  for (const { province, city } of counties) {
    if (city !== null) cities.set(cityKey(province, city), region('city', province, city))
    if (province !== null) provinces.set(province, region('province', province, null))
  }
  function region(level: 'city' | 'province', province: string | null, city: string | null): Region<Sums> {
    return { area: { ...COUNTRY, level, province, city }, sums: make() }
  }
  return {
    of({ province, city }) {
      const own = [
        city === null ? undefined : cities.get(cityKey(province, city)),
        province === null ? undefined : provinces.get(province),
        country,
      ]
      return own.filter((each) => each !== undefined).map(({ sums }) => sums)
    },
    all: [...cities.values(), ...provinces.values(), country],
  }
}

/** Cities of two provinces may share a name. */
function cityKey(province: string | null, city: string): string {
  return JSON.stringify([province, city])
}
