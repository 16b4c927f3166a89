import type { AreaAnswers } from '../programmes/census/AreaForm'
import { seededRandom, type SeededRandom } from '../shared/seededRandom'
import { allocate } from './allocate'
import { drawAnswer } from './drawAnswer'
import type { CensusMaterial, Draw, Drawn } from './PracticeCensus'

/** A village has so many people of whom the register knows one. */
const PEOPLE_A_LISTED = 5
/** From so many villages on each choice of a question is made by one of them. */
const ROOM_FOR_ALL = 20

/** How many the list has. */
export interface ListedCount {
  readonly households: number
  readonly persons: number
}

/** What the forms of a practice census's villages say, by the keys of `listed`, and its county's: the same for the same seed. */
export function censusForms(
  listed: ReadonlyMap<string, ListedCount>,
  { village, villages_without_form: without, county }: CensusMaterial,
  seed: number,
): { readonly villages: ReadonlyMap<string, AreaAnswers>; readonly county: AreaAnswers } {
  const random = seededRandom(seed)
  const columns = Object.entries(village).map(
    ([question, draw]) => [question, drawColumn(draw, listed.size, random)] as const,
  )
  const isWithout = [
    { weight: 1 - without, value: false },
    { weight: without, value: true },
  ]
  const leftOut = random.shuffle(allocate(isWithout, listed.size, ROOM_FOR_ALL))
  const villages = [...listed].flatMap(([key, { households, persons }], index): [string, AreaAnswers][] => {
    if (leftOut[index]?.value === true) return []
    const answers = Object.fromEntries(columns.map(([question, drawn]) => [question, drawn[index] ?? '']))
    return [
      [key, { ...answers, registered_population: persons * PEOPLE_A_LISTED, poor_households: households }],
    ]
  })
  const drawn = Object.entries(county).map(([question, draw]) => [question, drawAnswer(draw, random)])
  return { villages: new Map(villages), county: { ...Object.fromEntries(drawn), ...totalsOf(listed) } }
}

/** The answers of all villages to a question: each choice at its share. */
function drawColumn(draw: Draw, count: number, random: SeededRandom): readonly Drawn[] {
  if (draw.one === undefined) return Array.from({ length: count }, () => drawAnswer(draw, random))
  const choices = Object.entries(draw.one).map(([value, weight]) => ({ value, weight }))
  return random.shuffle(allocate(choices, count, ROOM_FOR_ALL)).map(({ value }) => value)
}

function totalsOf(listed: ReadonlyMap<string, ListedCount>): AreaAnswers {
  const counts = [...listed.values()]
  return {
    administrative_villages: listed.size,
    registered_households: counts.reduce((sum, { households }) => sum + households, 0),
    registered_persons: counts.reduce((sum, { persons }) => sum + persons, 0),
    totals_source: '练习县，编造',
  }
}
