import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSheets } from '../../../src/adapters/excel/readSheets'
import { formsWith, KNOWN_FORMS } from '../../../src/adapters/resources/instruments'
import { PRACTICE } from '../../../src/adapters/resources/practice'
import type { AnswerRecord } from '../../../src/application/assess/AnswerRecord'
import { assessProject } from '../../../src/application/assess/assessProject'
import { writeAnswers } from '../../../src/application/assess/writeAnswers'
import { practiceCounty } from '../../../src/application/practice/practiceCounty'
import { readAdditional } from '../../../src/application/xlsform/additional/readAdditional'
import { isAdditionalName } from '../../../src/domain/instrument/AdditionalForm'
import { referencesOf } from '../../../src/domain/instrument/referencesOf'
import { parseExpression } from '../../../src/domain/instrument/parseExpression'
import { aMemoryProject, AUTHOR, RULES } from '../../builders/aMemoryProject'
import { INSTRUMENT } from '../../builders/anInterview'
import { anXlsform } from '../../builders/anXlsform'
import { valueOf } from '../../contracts/projectStoreContract'

const { form } = valueOf(readAdditional(anXlsform(), INSTRUMENT.data, readSheets))
const FORMS = valueOf(formsWith({ current: form, known: [form] }))
const WIDE = FORMS.currentInstrument
const COUNTY = practiceCounty({ households: 24, seed: 5, hash: (text) => text }, PRACTICE, INSTRUMENT)

/** Answers of any kind to the additional questions, for every household and member, fitting or not. */
const ANY_ANSWERS = fc.array(
  fc.record({
    household: fc.constantFrom(...COUNTY.households),
    question: fc.constantFrom(...WIDE.questions.values()).filter(({ data }) => isAdditionalName(data.name)),
    choice: fc.nat(5),
    number: fc.integer({ min: -5, max: 500 }),
  }),
  { maxLength: 60 },
)

type Drawn = (typeof ANY_ANSWERS extends fc.Arbitrary<infer T> ? T : never)[number]

function answerOf({ household, question, choice, number }: Drawn): AnswerRecord {
  const { data, scope } = question
  const names = (WIDE.data.choices[data.choices ?? ''] ?? []).map(({ name }) => name)
  const code = names[choice % Math.max(names.length, 1)] ?? ''
  const values = { select_one: code, select_multiple: [code], integer: number, date: '2020-05-01' }
  const value = values[data.type as keyof typeof values] ?? 'text'
  const member = scope === 'household' ? null : (household.members[0]?.id ?? null)
  const base = COUNTY.answers.find(({ household: id }) => id === household.id)
  if (base === undefined) throw new Error('every household of the county was visited')
  return { ...base, question: data.name, member, line: null, value } as AnswerRecord
}

async function judgements(more: readonly AnswerRecord[]) {
  const store = await aMemoryProject(COUNTY.households, [])
  const origin = { ...AUTHOR, instrumentVersion: WIDE.data.version, copy: 'answers' }
  valueOf(await writeAnswers(store, [...COUNTY.answers, ...more], origin))
  const found = []
  for await (const { household, judgement } of assessProject(store, { ...RULES, ...FORMS })) {
    const { conclusion, criteria, income, flags, monitoring, notComputed } = judgement
    found.push({ id: household.id, conclusion, criteria, income, flags, monitoring, notComputed })
  }
  return found
}

describe('a form with additional groups', () => {
  it('has them behind the standard groups, and is a version of its own', () => {
    const names = WIDE.data.groups.map(({ name }) => name)
    expect(names.slice(0, INSTRUMENT.data.groups.length)).toEqual(
      INSTRUMENT.data.groups.map(({ name }) => name),
    )
    expect(names.slice(INSTRUMENT.data.groups.length).every(isAdditionalName)).toBe(true)
    expect(WIDE.data.version).toBe(`${INSTRUMENT.data.version}+${form.id}`)
    expect(KNOWN_FORMS.isVersion(WIDE.data.version)).toBe(true)
    expect(FORMS.instrumentOf(INSTRUMENT.data.version)).toBe(INSTRUMENT)
    expect(FORMS.instrumentOf(WIDE.data.version)).toBe(WIDE)
    expect(FORMS.instrumentOf('99+000000000000')).toBeUndefined()
  })

  it('has no name of the standard form among theirs, and nothing of the standard form reads one of theirs', () => {
    const { data } = INSTRUMENT
    const names = [...data.inputs, ...data.calculations, ...data.groups.flatMap(({ questions }) => questions)]
    expect(names.filter(({ name }) => isAdditionalName(name))).toEqual([])
    const sources = [
      ...data.calculations.map(({ calculation }) => calculation),
      ...data.checks.map(({ when }) => when),
      ...data.groups.flatMap(({ relevant, after, questions }) => [
        relevant,
        after?.when,
        ...questions.flatMap((each) => [each.relevant, each.constraint]),
      ]),
      ...Object.values(data.choices).flatMap((list) => list.map(({ relevant }) => relevant)),
    ].filter((source) => source !== undefined)
    const read = sources.flatMap((source) => [...referencesOf(parseExpression(source))])
    expect(read.filter(isAdditionalName)).toEqual([])
    expect(read.length).toBeGreaterThan(100)
  })

  it('gives every household the same criteria, income, signs and conclusion, whatever is answered to them', async () => {
    const plain = await judgements([])
    expect(plain.some(({ criteria }) => criteria !== null)).toBe(true)
    await fc.assert(
      fc.asyncProperty(ANY_ANSWERS, async (drawn) => {
        expect(await judgements(drawn.map(answerOf))).toEqual(plain)
      }),
      { numRuns: 15 },
    )
  })

  it('is not needed to judge: an interview whose groups never came is read by the standard form', async () => {
    const unheardOf = `${INSTRUMENT.data.version}+000000000000`
    expect(FORMS.instrumentOf(unheardOf)).toBe(INSTRUMENT)
    expect(KNOWN_FORMS.instrumentOf(unheardOf)).toBe(INSTRUMENT)
    const store = await aMemoryProject(COUNTY.households, [])
    valueOf(
      await writeAnswers(store, COUNTY.answers, { ...AUTHOR, instrumentVersion: unheardOf, copy: 'answers' }),
    )
    const conclusions = []
    for await (const { judgement } of assessProject(store, { ...RULES, ...KNOWN_FORMS }))
      conclusions.push(judgement.conclusion)
    expect(conclusions).toEqual((await judgements([])).map(({ conclusion }) => conclusion))
  })

  it('asks its questions: an answer is recorded, read and open until it is there', async () => {
    const household = COUNTY.households[0]
    const question = WIDE.questions.get('x_care_days')
    if (household === undefined || question === undefined) throw new Error('not there')
    const store = await aMemoryProject(COUNTY.households, [])
    const origin = { ...AUTHOR, instrumentVersion: WIDE.data.version, copy: 'answers' }
    const used = answerOf({ household, question, choice: 0, number: 7 })
    const yes = { ...used, question: 'x_care_used', value: 'yes' }
    valueOf(await writeAnswers(store, [...COUNTY.answers, used, yes], origin))
    for await (const { household: found, interview } of assessProject(store, { ...RULES, ...FORMS })) {
      if (found.id !== household.id) continue
      const slot = WIDE.names.slotOf('x_care_days')
      expect(interview.household.states[slot]).toMatchObject({ state: 'answered', answer: { value: 7 } })
      return
    }
    throw new Error('the household is not assessed')
  })
})
