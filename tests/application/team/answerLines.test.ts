import { describe, expect, it } from 'vitest'
import { CURRENT_INSTRUMENT, KNOWN_FORMS } from '../../../src/adapters/resources/instruments'
import type { AnswerRecord } from '../../../src/application/assess/AnswerRecord'
import { assessHousehold } from '../../../src/application/assess/assessHousehold'
import { readAnswers } from '../../../src/application/assess/readAnswers'
import {
  addElement,
  beginInterview,
  recordAnswers,
  recordReading,
} from '../../../src/application/interview/recordAnswers'
import { addNote } from '../../../src/application/interview/writeNotes'
import type { ProjectStore } from '../../../src/application/store/ProjectStore'
import { answerLines } from '../../../src/application/team/answerLines'
import { conclusionHash } from '../../../src/domain/programmes/assessment/conclusion/acceptedConclusion'
import { judgeProvisionally } from '../../../src/domain/programmes/assessment/conclusion/judgeHousehold'
import { ledgerHash } from '../../../src/domain/interview/agreedLedger'
import type { AnswerValue, QuestionRef } from '../../../src/domain/interview/Answers'
import { readInterview } from '../../../src/domain/interview/readInterview'
import { notesIn } from '../../../src/domain/interview/notes'
import { isVoid } from '../../../src/domain/interview/Interview'
import { aHousehold, aMember } from '../../builders/aHousehold'
import { aMemoryProject, AUTHOR, RULES } from '../../builders/aMemoryProject'
import { INSTRUMENT } from '../../builders/anInterview'

const HOUSEHOLD = aHousehold({ members: [aMember(), aMember({ id: 'm2' })] })
const INTERVIEW = 'h1/first/1'
const SIGNED = [[10, 20, 30, 40]]

async function changesOf(store: ProjectStore) {
  return (await store.changesOfHouseholds(['h1'])).get('h1') ?? []
}

/** An interview in which a ledger was read, agreed to and signed, and the conclusion accepted. */
async function anAgreement() {
  const store = await aMemoryProject([HOUSEHOLD], [])
  await beginInterview(store, INTERVIEW, CURRENT_INSTRUMENT, AUTHOR)
  await give(store, { question: 'visit_outcome' }, 'completed')
  const line = await aLine(store, '1', 20_000)
  await agree(store)
  const { interview } = assessHousehold(HOUSEHOLD, await changesOf(store), RULES)
  const accepted = conclusionHash(judgeProvisionally(interview, RULES.standards))
  await give(store, { question: 'accepts_result' }, 'agrees', accepted)
  return { store, line }
}

async function aLine(store: ProjectStore, label: string, yuan: number): Promise<string> {
  const answers = {
    income_kind: 'wage',
    income_item: 'local_work',
    amount_yuan: yuan,
    income_state: 'received',
  }
  const given = Object.entries(answers).map(
    ([question, value]) => ({ ref: { question }, value, evidence: 'respondent' }) as const,
  )
  const made = await addElement(store, INTERVIEW, 'lines', label, given, AUTHOR)
  if (!made.ok) throw new Error('no line')
  return made.value[0]?.id ?? ''
}

async function give(
  store: ProjectStore,
  ref: QuestionRef,
  value: AnswerValue,
  givenFor?: string,
): Promise<void> {
  const answer = { ref, value, evidence: 'respondent', ...(givenFor !== undefined && { givenFor }) } as const
  expect((await recordAnswers(store, INTERVIEW, [answer], AUTHOR)).ok).toBe(true)
}

async function agree(store: ProjectStore): Promise<void> {
  const { answers } = readInterview(INTERVIEW, await changesOf(store), KNOWN_FORMS)
  const hash = ledgerHash(answers, HOUSEHOLD, KNOWN_FORMS.currentInstrument.roles)
  for (const line of answers.lines.keys()) await recordReading(store, INTERVIEW, line, hash, AUTHOR)
  await give(store, { question: 'ledger_agreement' }, 'agrees', hash)
  await give(store, { question: 'signature' }, SIGNED, hash)
}

async function written(store: ProjectStore): Promise<readonly string[]> {
  const lines: string[] = []
  for await (const line of answerLines(store, false, KNOWN_FORMS)) lines.push(line)
  return lines
}

/** The same project as a file brings it. */
async function readBack(lines: readonly string[]): Promise<ProjectStore> {
  const households = new Map([['h1', HOUSEHOLD]])
  const context = { file: 'a.jsonl', instrument: INSTRUMENT, households, asOf: '2020-12-31' }
  const read = await readAnswers(lines, context)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  expect(read.value.problems).toEqual([])
  return aMemoryProject([HOUSEHOLD], read.value.records)
}

async function standing(store: ProjectStore) {
  const { interview, judgement } = assessHousehold(HOUSEHOLD, await changesOf(store), RULES)
  const bound = ['ledger_agreement', 'signature', 'accepts_result']
  return {
    conclusion: judgement.conclusion,
    rule: judgement.criteria?.income.because[0]?.rule,
    voided: bound.filter((question) => isVoid(interview, question)),
    unanswered: judgement.unanswered.length,
  }
}

async function expectSame(store: ProjectStore): Promise<void> {
  expect(await standing(await readBack(await written(store)))).toEqual(await standing(store))
}

describe('an exported interview', () => {
  it('keeps an agreement that holds', async () => {
    const { store } = await anAgreement()
    expect(await standing(store)).toMatchObject({ rule: 'reaches_line_agreed', voided: [] })
    await expectSame(store)
  })
  it('keeps it when it was given again for another ledger', async () => {
    const { store } = await anAgreement()
    await aLine(store, '2', 500)
    await agree(store)
    expect(await standing(store)).toMatchObject({ rule: 'reaches_line_agreed' })
    await expectSame(store)
  })
  it('brings no agreement back to life that is void', async () => {
    const { store, line } = await anAgreement()
    await give(store, { question: 'amount_yuan', line }, 3000)
    expect(await standing(store)).toMatchObject({
      rule: 'ledger_changed',
      voided: ['ledger_agreement', 'signature', 'accepts_result'],
    })
    await expectSame(store)
  })
  it('brings none back to life that was void by the order of changes', async () => {
    const own = {
      household: 'h1',
      member: null,
      round: 'first',
      at: null,
      by: null,
      evidence: 'respondent',
    } as const
    const records: readonly AnswerRecord[] = [
      { ...own, line: null, question: 'visit_outcome', value: 'completed' },
      { ...own, line: '1', question: 'income_kind', value: 'wage' },
      { ...own, line: '1', question: 'amount_yuan', value: 20_000 },
      { ...own, line: '1', question: 'income_state', value: 'received' },
      { ...own, line: null, question: 'ledger_agreement', value: 'agrees' },
      { ...own, line: '1', question: 'amount_yuan', value: 19_000 },
    ]
    const store = await aMemoryProject([HOUSEHOLD], records)
    expect(await standing(store)).toMatchObject({ rule: 'ledger_changed' })
    await expectSame(store)
  })
  it('leaves an agreement out that was given before every line was read', async () => {
    const { store } = await anAgreement()
    await aLine(store, '2', 500)
    const { answers } = readInterview(INTERVIEW, await changesOf(store), KNOWN_FORMS)
    await give(
      store,
      { question: 'ledger_agreement' },
      'agrees',
      ledgerHash(answers, HOUSEHOLD, KNOWN_FORMS.currentInstrument.roles),
    )
    expect(await standing(store)).toMatchObject({ rule: 'ledger_not_read_back' })
    await expectSame(store)
  })
  it('has every note beside its question', async () => {
    const { store, line } = await anAgreement()
    await addNote(store, INTERVIEW, 'food_enough', '门口堆着化肥', AUTHOR)
    await addNote(store, INTERVIEW, 'food_enough', '冰箱是空的', AUTHOR)
    await addNote(store, INTERVIEW, 'members/m2/insurance', '卡在县医院', AUTHOR)
    await addNote(store, INTERVIEW, `lines/${line}/amount_yuan`, '工资单丢了', AUTHOR)
    const again = await changesOf(await readBack(await written(store)))
    expect(
      notesIn(again).map(({ about, text }) => [about.replace(/^lines\/[^/]+/, 'lines/1'), text]),
    ).toEqual([
      ['food_enough', '门口堆着化肥'],
      ['food_enough', '冰箱是空的'],
      ['members/m2/insurance', '卡在县医院'],
      ['lines/1/amount_yuan', '工资单丢了'],
    ])
    expect(await standing(store)).toMatchObject({ rule: 'reaches_line_agreed' })
  })
})
