import { beforeEach, describe, expect, it } from 'vitest'
import { CURRENT_INSTRUMENT, KNOWN_FORMS } from '../../../src/adapters/resources/instruments'
import { newReplica } from '../../../src/adapters/crypto/newReplica'
import { MemoryStore } from '../../../src/adapters/memory/MemoryStore'
import { adoptRoster } from '../../../src/application/roster/adoptRoster'
import { villageWork } from '../../../src/application/workbook/villageWork'
import { aHousehold } from '../../builders/aHousehold'
import { openInterview } from '../../../src/application/interview/openInterview'
import { beginInterview, recordAnswers } from '../../../src/application/interview/recordAnswers'
import { backcheckReport } from '../../../src/application/rounds/backcheckReport'
import {
  assignBackcheck,
  backchecksOf,
  blindHouseholds,
  householdChanges,
} from '../../../src/application/rounds/backchecks'
import { listBackchecks, takeBackBackchecks } from '../../../src/application/rounds/listBackchecks'
import { addPerson } from '../../../src/application/store/addPerson'
import type { ProjectStore } from '../../../src/application/store/ProjectStore'
import type { Round } from '../../../src/application/assess/AnswerRecord'
import type { Result } from '../../../src/domain/shared/Result'

const LATER = '2020-12-31T09:00:00Z'
const AT = '2020-12-31T08:00:00Z'
const HOUSEHOLD = '村/户1'
let store: ProjectStore

beforeEach(async () => {
  store = new MemoryStore('test', newReplica())
  for (const id of ['组长', '甲', '乙'])
    value(await addPerson(store, { id, name: id, enteredBy: '组长', at: AT }))
  value(await adoptRoster(store, [aHousehold({ id: HOUSEHOLD })], { person: '组长', at: AT }))
  await answered('甲', 'first', { food_enough: 'all_year', bedding: 'enough', visit_outcome: 'completed' })
})

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}

function codeOf(result: Result<unknown>): string | undefined {
  return result.ok ? undefined : result.problems[0]?.code
}

function opened(person: string, round: Round) {
  return openInterview(store, HOUSEHOLD, round, round, person)
}

async function answered(
  person: string,
  round: Round,
  answers: Readonly<Record<string, string>>,
): Promise<void> {
  const { id, changes } = value(await opened(person, round))
  const author = { person, at: AT }
  if (changes.length === 0) value(await beginInterview(store, id, CURRENT_INSTRUMENT, author))
  const given = Object.entries(answers).map(
    ([question, answer]) => ({ ref: { question }, value: answer, evidence: 'respondent' }) as const,
  )
  value(await recordAnswers(store, id, given, author))
}

/** Households of which something is in the workbook that a person exports, and those that it says are hidden. */
async function workedOn(person: string) {
  const [told, hidden]: [string[], string[]] = [[], []]
  for await (const village of villageWork(store, person))
    for (const { household, changes, isHidden = false } of village) {
      if (changes.length > 0) told.push(household.id)
      if (isHidden) hidden.push(household.id)
    }
  return { told, hidden }
}

const takenBack = (reason = '派错了') =>
  takeBackBackchecks(store, [HOUSEHOLD], { person: '组长', at: LATER, reason })
const assigned = (checker: string) => assignBackcheck(store, HOUSEHOLD, checker, { person: '组长', at: AT })

describe('a back-check', () => {
  it('is given to nobody who answered in the first round, and only once that is closed', async () => {
    expect(codeOf(await assigned('甲'))).toBe('backcheck_own_interview')
    const other = await assignBackcheck(store, '村/户2', '乙', { person: '组长', at: AT })
    expect(codeOf(other)).toBe('backcheck_not_interviewed')
    expect(await backchecksOf(store)).toEqual([])
  })

  it('is opened by whoever it was given to, and by nobody else', async () => {
    value(await assigned('乙'))
    expect(codeOf(await opened('组长', 'backcheck'))).toBe('backcheck_not_assigned')
    expect(value(await opened('乙', 'backcheck')).id).toBe(`${HOUSEHOLD}/backcheck/backcheck`)
  })

  it('refuses its checker the first answers by every way until his own visit is closed', async () => {
    value(await assigned('乙'))
    expect(codeOf(await opened('乙', 'first'))).toBe('backcheck_blind')
    expect(codeOf(await opened('乙', 'verification'))).toBe('backcheck_blind')
    expect(codeOf(await householdChanges(store, HOUSEHOLD, '乙'))).toBe('backcheck_blind')
    expect(value(await opened('乙', 'backcheck')).changes).toEqual([])
    expect([...(await blindHouseholds(store, '乙'))]).toEqual([HOUSEHOLD])
    expect([...(await blindHouseholds(store, '组长'))]).toEqual([])
    expect(await workedOn('乙')).toEqual({ told: [], hidden: [HOUSEHOLD] })
    expect(await workedOn('组长')).toEqual({ told: [HOUSEHOLD], hidden: [] })

    await answered('乙', 'backcheck', { food_enough: 'short', visit_outcome: 'partial' })
    expect(codeOf(await householdChanges(store, HOUSEHOLD, '乙'))).toBe('backcheck_blind')
    await answered('乙', 'backcheck', { visit_outcome: 'completed' })
    expect(value(await householdChanges(store, HOUSEHOLD, '乙')).length).toBeGreaterThan(6)
    expect(await backchecksOf(store)).toEqual([{ household: HOUSEHOLD, checker: '乙', isClosed: true }])
  })

  it('is taken back before it has begun, not after', async () => {
    value(await assigned('乙'))
    value(await takenBack())
    expect(await backchecksOf(store)).toEqual([])
    value(await assigned('乙'))
    value(await opened('乙', 'backcheck'))
    value(await takenBack())
    value(await assigned('乙'))
    await answered('乙', 'backcheck', { food_enough: 'enough' })
    expect(codeOf(await takenBack())).toBe('backcheck_begun')
  })

  it('is reported by question and by assessor once it is closed', async () => {
    value(await assigned('乙'))
    await answered('乙', 'backcheck', { food_enough: 'short', bedding: 'enough' })
    expect((await backcheckReport(store, KNOWN_FORMS)).households).toEqual([])
    await answered('乙', 'backcheck', { visit_outcome: 'completed' })
    const report = await backcheckReport(store, KNOWN_FORMS)
    expect(report.questions).toEqual([
      { question: 'food_enough', compared: 1, different: 1, rate: 1 },
      { question: 'bedding', compared: 1, different: 0, rate: 0 },
    ])
    expect(report.assessors).toEqual([
      { assessor: '甲', households: 1, compared: 2, different: 1, rate: 1 / 2 },
    ])
  })
})

describe('the list of back-checks', () => {
  const state = async () => (await listBackchecks(store)).map((each) => [each.checker, each.state])

  it('says to whom a household was given, by whom and when, and how far it is', async () => {
    value(await assigned('乙'))
    expect(await listBackchecks(store)).toEqual([
      { household: HOUSEHOLD, checker: '乙', by: '组长', at: AT, state: 'given', ended: null },
    ])
    await answered('乙', 'backcheck', { food_enough: 'often_short' })
    expect(await state()).toEqual([['乙', 'begun']])
    await answered('乙', 'backcheck', { visit_outcome: 'completed' })
    expect(await state()).toEqual([['乙', 'closed']])
  })

  it('keeps what was taken back, with who did so, when and why', async () => {
    value(await assigned('乙'))
    value(await takenBack())
    expect(await blindHouseholds(store, '乙')).toEqual(new Set())
    expect(await listBackchecks(store)).toMatchObject([
      { checker: '乙', state: 'taken_back', ended: { by: '组长', at: LATER, reason: '派错了' } },
    ])
  })

  it('keeps what went to somebody else', async () => {
    value(await assigned('乙'))
    value(await assigned('组长'))
    expect(await state()).toEqual(expect.arrayContaining([['乙', 'passed_on'], ['组长', 'given']])) // prettier-ignore
  })

  it('is not touched without a reason, by what is given to nobody, or once it is begun', async () => {
    expect(codeOf(await takenBack())).toBe('backcheck_not_given')
    value(await assigned('乙'))
    expect(codeOf(await takenBack('  '))).toBe('backcheck_reason_missing')
    await answered('乙', 'backcheck', { food_enough: 'often_short' })
    expect(codeOf(await takenBack())).toBe('backcheck_begun')
    expect(await state()).toEqual([['乙', 'begun']])
  })

  it('takes all back or none', async () => {
    value(await assigned('乙'))
    const both = await takeBackBackchecks(store, [HOUSEHOLD, '村/户2'], {
      person: '组长',
      at: LATER,
      reason: '派错了',
    })
    expect(codeOf(both)).toBe('backcheck_not_given')
    expect(await state()).toEqual([['乙', 'given']])
  })
})
