import type { Sex } from '../roster/Roster'
import type { SeededRandom } from '../shared/seededRandom'

/** Somebody of an invented family. */
export interface FamilyRole {
  /** Codes as of the register. */
  readonly relation: string
  readonly sex: Sex
  /** Birth years, both included. */
  readonly born: readonly [number, number]
  readonly education: string
  readonly student: string
  readonly labor: string
}

/** By household size: 1 old person, couples, families with a pupil, three generations. */
const FAMILIES: readonly (readonly FamilyRole[])[] = [
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

/** A family of a practice county. Scenarios about pupils and workers need a large one: at least three people. */
export function drawFamily(isLarge: boolean, random: SeededRandom): readonly FamilyRole[] {
  return random.pick(isLarge ? FAMILIES.slice(2) : FAMILIES)
}

/** Half of those who cannot work, but for sons, are chronically ill; everybody else is healthy. */
export function drawHealth({ labor, relation }: FamilyRole, random: SeededRandom): readonly string[] {
  return labor === 'none' && relation !== 'son' && random.next() < 0.5 ? ['chronic'] : ['healthy']
}

function role(
  relation: string,
  sex: Sex,
  born: readonly [number, number],
  education: string,
  labor: string,
): FamilyRole {
  return { relation, sex, born, education, student: 'not_student', labor }
}

/** Seven to thirteen years old at the end of 2020: of school age, and past the entry day. */
function pupil(relation: string, sex: Sex): FamilyRole {
  return { relation, sex, born: [2007, 2013], education: 'primary', student: 'primary', labor: 'none' }
}
