import { beforeAll, describe, expect, it } from 'vitest'
import { readReview } from '../../src/adapters/excel/readReview'
import { textsOf } from '../../src/adapters/resources/texts'
import { currentReview, reviewedStates } from '../../src/application/workbook/review/currentReview'
import type { RowState } from '../../src/application/workbook/review/reviewFormat'
import { takeReview } from '../../src/application/workbook/review/takeReview'
import type { TakenReview } from '../../src/application/workbook/review/TakenReview'
import { describeWithOffice } from './describeWhere'
import { asWps } from './asWps'
import { deleteRow, duplicateRow, reorderRows } from './moveRows'
import { cellsNamed } from './namedCells'
import { practiceReview, practiceWorkbook, PRACTICE_SALT } from './practiceWorkbook'
import { filledIn } from './returnedReview'
import { convertByOffice } from './soffice'

let workbook: Uint8Array = new Uint8Array()
let states: readonly RowState[] = []
let sheet = ''

beforeAll(async () => {
  const bytes = await practiceWorkbook('zh-CN')
  workbook = filledIn(bytes, {
    reviewer: '张三',
    confirmer: '李四',
    decisions: [
      [0, '错退', '看过房子'],
      [1, 'exit_confirmed', '账目属实'],
    ],
  })
  states = reviewedStates((await practiceReview('zh-CN')).households)
  sheet = cellsNamed(bytes, 'Review_key')[0]?.sheet ?? ''
})

function taken(bytes: Uint8Array): TakenReview {
  const returned = readReview({ name: '复核.xlsx', bytes })
  if (!returned.ok) throw new Error(JSON.stringify(returned.problems))
  return takeReview(returned.value, currentReview(states, PRACTICE_SALT, [textsOf('zh-CN'), textsOf('en')]))
}

/** What is taken, wherever it stands. */
function essence({ decisions, conflicts, ignored, problems }: TakenReview) {
  const records = decisions.map(({ record }) => record)
  return { records: new Set(records.map((record) => JSON.stringify(record))), conflicts, ignored, problems }
}

describe('a review workbook that was filled in', () => {
  it('comes back with what was decided, and nothing else', () => {
    const { records, ...rest } = essence(taken(workbook))
    expect(records.size).toBe(2)
    expect(rest).toEqual({ conflicts: [], ignored: [], problems: [] })
  })
  it('comes back the same from WPS', () => {
    expect(essence(taken(asWps(workbook)))).toEqual(essence(taken(workbook)))
  })
  it('comes back the same with its rows sorted', () => {
    const rows = cellsNamed(workbook, 'Review_key').map((_, index) => index + 2)
    expect(essence(taken(reorderRows(workbook, sheet, rows.toReversed())))).toEqual(essence(taken(workbook)))
  })
  it('is refused with a row deleted or doubled', () => {
    expect(taken(deleteRow(workbook, sheet, 4)).problems.map(({ code }) => code)).toEqual([
      'review_row_missing',
    ])
    expect(taken(duplicateRow(workbook, sheet, 4)).problems.map(({ code }) => code)).toEqual([
      'review_key_twice',
    ])
  })
})

describeWithOffice('a review workbook that LibreOffice saved', () => {
  it('comes back the same', async () => {
    expect(essence(taken(await convertByOffice(workbook, 'xlsx')))).toEqual(essence(taken(workbook)))
  })
})
