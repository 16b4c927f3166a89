import type * as v from 'valibot'
import type { ChangeDraft } from '../../domain/changes/ChangeDraft'
import type { RegisterStatus, RosterHousehold } from '../../domain/roster/Roster'
import { success, type Result } from '../../domain/shared/Result'
import { HOUSEHOLD_FACTS, draftHouseholdFact } from '../facts/householdFacts'
import { PROJECT_FACTS, draftProjectFact } from '../facts/projectFacts'
import type { ProjectStore } from '../store/ProjectStore'

export interface Author {
  readonly person: string
  readonly at: string
}

/** A household met in the field that the list lacks. */
export interface NewHousehold {
  readonly headName: string
  readonly status: RegisterStatus | null
  /** The place, as the list has it for the neighbours. */
  readonly place: Pick<RosterHousehold, 'province' | 'county' | 'township' | 'village' | 'hamlet'>
}

/** Adds a household found in the field; `token` is a text that nobody else draws. Returns its id. */
export async function addFoundHousehold(
  store: ProjectStore,
  household: NewHousehold,
  token: string,
  author: Author,
): Promise<Result<string>> {
  const id = foundId(token)
  const head = { ...NOBODY, id: `${id}-head`, name: household.headName, relation: 'head' }
  const facts = { ...foundFacts(id, household), members: [head] }
  const written = await store.write(foundDrafts(id, { household: facts }, author))
  return written.ok ? success(id) : written
}

/** `f-` and a text drawn for it: no household of a list can have it. */
export function foundId(token: string): string {
  return `f-${token}`
}

type FoundFacts = v.InferOutput<typeof HOUSEHOLD_FACTS.found.value>

/** The changes that make a found household known, to the project and to itself. */
export function foundDrafts(id: string, found: FoundFacts, author: Author): readonly ChangeDraft[] {
  return [
    draftProjectFact(PROJECT_FACTS.fieldwork, [id], true, author),
    draftHouseholdFact(id, HOUSEHOLD_FACTS.found, [], found, author),
  ]
}

/** What is known of a household at its finding; the interview asks for the rest. */
export function foundFacts(id: string, { headName, status, place }: NewHousehold) {
  const { province, county, township, village, hamlet } = place
  return {
    id,
    headName,
    status,
    exitYear: null,
    identifiedYear: null,
    province,
    county,
    township,
    village,
    hamlet,
    registryIncome: null,
    category: null,
    povertyCauses: [],
    statedSize: null,
    phone: null,
    unsafeHouse: null,
    safeWater: null,
    source: NO_SOURCE,
    kept: {},
  }
}

const NO_SOURCE = { file: '', sheet: '', row: 0 }

const NOBODY = {
  idNumber: null,
  birthDate: null,
  sex: null,
  ethnicity: null,
  educationLevel: null,
  studentStatus: null,
  health: null,
  laborAbility: null,
  workPlace: null,
  workMonths: null,
  phone: null,
  source: NO_SOURCE,
  kept: {},
}
