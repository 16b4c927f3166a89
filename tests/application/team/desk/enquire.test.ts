import { describe, expect, it } from 'vitest'
import { TEAM_PORT } from '../../../../src/adapters/package/teamPort'
import { textsOf } from '../../../../src/adapters/resources/texts'
import { answerHistory } from '../../../../src/application/households/answerHistory'
import {
  answerQuestion,
  enquiriesOf,
  isOfEnquiry,
  putQuestion,
} from '../../../../src/application/team/desk/enquire'
import { makePackage } from '../../../../src/application/team/packages/makePackage'
import type { PackageKind } from '../../../../src/application/team/TeamPort'
import { describeSubject, describeValue } from '../../../../src/application/texts/describeHistory'
import { INSTRUMENT } from '../../../builders/anInterview'
import { aTeam, AT, type Laptop } from '../../../builders/aTeam'
import { valueOf } from '../../../contracts/projectStoreContract'

const H1 = '5201010001'
const WORDS = { household: H1, about: '赵四 某村', text: ' 低保从哪个月起？ ' }

/** What the window saves for a question or its answer. */
async function packageOf(from: Laptop, to: Laptop, kind: PackageKind): Promise<Uint8Array> {
  const order = { kind, title: '某县', recipients: [to.keys.recipient], names: [from.name], made: AT }
  return valueOf(
    await makePackage(from.store, { ...order, households: new Set([H1]), only: isOfEnquiry }, TEAM_PORT),
  )
}

describe('a question about a household', () => {
  it('goes to whom it is for without the interview, and its answer comes back to who asked, and to the lead', async () => {
    const { lead, first, second: county } = await aTeam()
    await first.answer(H1, 'food_enough', 'all_year')
    const put = { ...WORDS, to: county.keys.device }
    expect(await putQuestion(first.store, { ...put, text: ' ' }, first.author, TEAM_PORT)).toMatchObject({
      ok: false,
      problems: [{ code: 'question_empty' }],
    })
    valueOf(await putQuestion(first.store, put, first.author, TEAM_PORT))
    await first.answer(H1, 'bedding', 'enough')
    expect(await county.merge(await packageOf(first, county, 'question'))).toEqual(['sound'])
    const [asked] = await enquiriesOf(county.store)
    if (asked === undefined) throw new Error('the question arrived')
    expect(asked).toMatchObject({ household: H1, text: '低保从哪个月起？', by: '甲', answers: [] })
    expect(asked).toMatchObject({ from: first.keys.device, to: county.keys.device, about: '赵四 某村' })
    const arrived = (await county.store.changesOfHouseholds([H1])).get(H1) ?? []
    expect(arrived.map(({ entity }) => entity)).toEqual(['household'])

    valueOf(await answerQuestion(county.store, asked, '三月', county.author, TEAM_PORT))
    expect(await first.merge(await packageOf(county, first, 'answer'))).toEqual(['sound'])
    expect(await lead.merge(await first.send(lead))).toEqual(['sound'])
    for (const each of [first, lead])
      expect(await enquiriesOf(each.store)).toMatchObject([{ answers: [{ text: '三月', by: '乙' }] }])
    expect(await lead.store.changesOf('interview', `${H1}/first/1`)).toHaveLength(3)
  })

  it('stands in the household’s history in words', async () => {
    const { first, second: county } = await aTeam()
    valueOf(await putQuestion(first.store, { ...WORDS, to: county.keys.device }, first.author, TEAM_PORT))
    const [asked] = await enquiriesOf(first.store)
    if (asked === undefined) throw new Error('the question is there')
    valueOf(await answerQuestion(first.store, asked, '三月', first.author, TEAM_PORT))
    const history = answerHistory((await first.store.changesOfHouseholds([H1])).get(H1) ?? [], () => false)
    const texts = textsOf('zh-CN')
    const told = history.map((entry) => [
      describeSubject(entry, INSTRUMENT, () => null, texts),
      describeValue(entry.change.value, entry, INSTRUMENT, () => null, texts),
    ])
    expect(told).toEqual([
      ['问询的答复', '三月'],
      ['问询', '低保从哪个月起？'],
    ])
  })
})
