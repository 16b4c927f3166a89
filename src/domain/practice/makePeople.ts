import { idNumberFor } from '../roster/values/idNumber'
import type { RosterMember } from '../roster/Roster'
import type { SeededRandom } from '../shared/seededRandom'
import type { FamilyRole } from './families'
import type { PracticeNames } from './PracticeMaterial'

/** A region code that no county has ever had, so that no number can be a living person's. */
const NOWHERE = '539901'
/** Relations that come from another family. */
const MARRIED_IN = ['spouse', 'mother', 'daughter_in_law']

/** Who is to be made up. */
export interface InventedFamily {
  readonly roles: readonly FamilyRole[]
  readonly healthOf: (role: FamilyRole, random: SeededRandom) => readonly string[]
  readonly memberId: (index: number, idNumber: string) => string
  readonly source: RosterMember['source']
  /** ID numbers of the county so far. */
  readonly taken: Set<string>
}

/** A family of invented people, in the order of its roles. */
export function makePeople(
  { roles, healthOf, memberId, source, taken }: InventedFamily,
  names: PracticeNames,
  random: SeededRandom,
): readonly RosterMember[] {
  const familyName = random.pick(names.family)
  return roles.map((each, index) => {
    const { birthDate, idNumber } = newPerson(random, each, taken)
    const given = each.sex === 'male' ? names.maleGiven : names.femaleGiven
    const family = MARRIED_IN.includes(each.relation) ? random.pick(names.family) : familyName
    return {
      id: memberId(index, idNumber),
      name: family + random.pick(given) + (random.next() < 0.6 ? random.pick(given) : ''),
      idNumber,
      relation: each.relation,
      birthDate,
      sex: each.sex,
      ethnicity: '汉族',
      educationLevel: each.education,
      studentStatus: each.student,
      health: healthOf(each, random),
      laborAbility: each.labor,
      workPlace: null,
      workMonths: null,
      phone: null,
      source,
      kept: {},
    }
  })
}

/** A birth date and an ID number that nobody of this county has yet. */
function newPerson(random: SeededRandom, { born, sex }: FamilyRole, taken: Set<string>) {
  for (;;) {
    const birthDate = `${random.between(...born)}-${twoDigits(random.between(1, 12))}-${twoDigits(random.between(1, 28))}`
    const order = random.between(0, 499) * 2 + (sex === 'male' ? 1 : 0)
    const idNumber = idNumberFor(
      `${NOWHERE}${birthDate.replaceAll('-', '')}${String(order).padStart(3, '0')}`,
    )
    if (taken.has(idNumber)) continue
    taken.add(idNumber)
    return { birthDate, idNumber }
  }
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}
