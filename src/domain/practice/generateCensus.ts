import type { Instrument } from '../instrument/loadInstrument'
import { isFinished } from '../instrument/Roles'
import { evaluateInterview } from '../interview/evaluateInterview'
import { instancesOf, type Interview } from '../interview/Interview'
import type { Answer, InterviewAnswers } from '../interview/Answers'
import type { RosterHousehold } from '../roster/Roster'
import { seededRandom, type SeededRandom } from '../shared/seededRandom'
import type { StandardsInForce } from '../standards/Standards'
import { allocate } from './allocate'
import { ADDED, contradict } from './contradict'
import { drawAnswer, drawWeighted } from './drawAnswer'
import { listHousehold, type CountyPlan } from './listHousehold'
import type { CensusMaterial, Draws } from './PracticeCensus'
import type { PracticeAnswer, PracticeHousehold } from './PracticeHousehold'
import type { PracticeNames } from './PracticeMaterial'

/** What a practice census is made of, besides its plan. */
export interface CensusPorts {
  readonly names: PracticeNames
  readonly material: CensusMaterial
  readonly instrument: Instrument
  readonly standards: StandardsInForce
}

/** The registered households of an invented county with what each answered, one after another: the same for the same plan. */
export function* generateCensus(plan: CountyPlan, ports: CensusPorts): Generator<PracticeHousehold> {
  const { names, material, standards } = ports
  const random = seededRandom(plan.seed)
  const taken = new Set<string>()
  const allotted = <Item extends { readonly weight: number }>(items: readonly Item[]): readonly Item[] =>
    random.shuffle(allocate(items, plan.households))
  const statuses = allotted(statusShares(material))
  const families = allotted(material.families)
  const health = material.health.map(({ codes, weight }) => [codes, weight] as const)
  const contradictions = contradict(material.contradictions, standards.asOf)
  for (const [index, { code, reason }] of allotted(material.outcomes).entries()) {
    const { household, assessor } = listHousehold(
      {
        status: statuses[index]?.status ?? 'exited',
        roles: families[index]?.members ?? [],
        healthOf: () => drawWeighted(health, random),
        index,
        random,
        taken,
      },
      plan,
      names,
    )
    const answers: readonly PracticeAnswer[] =
      code === null
        ? []
        : [
            ofHousehold('visit_outcome', code),
            ...(reason === undefined ? [] : [ofHousehold('outcome_reason', reason)]),
            ...(isFinished(code) ? enumerated(household, contradictions(household), random, ports) : []),
          ]
    yield { scenario: code ?? 'not_visited', household, answers, assessor }
  }
}

function statusShares({ statuses }: CensusMaterial) {
  const shares = Object.entries(statuses) as [keyof CensusMaterial['statuses'], number][]
  return shares.map(([status, weight]) => ({ status, weight }))
}

/** Draws an answer to every question, puts `given` in the place of some, and keeps those to questions that apply, some left out. */
function enumerated(
  household: RosterHousehold,
  given: readonly PracticeAnswer[],
  random: SeededRandom,
  { material, instrument, standards }: CensusPorts,
): readonly PracticeAnswer[] {
  const drawn = new Map([
    ...draw(material.household, null),
    ...household.members.flatMap(({ id }) => draw(material.member, id)),
    entry(ofHousehold('respondent', household.members[0]?.id ?? 'other')),
  ])
  const once = evaluateInterview(instrument, household, answersOf([...drawn.values()]), standards)
  for (const answer of notOffered(once, drawn)) {
    const offered = answer.choices
    if (offered.length > 0) drawn.set(answer.key, { ...answer.said, value: random.pick(offered) })
    else drawn.delete(answer.key)
  }
  for (const answer of given) drawn.set(...entry(answer))
  const interview = evaluateInterview(instrument, household, answersOf([...drawn.values()]), standards)
  return [...drawn.values()].filter(
    (answer) =>
      isAsked(interview, answer) && (given.includes(answer) || random.next() >= material.unanswered),
  )

  function draw(draws: Draws, member: string | null) {
    return Object.entries(draws).map(([question, each]) =>
      entry({ member, line: null, question, value: drawAnswer(each, random) }),
    )
  }
}

/** Answers whose choice is not offered beside the others, with those that are. */
function notOffered(interview: Interview, drawn: ReadonlyMap<string, PracticeAnswer>) {
  return [...drawn].flatMap(([key, said]) => {
    const question = interview.instrument.questions.get(said.question)
    if (question === undefined || question.choiceRelevant.size === 0) return []
    const frame = {
      household: interview.household.values,
      own: interview.household.values,
      repeats: interview.repeats,
    }
    const choices = [...question.choiceRelevant].flatMap(([name, isOffered]) =>
      isOffered({ ...frame, self: undefined }) === false ? [] : [name],
    )
    return typeof said.value === 'string' && !choices.includes(said.value) ? [{ key, said, choices }] : []
  })
}

function isAsked(interview: Interview, { member, question }: PracticeAnswer): boolean {
  const asked = interview.instrument.questions.get(question)
  if (asked === undefined) throw new Error(`no question ${question} in the form`)
  const own = instancesOf(interview, asked.scope).find(({ id }) => id === (member ?? ''))
  return own?.states[asked.slot]?.state === 'answered'
}

function answersOf(said: readonly PracticeAnswer[]): InterviewAnswers {
  const members = new Map<string, Map<string, Answer>>()
  const household = new Map<string, Answer>([
    ['visit_outcome', { value: 'enumerated', evidence: 'observed' }],
  ])
  for (const { member, question, value } of said) {
    const answer: Answer = { value, evidence: 'respondent' }
    if (member === null) household.set(question, answer)
    else members.set(member, (members.get(member) ?? new Map<string, Answer>()).set(question, answer))
  }
  const addedMembers = members.has(ADDED) ? [ADDED] : []
  const labels = new Map(addedMembers.map((id) => [id, id]))
  return { household, members, lines: new Map(), addedMembers, labels, readings: new Map() }
}

function ofHousehold(question: string, value: string): PracticeAnswer {
  return { member: null, line: null, question, value }
}

function entry(answer: PracticeAnswer): [key: string, answer: PracticeAnswer] {
  return [`${answer.member ?? ''} ${answer.question}`, answer]
}
