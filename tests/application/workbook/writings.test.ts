import { beforeAll, describe, expect, it } from 'vitest'
import { textsOf } from '../../../src/adapters/resources/texts'
import { assessHousehold } from '../../../src/application/assess/assessHousehold'
import { addElement, recordAnswers } from '../../../src/application/interview/recordAnswers'
import { NOT_DRAWN } from '../../../src/application/sampling/sampleMembers'
import { isRich } from '../../../src/application/tables/TableSpec'
import type { HouseholdList } from '../../../src/application/workbook/HouseholdList'
import { householdList } from '../../../src/application/workbook/sheets/householdSheet'
import { ledgerList } from '../../../src/application/workbook/sheets/ledgerSheet'
import { memberList } from '../../../src/application/workbook/sheets/memberSheet'
import type { ReviewedHousehold } from '../../../src/application/workbook/WorkbookInput'
import type { Change } from '../../../src/domain/changes/Change'
import type { AnswerValue, QuestionRef } from '../../../src/domain/interview/Answers'
import { aHousehold, aMember } from '../../builders/aHousehold'
import { RULES } from '../../builders/aMemoryProject'
import { aTeam, type Laptop } from '../../builders/aTeam'
import { valueOf } from '../../contracts/projectStoreContract'

const H1 = '5201010001'
const INTERVIEW = `${H1}/first/1`
const TERMS = { texts: textsOf('zh-CN'), isIdInFull: false, isSampled: true, project: 'p' }
const LISTED = aHousehold({ id: H1, members: [aMember({ laborAbility: null, birthDate: null })] })

/** What the cells of these columns say, of every row of the household. */
function cellsOf(list: HouseholdList, reviewed: ReviewedHousehold, keys: readonly string[]) {
  return list.rowsOf(reviewed).map((row) =>
    keys.map((key) => {
      const cell = row[list.columns.findIndex((column) => column.key === key)] ?? null
      return isRich(cell) ? cell.value : cell
    }),
  )
}

function reviewed(changes: readonly Change[], more: Partial<ReviewedHousehold> = {}): ReviewedHousehold {
  return { assessment: assessHousehold(LISTED, changes, RULES), ...more }
}

async function say({ store, author }: Laptop, ref: QuestionRef, value: AnswerValue): Promise<void> {
  valueOf(await recordAnswers(store, INTERVIEW, [{ ref, value, evidence: 'respondent' }], author))
}

async function addLine({ store, author }: Laptop, kind: string): Promise<string> {
  const answer = { ref: { question: 'income_kind' }, value: kind, evidence: 'respondent' } as const
  const [made] = valueOf(await addElement(store, INTERVIEW, 'lines', kind, [answer], author))
  return made?.id ?? ''
}

/** Two laptops differ about what a line came to and about a member; of another line only the kind is known. */
let interviewed: readonly Change[]

beforeAll(async () => {
  const { lead, first, second } = await aTeam()
  await first.answer(H1, 'visit_outcome', 'completed', 'observed')
  const line = await addLine(first, 'business_cost')
  await addLine(first, 'wage')
  await second.merge(await first.send(second))
  await say(first, { question: 'amount_yuan', line }, 100)
  await say(second, { question: 'amount_yuan', line }, 200)
  await say(first, { question: 'member_status', member: 'm1' }, 'same')
  await say(second, { question: 'member_status', member: 'm1' }, 'left')
  await lead.merge(await first.send(lead), await second.send(lead))
  interviewed = (await lead.store.changesOfHouseholds([H1])).get(H1) ?? []
})

describe('a household', () => {
  const list = householdList(TERMS)
  const judged = ['conclusion', 'income', 'income_reason', 'counted', 'persons', 'flags']
  it('that nobody was at yet is not asked', () => {
    expect(cellsOf(list, reviewed([]), judged)).toEqual([
      ['未完成入户', '未问', null, '未问', '未问', '未问'],
    ])
  })
  it('that nobody has to go to does not concern anybody', () => {
    expect(cellsOf(list, reviewed([], { sampling: NOT_DRAWN }), judged)).toEqual([
      ['未抽中（含备选）', '不涉及', null, '不涉及', '不涉及', '不涉及'],
    ])
  })
  it('of which people differ whether it was interviewed is in conflict', async () => {
    const { lead, first, second } = await aTeam()
    await first.answer(H1, 'consent', 'agrees')
    await second.merge(await first.send(second))
    await first.answer(H1, 'visit_outcome', 'completed')
    await second.answer(H1, 'visit_outcome', 'not_home')
    await lead.merge(await first.send(lead), await second.send(lead))
    const changes = (await lead.store.changesOfHouseholds([H1])).get(H1) ?? []
    expect(cellsOf(list, reviewed(changes), ['income', 'counted'])).toEqual([['有冲突', '有冲突']])
  })
  it('that its back-checker may not see yet is hidden, though what is listed of it is not', () => {
    const columns = [...judged, 'unanswered', 'conflicts', 'head', 'exitYear']
    expect(cellsOf(list, reviewed([], { isHidden: true }), columns)).toEqual([
      [...Array.from({ length: 8 }, () => '暂不可见'), '李甲', 2018],
    ])
  })
  it('that the register does not know has no years there; one that has not exited has no exit', () => {
    const cells = (status: 'unregistered' | 'poor' | 'exited') => {
      const none = { status, identifiedYear: null, exitYear: null, registryIncome: null }
      const assessment = assessHousehold({ ...LISTED, ...none }, [], RULES)
      return cellsOf(list, { assessment }, ['identifiedYear', 'exitYear', 'registryIncome'])[0]
    }
    expect(cells('unregistered')).toEqual(['不涉及', '不涉及', '不涉及'])
    expect(cells('poor')).toEqual([null, '不涉及', null])
    expect(cells('exited')).toEqual([null, null, null])
  })
})

describe('a member', () => {
  const list = memberList(TERMS)
  const columns = ['relation', 'laborAbility', 'age', 'present', 'sharesIncome']
  it('that nobody was asked about is as listed, else not asked', () => {
    expect(cellsOf(list, reviewed([]), columns)).toEqual([['户主', '未问', '未问', '未问', '未问']])
  })
  it('about whom people differ is in conflict', () => {
    expect(cellsOf(list, reviewed(interviewed), columns)[0]?.[3]).toBe('有冲突')
  })
  it('of whom a question is not asked is not concerned by it', () => {
    const left = interviewed.filter(
      ({ path, value }) => path !== 'members/m1/member_status' || value === 'left',
    )
    expect(cellsOf(list, reviewed(left), columns)).toEqual([['户主', '不涉及', '不涉及', '否', '不涉及']])
  })
  it('of a household that is hidden is as listed, else hidden', () => {
    const [cells] = cellsOf(list, reviewed([], { isHidden: true }), columns)
    expect(cells).toEqual(['户主', '暂不可见', '暂不可见', '暂不可见', '暂不可见'])
  })
})

describe('a ledger line', () => {
  const list = ledgerList(TERMS)
  it('says of each part why there is none', () => {
    const columns = ['kind', 'item', 'amount', 'state', 'isCounted']
    expect(cellsOf(list, reviewed(interviewed), columns)).toEqual([
      ['生产经营性支出', '未问', '有冲突', '不涉及', '不涉及'],
      ['工资性收入', '未问', '未问', '未问', '否'],
    ])
  })
  it('stands for the whole ledger where that is hidden', () => {
    expect(cellsOf(list, reviewed([], { isHidden: true }), ['household', 'kind', 'amount'])).toEqual([
      [H1, '暂不可见', '暂不可见'],
    ])
  })
})
