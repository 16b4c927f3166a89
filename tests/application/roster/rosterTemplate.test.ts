import { describe, expect, it } from 'vitest'
import { read, utils, write, type WorkBook } from 'xlsx'
import { writeWorkbook } from '../../../src/adapters/excel/writeWorkbook'
import { ROSTER_TEMPLATE } from '../../../src/adapters/resources/rosterVocabulary'
import { rosterTemplate } from '../../../src/application/roster/rosterTemplate'
import { importFiles } from '../../fixtures/roster/importFiles'

const WORDS = {
  list: '名单',
  notes: '填写说明',
  column: '栏目',
  hint: '怎么填',
  example: '样子',
  needed: '必填',
}

async function templateBook(): Promise<WorkBook> {
  return read(await writeWorkbook(rosterTemplate(ROSTER_TEMPLATE, 'zh-CN', WORDS)), { type: 'array' })
}

function imported(book: WorkBook) {
  const bytes = new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer)
  return importFiles(['名单模板.xlsx', bytes])
}

describe('the template of a list', () => {
  it('gives, filled in as its examples are, those households with every column known', async () => {
    const book = await templateBook()
    const sheet = book.Sheets['名单']
    if (sheet === undefined) throw new Error('no list')
    const rows = [0, 1, 2].map((row) => ROSTER_TEMPLATE.map(({ examples }) => examples[row] ?? ''))
    utils.sheet_add_aoa(sheet, rows, { origin: 'A2' })
    const { households, sheets, problems } = imported(book)
    expect(households.map(({ headName, members }) => [headName, members.length])).toEqual([
      ['样例甲', 2],
      ['样例丙', 1],
    ])
    expect(sheets[0]?.columns.filter(({ known }) => !known)).toEqual([])
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it('has nobody in it while it is empty', async () => {
    expect(imported(await templateBook()).households).toEqual([])
  })

  it('explains every column of the list', async () => {
    const [list, notes] = rosterTemplate(ROSTER_TEMPLATE, 'en', WORDS)
    expect([...(notes?.rows ?? [])].map(([header]) => header)).toEqual(
      list?.columns.map(({ label }) => label),
    )
  })
})
