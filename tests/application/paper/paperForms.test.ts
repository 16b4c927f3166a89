import { describe, expect, it } from 'vitest'
import { digest } from '../../../src/adapters/crypto/digest'
import { KNOWN_FORMS } from '../../../src/adapters/resources/instruments'
import { readAnswers } from '../../../src/application/assess/readAnswers'
import { draftPersonFact } from '../../../src/application/facts/personFacts'
import { closeVisit } from '../../../src/application/interview/closeVisit'
import { openInterview } from '../../../src/application/interview/openInterview'
import { recordAnswers } from '../../../src/application/interview/recordAnswers'
import { beginPaper } from '../../../src/application/paper/beginPaper'
import { paperForms } from '../../../src/application/paper/paperForms'
import { answerLines } from '../../../src/application/team/answerLines'
import { interviewsOf } from '../../../src/application/team/interviewsOf'
import type { Round } from '../../../src/application/assess/AnswerRecord'
import type { ProjectStore } from '../../../src/application/store/ProjectStore'
import { aHousehold } from '../../builders/aHousehold'
import { aMemoryProject } from '../../builders/aMemoryProject'
import { valueOf } from '../../contracts/projectStoreContract'

const HOUSEHOLD = aHousehold()
const { id } = HOUSEHOLD
const VERSION = KNOWN_FORMS.currentInstrument.data.version
const DRAW = { seed: 'seed', usualShare: 100 }
const by = (person: string) => ({ person, at: '2020-07-16T08:00:00Z' })

async function project(): Promise<ProjectStore> {
  const store = await aMemoryProject([HOUSEHOLD], [])
  valueOf(await store.write(['张三', '李四', '王五'].map((name) => draftPersonFact(name, by(name)))))
  return store
}

function paper(store: ProjectStore, person: string, takenOn = '2020-07-15') {
  const form = {
    household: id,
    takenOn,
    askedBy: '张三',
    today: '2020-07-16',
    copy: person,
    instrumentVersion: VERSION,
  }
  return beginPaper(store, form, by(person))
}

async function enter(store: ProjectStore, round: Round, person: string, food: string): Promise<void> {
  const opened = valueOf(await openInterview(store, id, round, person, person))
  valueOf(
    await recordAnswers(
      store,
      opened.id,
      [{ ref: { question: 'food_enough' }, value: food, evidence: 'respondent' }],
      by(person),
    ),
  )
  valueOf(
    await closeVisit(
      store,
      opened.id,
      { outcome: 'completed', why: '', replies: [], overrides: [] },
      by(person),
    ),
  )
}

async function listed(store: ProjectStore) {
  return (await paperForms(store, KNOWN_FORMS, DRAW, digest)).forms
}

describe('a paper form', () => {
  it('is marked with the day, who asked and who entered it, and judged like any interview', async () => {
    const store = await project()
    valueOf(await paper(store, '李四'))
    expect(await listed(store)).toMatchObject([
      {
        household: id,
        paper: { takenOn: '2020-07-15', askedBy: '张三', enteredBy: '李四' },
        isClosed: false,
        second: null,
      },
    ])
    // Going on with it changes nothing; another day is a correction that stays visible as one.
    const before = (await store.changesOfHouseholds([id])).get(id)?.length
    valueOf(await paper(store, '李四'))
    expect((await store.changesOfHouseholds([id])).get(id)?.length).toBe(before)
    valueOf(await paper(store, '李四', '2020-07-14'))
    expect((await listed(store))[0]?.paper.takenOn).toBe('2020-07-14')
  })

  it('is refused for a day to come, and where a laptop interview has begun', async () => {
    const store = await project()
    expect(await paper(store, '李四', '2020-07-17')).toMatchObject({
      problems: [{ code: 'paper_day_later' }],
    })
    await enter(store, 'first', '王五', 'all_year')
    expect(await paper(store, '李四')).toMatchObject({ problems: [{ code: 'paper_interview_begun' }] })
    expect(await listed(store)).toEqual([])
  })

  it('is entered again by somebody else alone, once the first entry is finished; both are compared', async () => {
    const store = await project()
    valueOf(await paper(store, '李四'))
    const again = (person: string) => openInterview(store, id, 'entry', person, person)
    expect(await again('王五')).toMatchObject({ problems: [{ code: 'entry_not_paper' }] })
    await enter(store, 'first', '李四', 'all_year')
    expect(await again(' 李四')).toMatchObject({ problems: [{ code: 'entry_own' }] })
    await enter(store, 'entry', '王五', 'often_short')
    const [form] = await listed(store)
    expect(form).toMatchObject({ isDrawn: true, second: { by: '王五', isClosed: true } })
    expect(form?.compared?.differences).toEqual([
      { ref: { question: 'food_enough' }, first: 'all_year', second: 'often_short' },
    ])
  })

  it('counts no second entry in which somebody of the first wrote, however it came here', async () => {
    const store = await project()
    valueOf(await paper(store, '李四'))
    await enter(store, 'first', '李四', 'all_year')
    const answers = [{ ref: { question: 'food_enough' }, value: 'all_year', evidence: 'respondent' }] as const
    valueOf(await recordAnswers(store, `${id}/entry/x`, answers, by('李四')))
    const end = { outcome: 'completed', why: '', replies: [], overrides: [] }
    valueOf(await closeVisit(store, `${id}/entry/x`, end, by('王五')))
    expect(await listed(store)).toMatchObject([
      { second: { isBySame: true, isClosed: true }, compared: null },
    ])
  })

  it('tells the quality desk no time at work, and its second entry is no visit', async () => {
    const store = await project()
    valueOf(await paper(store, '李四'))
    await enter(store, 'first', '李四', 'all_year')
    await enter(store, 'entry', '王五', 'all_year')
    const changes = (await store.changesOfHouseholds([id])).get(id) ?? []
    const facts = interviewsOf(id, changes, { ...KNOWN_FORMS, digest })
    expect(facts.map(({ round, work, isOnPaper }) => ({ round, work, isOnPaper }))).toEqual([
      { round: 'first', work: [], isOnPaper: true },
    ])
  })

  it('goes out with the answers and comes in again: mark, first and second entry', async () => {
    const store = await project()
    valueOf(await paper(store, '李四'))
    await enter(store, 'first', '李四', 'all_year')
    await enter(store, 'entry', '王五', 'often_short')
    const lines: string[] = []
    for await (const line of answerLines(store, true, KNOWN_FORMS)) lines.push(line)
    const read = await readAnswers(lines, {
      file: 'answers.jsonl',
      instrument: KNOWN_FORMS.currentInstrument,
      households: new Map([[id, HOUSEHOLD]]),
      asOf: '2020-12-31',
    })
    const { records, problems } = valueOf(read)
    expect(problems).toEqual([])
    const other = await aMemoryProject([HOUSEHOLD], records)
    const states = await Promise.all([listed(store), listed(other)])
    const [before, after] = states.map(([form]) => {
      const { takenOn, askedBy, enteredBy } = form?.paper ?? {}
      return { takenOn, askedBy, enteredBy, second: form?.second, differences: form?.compared?.differences }
    })
    expect(after).toEqual(before)
    expect(before?.takenOn).toBe('2020-07-15')
  })

  it('is refused in an answers file anywhere but with the outcome, and without a day', async () => {
    const refusedLine = async (line: object) => {
      const context = {
        file: 'answers.jsonl',
        instrument: KNOWN_FORMS.currentInstrument,
        households: new Map([[id, HOUSEHOLD]]),
        asOf: '2020-12-31',
      }
      const read = await readAnswers([JSON.stringify({ household: id, ...line })], context)
      return read.ok ? [] : read.problems.map(({ code }) => code)
    }
    const mark = { takenOn: '2020-07-15', askedBy: '张三' }
    const outcome = { question: 'visit_outcome', value: 'completed' }
    expect(await refusedLine({ ...outcome, paper: mark })).toEqual([])
    expect(await refusedLine({ ...outcome, paper: { ...mark, takenOn: '2020-02-30' } })).toEqual(['answers_paper_unreadable']) // prettier-ignore
    expect(await refusedLine({ question: 'food_enough', value: 'all_year', paper: mark })).toEqual(['answers_paper_unreadable']) // prettier-ignore
  })
})
