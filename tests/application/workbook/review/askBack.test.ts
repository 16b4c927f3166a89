import { beforeEach, describe, expect, it } from 'vitest'
import { KNOWN_FORMS } from '../../../../src/adapters/resources/instruments'
import { textsOf } from '../../../../src/adapters/resources/texts'
import { askBack, type ProposedAnswer } from '../../../../src/application/workbook/review/askBack'
import { assessHousehold } from '../../../../src/application/assess/assessHousehold'
import { returnInterview, withdrawReturn } from '../../../../src/application/team/desk/returnInterview'
import { returnsIn } from '../../../../src/domain/interview/returns'
import { aHousehold } from '../../../builders/aHousehold'
import { RULES } from '../../../builders/aMemoryProject'
import { aTeam, type Laptop } from '../../../builders/aTeam'
import { valueOf } from '../../../contracts/projectStoreContract'

const H1 = '5201010001'
const INTERVIEW = `${H1}/first/1`
const PROPOSAL: ProposedAnswer = {
  household: H1,
  path: 'food_enough',
  value: '经常不够',
  reason: '邻居说的',
  by: '复核人甲',
}
const WORDS = '复核建议：经常不够（邻居说的）——复核人甲'

let laptop: Laptop

async function changesOf() {
  return laptop.store.changesOfHouseholds([H1])
}

async function ask(...proposals: readonly ProposedAnswer[]) {
  return askBack(proposals, await changesOf(), KNOWN_FORMS, textsOf('zh-CN'), laptop.author)
}

async function take(...proposals: readonly ProposedAnswer[]) {
  valueOf(await laptop.store.write(valueOf(await ask(...proposals))))
  return returnsIn((await changesOf()).get(H1) ?? []).map(({ interview, path, text, by }) => {
    return [interview, path, text, by]
  })
}

beforeEach(async () => {
  laptop = (await aTeam()).lead
  await laptop.answer(H1, 'visit_outcome', 'completed', 'observed')
  await laptop.answer(H1, 'food_enough', 'all_year')
})

describe('a proposal of a reviewer', () => {
  it('is asked of the interview, and changes no answer', async () => {
    expect(await take(PROPOSAL)).toEqual([[INTERVIEW, 'food_enough', WORDS, laptop.name]])
    const assessment = assessHousehold(aHousehold({ id: H1 }), (await changesOf()).get(H1) ?? [], RULES)
    expect(assessment.corrections).toEqual([])
    expect(assessment.judgement.conclusion).toBe('to_verify')
  })
  it('is asked once, also when it was replied to or withdrawn since', async () => {
    await take(PROPOSAL)
    expect(valueOf(await ask(PROPOSAL))).toEqual([])
    const why = { ...laptop.author, reason: '不必问' }
    valueOf(await withdrawReturn(laptop.store, INTERVIEW, 'food_enough', why))
    expect(valueOf(await ask(PROPOSAL))).toEqual([])
  })
  it('stands behind what was asked before, and beside another of the same question', async () => {
    const before = [{ path: 'food_enough', text: '问清楚几个月' }]
    valueOf(await returnInterview(laptop.store, INTERVIEW, before, laptop.author))
    const other = { ...PROPOSAL, value: '够吃', by: '复核人乙' }
    expect(await take(PROPOSAL, other)).toEqual([
      [
        INTERVIEW,
        'food_enough',
        `问清楚几个月 / ${WORDS} / 复核建议：够吃（邻居说的）——复核人乙`,
        laptop.name,
      ],
    ])
  })
  it('goes to the verification where there was one', async () => {
    const said = { entity: 'interview', entityId: `${H1}/verification/a`, ...laptop.author } as const
    valueOf(await laptop.store.write([{ ...said, path: 'bedding', value: 'enough', evidence: 'observed' }]))
    const [asked] = await take(PROPOSAL)
    expect(asked?.[0]).toBe(`${H1}/verification/a`)
  })
  it('of a member is about that member', async () => {
    const [asked] = await take({ ...PROPOSAL, path: 'members/m1/insurance' })
    expect(asked?.[1]).toBe('members/m1/insurance')
  })
  it('of a ledger without a line is about the interview, and says so', async () => {
    const [asked] = await take({ ...PROPOSAL, path: 'income_kind' })
    expect(asked?.slice(1, 3)).toEqual([null, `收入账 ${WORDS}`])
  })
  it.each([
    ['proposal_incomplete', { value: ' ' }],
    ['proposal_incomplete', { reason: '' }],
    ['proposal_incomplete', { by: '' }],
    ['proposal_without_interview', { household: '5201010002' }],
    ['proposal_question_unknown', { path: 'food_enouhg' }],
    ['proposal_question_unknown', { path: 'insurance' }],
    ['proposal_question_unknown', { path: 'members/m1/food_enough' }],
  ])('is refused with all others: %s, %o', async (code, change) => {
    const refused = await ask(PROPOSAL, { ...PROPOSAL, ...change })
    expect(refused.ok ? [] : refused.problems.map((each) => each.code)).toEqual([code])
  })
})
