import { beforeAll, describe, expect, it } from 'vitest'
import { textsOf } from '../../../../src/adapters/resources/texts'
import { assessHousehold } from '../../../../src/application/assess/assessHousehold'
import { measuredHousehold } from '../../../../src/application/measures/measuredHousehold'
import { fingerprintOf } from '../../../../src/application/workbook/review/reviewFormat'
import { questionList, questionSheet } from '../../../../src/application/workbook/sheets/questionSheet'
import type { ReviewedHousehold } from '../../../../src/application/workbook/WorkbookInput'
import type { WorkbookSheet } from '../../../../src/application/workbook/WorkbookSheet'
import { aHousehold } from '../../../builders/aHousehold'
import { RULES } from '../../../builders/aMemoryProject'
import { aTeam, type Laptop } from '../../../builders/aTeam'

const H1 = '5201010001'
const TEXTS = textsOf('zh-CN')
const LIST = questionList({ texts: TEXTS, isIdInFull: false, isSampled: false, project: 'p' })

async function reviewedAt({ store }: Laptop): Promise<ReviewedHousehold> {
  const changes = (await store.changesOfHouseholds([H1])).get(H1) ?? []
  return { assessment: assessHousehold(aHousehold({ id: H1 }), changes, RULES) }
}

function sheetOf(...reviewed: readonly ReviewedHousehold[]): WorkbookSheet {
  const { columns } = LIST
  const rows = reviewed.flatMap((each) => LIST.rowsOf(each))
  return questionSheet({ key: 'questions', name: '待问题目', isList: true, columns, rows }, TEXTS)
}

/** Cells of the columns, of the rows about these paths. */
function about({ columns, rows }: WorkbookSheet, wanted: readonly string[], keys: readonly string[]) {
  const at = (key: string): number => columns.findIndex((column) => column.key === key)
  return wanted.map((path) =>
    [...rows].filter((cells) => cells[at('path')] === path).map((cells) => keys.map((key) => cells[at(key)])),
  )
}

let lead: Laptop

beforeAll(async () => {
  const team = await aTeam()
  lead = team.lead
  const { first, second } = team
  await first.answer(H1, 'visit_outcome', 'completed', 'observed')
  await second.merge(await first.send(second))
  await first.answer(H1, 'food_enough', 'all_year')
  await second.answer(H1, 'food_enough', 'often_short')
  await first.answer(H1, 'lives_in_safe_house', 'none', 'respondent')
  await lead.merge(await first.send(lead), await second.send(lead))
})

describe('the sheet of open questions', () => {
  it('says what is answered now and why each is open: conflicts first, once each', async () => {
    const sheet = sheetOf(await reviewedAt(lead))
    const [conflict, unproved, unanswered] = about(
      sheet,
      ['food_enough', 'lives_in_safe_house', 'accepts_result'],
      ['answeredNow', 'whyOpen'],
    )
    expect(conflict).toEqual([['有冲突', expect.stringContaining('几台电脑的答案不同')]])
    expect([...sheet.rows][0]).toContain('food_enough')
    expect(unproved).toEqual([[expect.stringMatching(/（本人说）$/), '问清、看到或有材料，才能定：住房安全']])
    expect(unanswered).toEqual([['未问', '还没有答']])
  })
  it('has its key, path and fingerprint by name, and what the reviewer fills in', async () => {
    const reviewed = await reviewedAt(lead)
    const { household } = reviewed.assessment
    const sheet = sheetOf(reviewed)
    const measured = measuredHousehold(reviewed.assessment, undefined)
    const mark = fingerprintOf({ household, measured, determinations: undefined })
    expect(about(sheet, ['bedding'], ['key', 'fingerprint', 'proposal', 'proposalReason'])).toEqual([
      [[H1, mark, null, null]],
    ])
    expect(sheet.names?.map(({ name, column }) => [name, column])).toEqual([
      ['Question_key', 'key'],
      ['Question_path', 'path'],
      ['Question_fingerprint', 'fingerprint'],
      ['Question_value', 'proposal'],
      ['Question_reason', 'proposalReason'],
    ])
  })
  it('offers the labels of the question’s own list, and nothing where it has none', async () => {
    const sheet = sheetOf(await reviewedAt(lead))
    const path = sheet.columns.findIndex(({ key }) => key === 'path')
    const lists = new Map(
      (sheet.inputs ?? []).flatMap(({ choices, rows = [0, -1] }) =>
        [...sheet.rows].slice(rows[0], rows[1] + 1).map((cells) => [String(cells[path]), choices] as const),
      ),
    )
    expect(lists.get('food_enough')).toBe('L_food_enough')
    expect(lists.get('bedding')).toBe('L_bedding')
    expect(lists.has('respondent')).toBe(false)
  })
  it('asks of the ledger where there is no line to ask of', async () => {
    const wanted = about(sheetOf(await reviewedAt(lead)), ['income_kind'], ['question', 'answeredNow'])
    expect(wanted).toEqual([[['收入账', '未问']]])
  })
  it('tells in the last of fifty how many more there are', async () => {
    const reviewed = await reviewedAt(lead)
    const unanswered = Array.from({ length: 60 }, (_, index) => ({
      question: 'insurance',
      member: `m${index}`,
    }))
    const judgement = { ...reviewed.assessment.judgement, criteria: null, unanswered }
    const sheet = sheetOf({ assessment: { ...reviewed.assessment, judgement, conflicts: [] } })
    expect(sheet.rows.length).toBe(50)
    const why = sheet.columns.findIndex(({ key }) => key === 'whyOpen')
    expect([...sheet.rows].at(-1)?.[why]).toBe('还没有答；本户另有 10 题没有列出')
    expect([...sheet.rows][0]?.[why]).toBe('还没有答')
  })
  it('says nothing of a household that is hidden, or that nobody was interviewed in', async () => {
    expect(sheetOf({ ...(await reviewedAt(lead)), isHidden: true }).rows).toEqual([])
    expect(sheetOf({ assessment: assessHousehold(aHousehold({ id: H1 }), [], RULES) }).rows).toEqual([])
  })
})
