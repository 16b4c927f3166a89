import { idNumberFor } from '../roster/values/idNumber'
import type { RosterMember, Sex } from '../roster/Roster'
import type { SeededRandom } from '../shared/seededRandom'
import type { PracticeNames } from './PracticeMaterial'

/** A region code that no county has ever had, so that no number can be a living person's. */
const NOWHERE = '539901'

interface Role {
  readonly relation: string
  readonly sex: Sex
  /** Birth years, both included. */
  readonly born: readonly [number, number]
  readonly education: string
  readonly student: string
  readonly labor: string
}

/** By household size: 1 old person, couples, families with a pupil, three generations. */
const FAMILIES: readonly (readonly Role[])[] = [
  [role('head', 'male', [1948, 1960], 'illiterate', 'weak')],
  [
    role('head', 'male', [1955, 1965], 'primary', 'weak'),
    role('spouse', 'female', [1956, 1966], 'primary', 'weak'),
  ],
  [
    role('head', 'male', [1975, 1985], 'junior_secondary', 'ordinary'),
    role('spouse', 'female', [1976, 1986], 'primary', 'ordinary'),
    pupil('daughter', 'female'),
  ],
  [
    role('head', 'male', [1975, 1985], 'primary', 'ordinary'),
    role('spouse', 'female', [1976, 1986], 'primary', 'ordinary'),
    pupil('daughter', 'female'),
    role('father', 'male', [1945, 1955], 'illiterate', 'none'),
  ],
  [
    role('head', 'male', [1972, 1982], 'junior_secondary', 'skilled'),
    role('spouse', 'female', [1973, 1983], 'primary', 'ordinary'),
    pupil('son', 'male'),
    pupil('daughter', 'female'),
    role('mother', 'female', [1946, 1956], 'illiterate', 'none'),
  ],
]

/** A family of invented people, head first; `taken` holds the ID numbers of the county so far. Scenarios about pupils and workers need one of at least three. */
export function makePeople(
  random: SeededRandom,
  names: PracticeNames,
  isLarge: boolean,
  memberId: (index: number, idNumber: string) => string,
  source: RosterMember['source'],
  taken: Set<string>,
): readonly RosterMember[] {
  const family = random.pick(isLarge ? FAMILIES.slice(2) : FAMILIES)
  const familyName = random.pick(names.family)
  return family.map((each, index) => {
    const { birthDate, idNumber } = newPerson(random, each, taken)
    const given = each.sex === 'male' ? names.maleGiven : names.femaleGiven
    const family =
      each.relation === 'spouse' || each.relation === 'mother' ? random.pick(names.family) : familyName
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
      health:
        each.labor === 'none' && each.relation !== 'son' && random.next() < 0.5 ? ['chronic'] : ['healthy'],
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
function newPerson(random: SeededRandom, { born, sex }: Role, taken: Set<string>) {
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

function role(
  relation: string,
  sex: Sex,
  born: readonly [number, number],
  education: string,
  labor: string,
): Role {
  return { relation, sex, born, education, student: 'not_student', labor }
}

/** Seven to thirteen years old at the end of 2020: of school age, and past the entry day. */
function pupil(relation: string, sex: Sex): Role {
  return { relation, sex, born: [2007, 2013], education: 'primary', student: 'primary', labor: 'none' }
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}
