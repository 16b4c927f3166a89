import { describe, expect, it } from 'vitest'
import { PRACTICE } from '../../../src/adapters/resources/practice'
import { formOut } from '../../../src/adapters/resources/formOut'
import { readExport } from '../../../src/adapters/xlsform/readExport'
import type { AnswerRecord } from '../../../src/application/assess/AnswerRecord'
import { assessProject } from '../../../src/application/assess/assessProject'
import { readAnswers } from '../../../src/application/assess/readAnswers'
import { readCollected } from '../../../src/application/collected/readCollected'
import { practiceCounty } from '../../../src/application/practice/practiceCounty'
import type { RosterFile } from '../../../src/application/roster/spreadsheetPort'
import { isWordless } from '../../../src/domain/instrument/Instrument'
import { valueOf } from '../../contracts/projectStoreContract'
import { collected, koboExport, odkExport } from '../../builders/aCollectedExport'
import { aMemoryProject, RULES } from '../../builders/aMemoryProject'
import { INSTRUMENT } from '../../builders/anInterview'

const COUNTY = practiceCounty({ households: 60, seed: 1, hash: (text) => text }, PRACTICE, INSTRUMENT)
const HOUSEHOLDS = new Map(COUNTY.households.map((each) => [each.id, each]))
const FORM = valueOf(formOut(INSTRUMENT, null))
const CONTEXT = { instrument: INSTRUMENT, form: FORM, households: HOUSEHOLDS }

/** What a form can carry: the last answer to each question, one kind of evidence, and no strokes. */
const CARRIED: readonly AnswerRecord[] = [
  ...new Map(
    COUNTY.answers
      .filter(({ question }) => !isWordless(INSTRUMENT.questions.get(question)?.data.type ?? 'text'))
      .map((record) => [
        [record.household, record.member, record.line, record.question].join(' '),
        { ...record, evidence: [record.evidence].flat()[0] ?? 'respondent' },
      ]),
  ).values(),
]

async function judgements(records: readonly AnswerRecord[]): Promise<ReadonlyMap<string, unknown>> {
  const store = await aMemoryProject(COUNTY.households, records)
  const judged = new Map<string, unknown>()
  for await (const { household, judgement } of assessProject(store, RULES))
    judged.set(household.id, judgement)
  return judged
}

async function takenFrom(file: RosterFile): Promise<readonly AnswerRecord[]> {
  const { lines, problems } = valueOf(readCollected([readExport(file)], CONTEXT))
  expect(problems).toEqual([])
  const texts = lines.map((line) => JSON.stringify(line))
  const context = {
    file: 'answers.jsonl',
    instrument: INSTRUMENT,
    households: HOUSEHOLDS,
    asOf: '2020-12-31',
  }
  return valueOf(await readAnswers(texts, context)).records
}

describe('answers that were collected with the form', () => {
  it.each([
    ['KoboToolbox', () => koboExport(FORM, collected(CARRIED))],
    ['ODK Central', () => Promise.resolve(odkExport(FORM, collected(CARRIED)))],
  ])('come to the same judgement from an export of %s', async (_, exported) => {
    const taken = await takenFrom(await exported())
    expect(taken).toHaveLength(CARRIED.length)
    expect(await judgements(taken)).toEqual(await judgements(CARRIED))
  })
})
