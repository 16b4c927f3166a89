import { nextTick } from 'vue'
import { beforeEach, describe, expect, it } from 'vitest'
import { aHousehold, aMember } from '../../../builders/aHousehold'
import { anOpenInterview } from '../../../builders/anOpenInterview'

const BIRTH_DATE = { question: 'birth_date', member: 'm1' }
const SEX = { question: 'sex', member: 'm1' }
/** Born on 1949-12-31, female; the number's checksum is right. */
const PERSON = aMember({ id: 'm1', idNumber: '11010519491231002X', birthDate: null, sex: null })
let open: Awaited<ReturnType<typeof anOpenInterview>>

beforeEach(async () => {
  open = await anOpenInterview(aHousehold({ members: [PERSON] }))
})

async function at(ref: typeof SEX): Promise<void> {
  await open.goTo(ref)
  await nextTick()
}

const answered = ({ question }: typeof SEX) => open.written(`members/m1/${question}`)
const differs = () =>
  open.interview.openChecks.map(({ check }) => check).filter((check) => /differs/.test(check))

describe('what an ID number gives', () => {
  it('is shown, and is no answer when the question is only passed', async () => {
    await at(BIRTH_DATE)
    expect([open.input.text, open.input.keeping]).toEqual(['1949-12-31', 'found'])
    await open.input.settle()
    open.input.pass(1)
    await at(SEX)
    expect(open.input.foundChoice?.en).toBe('Female')
    await open.input.settle()
    open.input.pass(1)
    expect([...answered(BIRTH_DATE), ...answered(SEX)]).toEqual([])
    expect(open.interview.unanswered).toContainEqual(BIRTH_DATE)
  })
  it('is confirmed by one key, as the respondent says', async () => {
    for (const ref of [SEX, BIRTH_DATE]) {
      await at(ref)
      await open.input.next()
    }
    const said = [...answered(SEX), ...answered(BIRTH_DATE)].map(({ value, evidence }) => [value, evidence])
    expect(said).toEqual([
      ['female', 'respondent'],
      ['1949-12-31', 'respondent'],
    ])
    expect(differs()).toEqual([])
  })
  it('is corrected in place, which a check reports', async () => {
    await at(BIRTH_DATE)
    open.input.text = '1949-12-30'
    await open.input.next()
    await at(SEX)
    await open.input.digit(1)
    expect([...answered(BIRTH_DATE), ...answered(SEX)].map(({ value }) => value)).toEqual([
      '1949-12-30',
      'male',
    ])
    expect(differs().toSorted()).toEqual(['birth_date_differs', 'sex_differs'])
  })
  it('can be wiped: then Enter confirms nothing', async () => {
    await at(BIRTH_DATE)
    open.input.text = ''
    expect(open.input.text).toBe('')
    await open.input.next()
    expect(answered(BIRTH_DATE)).toEqual([])
  })
  it('is not shown when the number is at fault', async () => {
    open = await anOpenInterview(aHousehold({ members: [{ ...PERSON, idNumber: '110105194912310021' }] }))
    await at(BIRTH_DATE)
    expect(open.input.text).toBe('')
    await at(SEX)
    expect(open.input.foundChoice).toBeNull()
  })
})
