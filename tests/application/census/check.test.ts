import { beforeEach, describe, expect, it } from 'vitest'
import { digest } from '../../../src/adapters/crypto/digest'
import { currentForm, instrumentOf } from '../../../src/adapters/resources/instruments'
import type { AnswerRecord } from '../../../src/application/assess/AnswerRecord'
import type { AssessmentRules } from '../../../src/application/assess/assessHousehold'
import { writeAnswers } from '../../../src/application/assess/writeAnswers'
import { drawnAgain } from '../../../src/application/census/check/CheckDraw'
import { checkDrawsOf } from '../../../src/application/census/check/checkDraws'
import { checkReport } from '../../../src/application/census/check/checkReport'
import { drawCheck, type WantedCheck } from '../../../src/application/census/check/drawCheck'
import { addFoundHousehold } from '../../../src/application/households/addFoundHousehold'
import { CENSUS } from '../../../src/application/programmes/census'
import { assignBackcheck, backchecksOf, blindHouseholds } from '../../../src/application/rounds/backchecks'
import { addPerson } from '../../../src/application/store/addPerson'
import type { ProjectStore } from '../../../src/application/store/ProjectStore'
import { aHousehold, aMember } from '../../builders/aHousehold'
import { aMemoryProject } from '../../builders/aMemoryProject'
import { someStandards } from '../../builders/someStandards'
import { valueOf } from '../../contracts/projectStoreContract'

const AT = '2020-12-31T08:00:00Z'
const LEAD = { person: '组长', at: AT }
const FORM = currentForm('census')
const RULES: AssessmentRules = {
  standards: someStandards(),
  instrumentOf,
  currentInstrument: FORM,
  programme: CENSUS,
}
/** Three villages of four households; 甲 enumerated the first two villages, 乙 the third. */
const HOUSEHOLDS = ['东村', '西村', '北村'].flatMap((village) =>
  [1, 2, 3, 4].map((nth) =>
    aHousehold({ id: `${village}${nth}`, village, members: [aMember({ id: 'm1' }), aMember({ id: 'm2' })] }),
  ),
)
const enumeratorOf = (household: string) => (household.startsWith('北村') ? '乙' : '甲')
let store: ProjectStore

type Said = readonly [question: string, value: string, member?: string]

async function say(by: string, household: string, round: AnswerRecord['round'], ...said: readonly Said[]) {
  const records = said.map(([question, value, member = null]): AnswerRecord => {
    const to = { household, member, line: null, question, value }
    return { ...to, evidence: 'respondent', round, at: AT, by }
  })
  valueOf(
    await writeAnswers(store, records, {
      ...LEAD,
      instrumentVersion: FORM.data.version,
      copy: `${round}-${household}`,
    }),
  )
}

const ENUMERATED: readonly Said[] = [
  ['visit_outcome', 'enumerated'],
  ['food_enough', 'all_year'],
  ['bedding', 'enough'],
]

beforeEach(async () => {
  store = await aMemoryProject(HOUSEHOLDS, [])
  for (const id of ['组长', '甲', '乙', '丙'])
    valueOf(await addPerson(store, { id, name: id, enteredBy: '组长', at: AT }))
  for (const { id } of HOUSEHOLDS)
    await say(
      enumeratorOf(id),
      id,
      'first',
      ...(id === '北村4' ? [['visit_outcome', 'not_home'] as const] : ENUMERATED),
    )
})

function draw(given: Partial<WantedCheck> = {}) {
  const wanted = { villages: 3, households: 11, checkers: ['甲', '乙'], seed: '种子', ...given }
  return drawCheck(store, wanted, digest, LEAD)
}

async function codes(given: Partial<WantedCheck>) {
  const result = await draw(given)
  return result.ok ? [] : result.problems.map(({ code }) => code)
}

async function report() {
  const [latest] = await checkDrawsOf(store)
  if (latest === undefined) throw new Error('no draw')
  return checkReport(store, latest, RULES, digest)
}

describe('a drawn check', () => {
  it('sends each enumerated household to somebody who did not enumerate it, blind', async () => {
    const { drawn } = valueOf(await draw())
    expect(drawn).toHaveLength(11)
    for (const { household, village, checker } of drawn) {
      expect(household).not.toBe('北村4')
      expect(village).toContain(household.slice(0, 2))
      expect(checker).toBe(enumeratorOf(household) === '甲' ? '乙' : '甲')
    }
    expect(await backchecksOf(store)).toHaveLength(11)
    expect((await blindHouseholds(store, '乙')).size).toBe(8)
  })
  it('is kept so that it can be drawn again', async () => {
    const made = valueOf(await draw({ villages: 2, households: 4 }))
    const [recorded] = await checkDrawsOf(store)
    expect(recorded).toMatchObject({ draw: made, person: '组长', at: AT })
    expect(drawnAgain(made, digest).isSame).toBe(true)
    const [first, ...others] = made.drawn
    if (first === undefined) throw new Error('nothing drawn')
    expect(drawnAgain({ ...made, drawn: [...others, first] }, digest).isSame).toBe(false)
  })
  it('leaves a household with whoever back-checks it already', async () => {
    valueOf(await assignBackcheck(store, '东村1', '丙', LEAD))
    const { drawn } = valueOf(await draw())
    expect(drawn.find(({ household }) => household === '东村1')?.checker).toBe('丙')
    expect((await backchecksOf(store)).filter(({ household }) => household === '东村1')).toHaveLength(1)
  })
  it('is refused, and gives nothing, where nobody can go', async () => {
    expect(await codes({ checkers: [] })).toEqual(['check_nobody_sent'])
    expect(await codes({ checkers: ['丁'] })).toEqual(['person_unknown'])
    expect(await codes({ checkers: ['甲'] })).toEqual(['check_all_own'])
    expect(await codes({ villages: 4 })).toEqual(['check_villages_above_frame'])
    expect(await backchecksOf(store)).toEqual([])
    expect(await checkDrawsOf(store)).toEqual([])
  })
})

describe('what a check found', () => {
  it('tells nothing of a household before its check is over', async () => {
    valueOf(await draw())
    await say('乙', '东村1', 'backcheck', ['food_enough', 'often_short'], ['visit_outcome', 'partial'])
    expect(await report()).toMatchObject({
      isSame: true,
      compared: [],
      errors: { items: [] },
      checkers: [
        { checker: '乙', closed: 0 },
        { checker: '甲', closed: 0 },
      ],
    })
  })
  it('is the answers that differ, each item among those that both have', async () => {
    valueOf(await draw())
    await say(
      '乙',
      '东村1',
      'backcheck',
      ['food_enough', 'often_short'],
      ['bedding', 'enough'],
      ['visit_outcome', 'enumerated'],
    )
    await say('甲', '北村1', 'backcheck', ['food_enough', 'all_year'], ['visit_outcome', 'enumerated'])
    const { errors, compared } = await report()
    expect(compared.map(({ household, assessor, checker }) => [household, assessor, checker])).toEqual([
      ['东村1', '甲', '乙'],
      ['北村1', '乙', '甲'],
    ])
    expect(errors.items.map(({ question, part, whole }) => [question, part, whole])).toEqual([
      ['food_enough', 1, 2],
      ['bedding', 0, 1],
    ])
    expect(errors.overall).toMatchObject({ part: 1, whole: 3 })
  })
  it('is the persons omitted and wrongly listed', async () => {
    valueOf(await draw())
    await say('乙', '东村1', 'backcheck', ...ENUMERATED,
      ['member_status', 'died', 'm2'], ['name', '王小', 'new-1'], ['member_status', 'new', 'new-1']) // prettier-ignore
    const { persons } = await report()
    expect(persons.omitted).toMatchObject([{ household: '东村1', person: { name: '王小' }, isKnown: false }])
    expect(persons.wronglyListed).toMatchObject([{ household: '东村1', person: { id: 'm2' }, isKnown: true }])
    // m1 and the new one are in the check; m1 and m2 in the census.
    expect(persons.omittedRate).toMatchObject({ part: 1, whole: 2 })
    expect(persons.wrongRate).toMatchObject({ part: 1, whole: 2 })
  })
  it('is the households that are none of their own; nobody met says nothing', async () => {
    valueOf(await draw())
    await say('乙', '东村1', 'backcheck', ['visit_outcome', 'dissolved'])
    await say('乙', '东村2', 'backcheck', ['visit_outcome', 'not_home'])
    await say('乙', '东村3', 'backcheck', ...ENUMERATED)
    const { households, unanswered } = await report()
    expect(households.wronglyListed.map(({ household }) => household)).toEqual(['东村1'])
    expect(households.wrongRate).toMatchObject({ part: 1, whole: 2 })
    expect(unanswered).toBe(1)
  })
  it('is the households that a checker found in a drawn village after the draw', async () => {
    const find = async (person: string, token: string) =>
      valueOf(
        await addFoundHousehold(
          store,
          { headName: '赵', status: null, place: HOUSEHOLDS[0] ?? aHousehold() },
          token,
          { person, at: AT },
        ),
      )
    await find('乙', 'before')
    valueOf(await draw())
    const found = await find('乙', 'after')
    await find('丙', 'other')
    expect((await report()).households.omitted).toEqual([found])
  })
})
