import type { Answer, AnswerValue, InterviewAnswers } from '../../src/domain/interview/Answers'
import type { AreaAnswers } from '../../src/domain/programmes/census/AreaForm'
import type { RosterHousehold } from '../../src/domain/roster/Roster'
import { seededRandom, type SeededRandom } from '../../src/domain/shared/seededRandom'
import { aHousehold, aMember } from '../builders/aHousehold'
import { choosersOf, type Chooser } from './choosers'

/** One household as it was listed, and as it answered. */
export interface GeneratedHousehold {
  readonly village: string
  readonly household: RosterHousehold
  readonly said: Said
  /** By member, in the order of the list; added ones after them. */
  readonly people: readonly { readonly id: string; readonly isAdded: boolean; readonly said: Said }[]
}

/** Answers by question; what is not there was not answered. */
export type Said = Readonly<Record<string, AnswerValue>>

/** `published`: by the shares of the bulletins, some questions unanswered. `anything`: every choice alike, many unanswered. */
export type Profile = 'published' | 'anything'

const HOUSEHOLDS_A_VILLAGE = 200
const VILLAGES_A_TOWNSHIP = 12

/** Key of the village of the household with this number. */
export function villageOfNumber(number: number): string {
  const village = Math.floor(number / HOUSEHOLDS_A_VILLAGE)
  return `测县/乡${Math.floor(village / VILLAGES_A_TOWNSHIP) + 1}/村${village + 1}`
}

/** Households of a county, one at a time: the same for a seed. */
export function* generateHouseholds(
  count: number,
  seed: number,
  profile: Profile,
): Generator<GeneratedHousehold> {
  const random = seededRandom(seed)
  const chooser = choosersOf(profile, random)
  for (let number = 0; number < count; number++) yield household(number, random, chooser)
}

/** What villages of the county said in their forms. */
export function generateVillages(count: number, seed: number, profile: Profile): readonly AreaAnswers[] {
  const random = seededRandom(seed)
  const chooser = choosersOf(profile, random)
  return Array.from({ length: count }, () => chooser.village())
}

/** The answers as an interview has them. */
export function answersOf({ said, people }: GeneratedHousehold): InterviewAnswers {
  const added = people.filter(({ isAdded }) => isAdded).map(({ id }) => id)
  return {
    household: evidenced(said),
    members: new Map(people.map((person) => [person.id, evidenced(person.said)])),
    lines: new Map(),
    addedMembers: added,
    labels: new Map(added.map((id) => [id, id])),
    readings: new Map(),
  }
}

function evidenced(said: Said): ReadonlyMap<string, Answer> {
  return new Map(
    Object.entries(said).map(([question, value]) => [question, { value, evidence: 'respondent' }]),
  )
}

function household(number: number, random: SeededRandom, chooser: Chooser): GeneratedHousehold {
  const size = random.between(1, 5)
  const listed = Array.from({ length: size }, (_, index) => {
    const year = index === 0 ? random.between(1940, 1998) : random.between(1935, 2020)
    return aMember({
      id: `${number}-${index + 1}`,
      relation: index === 0 ? 'head' : 'other',
      birthDate: dayIn(year, random),
      sex: random.pick(['male', 'female']),
      health: random.pick(HEALTH),
    })
  })
  const isJoined = random.next() < 0.02
  const status = random.pick(['exited', 'exited', 'poor', 'relapsed', null] as const)
  const roster = aHousehold({ id: String(number), status, members: listed })
  const answered = chooser.household()
  const people = [
    ...listed.map(({ id }) => ({ id, isAdded: false, said: chooser.member() })),
    ...(isJoined
      ? [
          {
            id: 'new-1',
            isAdded: true,
            said: {
              ...chooser.member(),
              member_status: 'new',
              birth_date: dayIn(random.between(1940, 2020), random),
              sex: random.pick(['male', 'female']),
              health: [random.pick(['healthy', 'disabled'])],
            },
          },
        ]
      : []),
  ]
  return { village: villageOfNumber(number), household: roster, said: answered, people }
}

const HEALTH: readonly (readonly string[] | null)[] = [
  ...Array.from({ length: 20 }, () => ['healthy']),
  ...Array.from({ length: 4 }, () => ['chronic']),
  ...[['disabled'], ['chronic', 'serious'], null],
]

function dayIn(year: number, random: SeededRandom): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${year}-${two(random.between(1, 12))}-${two(random.between(1, 28))}`
}
