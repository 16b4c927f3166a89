import { beforeEach, describe, expect, it } from 'vitest'
import { KNOWN_FORMS } from '../../../src/adapters/resources/instruments'
import { newReplica } from '../../../src/adapters/crypto/newReplica'
import { MemoryStore } from '../../../src/adapters/memory/MemoryStore'
import { recordAnswers, type NewAnswer } from '../../../src/application/interview/recordAnswers'
import { addPerson } from '../../../src/application/store/addPerson'
import { readInterview } from '../../../src/domain/interview/readInterview'
import { returnPath } from '../../../src/domain/interview/returns'
import { AUTHOR } from '../../builders/aMemoryProject'
import { valueOf } from '../../contracts/projectStoreContract'

const ID = 'h1/first/a'
let store: MemoryStore

async function aStore(): Promise<MemoryStore> {
  const made = new MemoryStore('test', newReplica())
  const { person, at } = AUTHOR
  valueOf(await addPerson(made, { id: person, name: person, enteredBy: person, at }))
  return made
}

beforeEach(async () => {
  store = await aStore()
})

function bedding(given: Partial<NewAnswer> = {}): NewAnswer {
  return { ref: { question: 'bedding' }, value: 'short', evidence: 'respondent', ...given }
}

async function give(...answers: readonly NewAnswer[]) {
  return valueOf(await recordAnswers(store, ID, answers, AUTHOR))
}

describe('recordAnswers', () => {
  it('writes nothing when value and evidence stand already', async () => {
    await give(bedding({ evidence: ['respondent', 'other'] }))
    expect(await give(bedding({ evidence: ['other', 'respondent'] }))).toEqual([])
    expect(await store.changesOf('interview', ID)).toHaveLength(1)
  })

  it('writes another value, another evidence and a new reason, each once', async () => {
    await give(bedding())
    for (const news of [
      bedding({ value: 'enough' }),
      bedding({ value: 'enough', evidence: ['respondent', 'other'] }),
      bedding({ value: 'enough', evidence: ['respondent', 'other'], reason: '听错了' }),
    ]) {
      expect(await give(news)).toHaveLength(1)
      expect(await give(news)).toEqual([])
    }
  })

  it('writes only what is new when several answers come at once', async () => {
    await give(bedding())
    const other: NewAnswer = { ref: { question: 'food_enough' }, value: 'all_year', evidence: 'respondent' }
    expect((await give(bedding(), other)).map(({ path }) => path)).toEqual(['food_enough'])
  })

  it('takes back an answer once, and none that is not there', async () => {
    expect(await give(bedding({ value: null }))).toEqual([])
    await give(bedding({ evidence: 'observed' }))
    expect(await give(bedding({ value: null }))).toHaveLength(1)
    expect(await give(bedding({ value: null, evidence: 'other' }))).toEqual([])
  })

  it('writes the value of one of two answers again when nobody has decided between them', async () => {
    const elsewhere = await aStore()
    valueOf(await recordAnswers(elsewhere, ID, [bedding({ value: 'enough' })], AUTHOR))
    await give(bedding())
    valueOf(await store.accept(await elsewhere.changesOf('interview', ID)))
    expect(await give(bedding())).toHaveLength(1)
    expect(readInterview(ID, await store.changesOf('interview', ID), KNOWN_FORMS).conflicts).toEqual([])
  })

  it('writes the same once more where the lead sent the question back, and then no more', async () => {
    await give(bedding())
    const comment = {
      entity: 'interview',
      entityId: ID,
      path: returnPath('bedding'),
      value: '再看一眼',
    } as const
    valueOf(await store.write([{ ...comment, ...AUTHOR }]))
    expect(await give(bedding())).toHaveLength(1)
    expect(await give(bedding())).toEqual([])
  })
})
