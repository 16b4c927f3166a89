import census from '../../resources/practice/census.json'
import { currentForm } from '../adapters/resources/instruments'
import { PRACTICE } from '../adapters/resources/practice'
import { STANDARDS } from '../adapters/resources/standards'
import { villageOf } from '../application/roster/adoptRoster'
import { censusForms } from '../domain/practice/censusForms'
import { generateCensus } from '../domain/practice/generateCensus'
import { PRACTICE_AS_OF } from '../domain/practice/generateCounty'
import type { CountyPlan } from '../domain/practice/listHousehold'
import type { CensusMaterial } from '../domain/practice/PracticeCensus'
import type { PracticeHousehold } from '../domain/practice/PracticeHousehold'
import { resolveStandards } from '../domain/standards/resolveStandards'

/** Its schema is tested, so its shape is as told. */
export const CENSUS_MATERIAL = census as unknown as CensusMaterial

/** The form that the practice census is answered with. */
export const CENSUS_INSTRUMENT = currentForm('census')

/** The households of a practice census, the same for the same plan. */
export function practiceCensus(plan: CountyPlan): Generator<PracticeHousehold> {
  const standards = resolveStandards(STANDARDS, { asOf: PRACTICE_AS_OF, region: 'west', chosen: {} })
  if (!standards.ok) throw new Error('no standards of the practice day')
  return generateCensus(plan, {
    names: PRACTICE.names,
    material: CENSUS_MATERIAL,
    instrument: CENSUS_INSTRUMENT,
    standards: standards.value,
  })
}

/** What the forms of its villages and of the county say, as `yihu census` takes it. */
export function censusAreas(plan: CountyPlan): { readonly villages: string; readonly county: string } {
  const listed = new Map<string, { households: number; persons: number }>()
  for (const { household } of practiceCensus(plan)) {
    const village = villageOf(household)
    const known = listed.get(village) ?? { households: 0, persons: 0 }
    known.households++
    known.persons += household.members.length
    listed.set(village, known)
  }
  const { villages, county } = censusForms(listed, CENSUS_MATERIAL, plan.seed)
  const lines = [...villages].flatMap(([key, answers]) => {
    // The list need not have the county's name.
    const village = key.split('/').slice(1).join('/')
    return Object.entries(answers).map(
      ([question, value]) => `${JSON.stringify({ village, question, value })}\n`,
    )
  })
  return { villages: lines.join(''), county: `${JSON.stringify(county, null, 2)}\n` }
}
