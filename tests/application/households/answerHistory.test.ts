import { describe, expect, it } from 'vitest'
import { newReplica } from '../../../src/adapters/crypto/newReplica'
import { MemoryStore } from '../../../src/adapters/memory/MemoryStore'
import { textsOf } from '../../../src/adapters/resources/texts'
import { answerHistory } from '../../../src/application/households/answerHistory'
import { addPerson } from '../../../src/application/store/addPerson'
import { describeSubject, describeValue } from '../../../src/application/texts/describeHistory'
import { elementOfDraft } from '../../../src/domain/changes/ChangeDraft'
import type { Json } from '../../../src/domain/shared/Json'
import { INSTRUMENT } from '../../builders/anInterview'

const AT = '2020-11-02T09:00:00+08:00'
const isQuestion = (name: string) => INSTRUMENT.questions.has(name)
const texts = textsOf('zh-CN')

function draft(path: string, value: Json, reason?: string) {
  const base = { entity: 'interview', entityId: 'h1/first/a', path, value, person: '王', at: AT } as const
  return { ...base, evidence: 'respondent', ...(reason !== undefined && { reason }) } as const
}

async function aStore() {
  const store = new MemoryStore('test', newReplica())
  await addPerson(store, { id: '王', name: '王', enteredBy: '王', at: AT })
  return store
}

async function historyOf(store: MemoryStore) {
  return answerHistory((await store.changesOfHouseholds(['h1'])).get('h1') ?? [], isQuestion)
}

describe('the history of a household’s answers', () => {
  it('lists old, new, who and why, newest first', async () => {
    const store = await aStore()
    await store.write([draft('food_enough', 'all_year')])
    await store.write([draft('food_enough', 'often_short', '户主更正')])
    const told = await historyOf(store)
    expect(
      told.map(({ old, change, round }) => [
        old.map(({ value }) => value),
        change.value,
        change.reason,
        round,
      ]),
    ).toEqual([
      [['all_year'], 'often_short', '户主更正', 'first'],
      [[], 'all_year', undefined, 'first'],
    ])
  })

  it('counts as changed what has a new value, and not the same value once more', async () => {
    const store = await aStore()
    for (const each of [
      draft('bedding', 'short'),
      draft('bedding', 'short'),
      { ...draft('bedding', 'short'), evidence: ['respondent', 'other'] } as const,
      draft('bedding', 'short', '户主更正'),
      draft('bedding', 'short', '户主更正'),
      draft('bedding', 'enough'),
    ])
      await store.write([each])
    const told = await historyOf(store)
    expect(told.map(({ isChanged }) => isChanged)).toEqual([true, false, true, true, false, false])
  })

  it('marks answers that nobody has decided between', async () => {
    const [here, there] = [await aStore(), await aStore()]
    await here.write([draft('bedding', 'enough')])
    await there.write([draft('bedding', 'short')])
    await here.accept(await there.changesOf('interview', 'h1/first/a'))
    expect((await historyOf(here)).map(({ isContested }) => isContested)).toEqual([true, true])
    expect((await historyOf(here)).map(({ hasSettled }) => hasSettled)).toEqual([false, false])
  })

  it('goes on marking where people differed once it is settled, and not what one corrected', async () => {
    const [here, there] = [await aStore(), await aStore()]
    await here.write([draft('bedding', 'enough')])
    await there.write([draft('bedding', 'short')])
    await here.accept(await there.changesOf('interview', 'h1/first/a'))
    await here.write([draft('bedding', 'short', '去看过')])
    await here.write([draft('bedding', 'none', '再去看过')])
    expect((await historyOf(here)).map(({ hasSettled }) => hasSettled)).toEqual([false, true, false, false])
  })

  it('describes in words what was answered, about whom, and what was added', async () => {
    const store = await aStore()
    const line = `lines/${elementOfDraft(0)}`
    await store.write([
      draft(line, '1'),
      draft(`${line}/amount_yuan`, 1200),
      draft('members/m1/insurance', 'resident'),
      draft('begun', '1'),
      draft('signature', [[1, 2]]),
      draft('bedding', null),
    ])
    const nameOf = ({ member, line: id }: { member?: string; line?: string }) =>
      member === 'm1' ? '李甲' : id === undefined ? null : '1'
    const words = (await historyOf(store)).map((entry) => [
      describeSubject(entry, INSTRUMENT, nameOf, texts),
      describeValue(entry.change.value, entry, INSTRUMENT, nameOf, texts),
    ])
    expect(words).toEqual(
      expect.arrayContaining([
        ['账目（1）', '加上'],
        [expect.stringMatching(/（1）$/), '1200'],
        [expect.stringMatching(/（李甲）$/), expect.stringContaining('居民')],
        ['开始访谈（表的版本）', '1'],
        [expect.anything(), '撤回'],
      ]),
    )
  })
})
