import type { Instrument } from '../../domain/instrument/loadInstrument'
import { PRACTICE_AS_OF } from '../../domain/practice/generateCounty'
import { adoptRoster, villageOf } from '../roster/adoptRoster'
import type { AnswerRecord } from '../assess/AnswerRecord'
import { recordAnswers, type Author } from '../interview/recordAnswers'
import { draftPersonFact } from '../facts/personFacts'
import { settingsDrafts } from '../project/ProjectSettings'
import { assignHouseholds, assignVillages } from '../team/assignment/assign'
import { addDevice, leadProject } from '../team/roll/keepRoll'
import type { DeviceKeys } from '../team/TeamPort'
import { TeamCounty } from './TeamCounty'
import { COPY, TeamDesk } from './TeamDesk'
import type { TeamMaterial, TeamPackage, TeamPlan } from './TeamPlan'
import { valueOf } from './valueOf'

const LEAD = '练习组长'
const RECOVERY = 'recovery'
const ROUND = 'first'
/** What the hand-over ends in: asked of the household, with three choices. */
const DISPUTED = 'food_enough'
const CORRECTED_QUESTION = 'bedding'
/** The days of the example; the clock decides nothing. */
const PREPARED = '2020-07-01T01:00:00Z'
const INTERVIEWED = '2020-07-15T01:00:00Z'
const HANDED_OVER = '2020-07-16T01:00:00Z'
const CORRECTED = '2020-07-17T01:00:00Z'

/**
 * A team at work on a generated county: the lead assigns it in even parts, each assessor interviews theirs and sends a result.
 * Assessor 1 begins a household that is handed over to 2, and later changes an answer there, as 2 does too without knowing: one
 * conflict. The last assessor corrects an answer of their own, with the reason. One package at a time.
 */
export async function* practiceTeam(plan: TeamPlan, material: TeamMaterial): AsyncGenerator<TeamPackage> {
  const county = new TeamCounty(plan, material)
  const lead = await TeamDesk.open(LEAD, plan, material)
  await prepare(lead, plan, county, material)
  const first = await TeamDesk.join(county.assessor(0), lead, plan, material)
  const second = await TeamDesk.join(county.assessor(1), lead, plan, material)
  await first.take(lead, 'assignment', county.idsOf(0))

  const handed = county.handedOver(DISPUTED)
  const [begun, rest] = parted(county.recordsOf(handed))
  await first.interview(begun, INTERVIEWED)
  await lead.take(first, 'result', new Set([handed.household.id]))
  const by = { person: LEAD, at: HANDED_OVER, reason: '原评估员请假' }
  valueOf(await assignHouseholds(lead.store, [handed.household.id], second.name, by))
  await second.take(lead, 'assignment', new Set([...county.idsOf(1), handed.household.id]))
  await second.interview(rest, HANDED_OVER)

  const values = twoOthers(begun, material.instrument)
  for (const [at, desk] of [first, second].entries()) {
    const value = values[at] ?? null
    const answer = { ref: { question: DISPUTED }, value, evidence: 'respondent', reason: '再次核对' } as const
    const interview = `${handed.household.id}/${ROUND}/${COPY}`
    valueOf(await recordAnswers(desk.store, interview, [answer], { person: desk.name, at: CORRECTED }))
  }
  for (let at = 0; at < plan.team; at++) {
    const desk =
      at === 0 ? first : at === 1 ? second : await TeamDesk.join(county.assessor(at), lead, plan, material)
    if (at > 1) await desk.take(lead, 'assignment', county.idsOf(at))
    const isLast = at === plan.team - 1
    const records = county.recordsOfPart(at, handed)
    await desk.interview(isLast ? withCorrection(records, material.instrument) : records, INTERVIEWED)
    yield { assessor: desk.name, bytes: await desk.send('result', lead, null) }
  }
}

/** The lead's keys, and the recovery key that was made with the project. */
export async function practiceLeadKeys(
  material: Pick<TeamMaterial, 'keysOf'>,
): Promise<{ readonly lead: DeviceKeys; readonly recovery: DeviceKeys }> {
  return { lead: await material.keysOf(LEAD), recovery: await material.keysOf(RECOVERY) }
}

async function prepare(
  lead: TeamDesk,
  plan: TeamPlan,
  county: TeamCounty,
  { port, keysOf }: TeamMaterial,
): Promise<void> {
  const author: Author = { person: LEAD, at: PREPARED }
  const settings = { kind: 'assessment', asOf: PRACTICE_AS_OF, region: 'west', salt: plan.salt } as const
  valueOf(await lead.store.write([draftPersonFact(LEAD, author), ...settingsDrafts(settings, author)]))
  valueOf(await leadProject(lead.store, [LEAD], author, port, await keysOf(RECOVERY)))
  for (let at = 0; at < plan.team; at++) {
    const { device, recipient } = await keysOf(county.assessor(at))
    valueOf(await addDevice(lead.store, { device, recipient, names: [county.assessor(at)] }, author))
  }
  valueOf(await adoptRoster(lead.store, county.households, author))
  const partsOfVillage = new Map<string, Set<number>>()
  for (const [index, household] of county.households.entries()) {
    const village = villageOf(household)
    partsOfVillage.set(village, (partsOfVillage.get(village) ?? new Set()).add(county.partOf(index)))
  }
  for (let at = 0; at < plan.team; at++) {
    const whole = [...partsOfVillage].filter(([, parts]) => parts.size === 1 && parts.has(at))
    const villages = whole.map(([village]) => village)
    const others = county.households.filter(
      (household, index) => county.partOf(index) === at && !villages.includes(villageOf(household)),
    )
    valueOf(await assignVillages(lead.store, villages, county.assessor(at), author))
    const ids = others.map(({ id }) => id)
    valueOf(await assignHouseholds(lead.store, ids, county.assessor(at), author))
  }
}

/** An interview in two: up to the question that the two will differ about, and the rest. */
function parted(
  records: readonly AnswerRecord[],
): readonly [begun: readonly AnswerRecord[], rest: readonly AnswerRecord[]] {
  const end = records.findIndex(({ question }) => question === DISPUTED) + 1
  return [records.slice(0, end), records.slice(end)]
}

/** Two choices besides the one that was given. */
function twoOthers(records: readonly AnswerRecord[], instrument: Instrument): readonly [string, string] {
  const given = records.find(({ question }) => question === DISPUTED)?.value
  const [one, another] = choicesOf(DISPUTED, instrument).filter((choice) => choice !== given)
  if (one === undefined || another === undefined) throw new Error(`${DISPUTED} has not three choices`)
  return [one, another]
}

/** The first answer to this question given wrongly before, and corrected. */
function withCorrection(records: readonly AnswerRecord[], instrument: Instrument): readonly AnswerRecord[] {
  const at = records.findIndex(({ question }) => question === CORRECTED_QUESTION)
  const right = records[at]
  const wrong = right && choicesOf(right.question, instrument).find((choice) => choice !== right.value)
  if (right === undefined || wrong === undefined) throw new Error('nobody in the last part was interviewed')
  return [
    ...records.slice(0, at),
    { ...right, value: wrong },
    { ...right, reason: '听错了' },
    ...records.slice(at + 1),
  ]
}

function choicesOf(question: string, { data, questions }: Instrument): readonly string[] {
  const list = data.choices[questions.get(question)?.data.choices ?? ''] ?? []
  return list.map(({ name }) => name)
}
