import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { utils, write } from 'xlsx'
import { ROSTER_FILE_TYPES } from '../../../src/adapters/excel/rosterFileTypes'
import { importFiles } from '../../fixtures/roster/importFiles'
import { bySheetJS, csvText, SAMPLE_FILES } from '../../fixtures/roster/sampleFiles'
import { SAMPLE_COUNTS, SAMPLE_HOUSEHOLDS, SAMPLE_ROWS } from '../../fixtures/roster/sampleList'

describe('a list', () => {
  it.each(SAMPLE_FILES)('is read whole when %s wrote %s', async (_, name, bytes) => {
    const roster = importFiles([name, await bytes()])
    expect(roster.households).toMatchObject(SAMPLE_HOUSEHOLDS)
    expect(roster.problems).toEqual([])
    expect(roster.rows).toEqual(SAMPLE_COUNTS)
  })

  it('is offered by the dialog, whoever wrote it', () => {
    const types = ROSTER_FILE_TYPES.split(',')
    for (const [, name] of SAMPLE_FILES) expect(types).toContain(name.slice(name.lastIndexOf('.')))
  })

  it('is recognised by its bytes when its name is wrong', () => {
    expect(importFiles(['list.csv', bySheetJS('xlsx')]).rows).toEqual(SAMPLE_COUNTS)
    expect(importFiles(['list.xlsx', bySheetJS('biff8')]).rows).toEqual(SAMPLE_COUNTS)
    expect(importFiles(['list.xls', new TextEncoder().encode(csvText())]).rows).toEqual(SAMPLE_COUNTS)
  })

  it('shows its sheet, header row, columns and samples for the preview', () => {
    const [sheet] = importFiles(['a.xlsx', bySheetJS('xlsx')]).sheets
    expect(sheet).toMatchObject({ sheet: '名单', headerRows: { first: 3, last: 3 }, rowCount: 7 })
    expect(sheet?.columns[4]).toEqual({
      column: 4,
      letters: 'E',
      header: '姓名',
      field: 'name',
      scope: 'member',
      known: true,
      sample: ['李建国', '王芳', '赵六', null],
    })
  })
})

describe('cells', () => {
  const header = ['户编号', '姓名', '证件号码', '脱贫属性', '人均纯收入']
  const li = SAMPLE_ROWS[3]?.[5] as string

  it('give the cached value when they hold formulas', async () => {
    const workbook = new ExcelJS.Workbook()
    const sheet = workbook.addWorksheet('名单')
    sheet.addRow(header)
    sheet.addRow(['51', '李建国', li, '已脱贫', { formula: '2600*2', result: 5200 }])
    const { households, problems } = importFiles([
      'a.xlsx',
      new Uint8Array(await workbook.xlsx.writeBuffer()),
    ])
    expect(households[0]?.registryIncome).toBe(5200)
    expect(problems).toEqual([])
  })

  it('say that there is no value when a formula was never calculated', async () => {
    const workbook = new ExcelJS.Workbook()
    const sheet = workbook.addWorksheet('名单')
    sheet.addRow(header)
    sheet.addRow(['51', '李建国', li, '已脱贫', { formula: '2600*2' }])
    sheet.addRow(['52', '赵六', SAMPLE_ROWS[5]?.[5], '已脱贫', { formula: '0*2', result: 0 }])
    const { households, problems } = importFiles([
      'a.xlsx',
      new Uint8Array(await workbook.xlsx.writeBuffer()),
    ])
    expect(households.map(({ registryIncome }) => registryIncome)).toEqual([null, 0])
    expect(problems.map(({ code, place, value }) => [code, place.cell, value])).toEqual([
      ['formula_without_value', 'E2', '=2600*2'],
      ['income_out_of_range', 'E3', '0'],
    ])
  })

  it('flag an ID number that a number cell has rounded', () => {
    const sheet = utils.aoa_to_sheet([header, ['51', '李建国', 990101197001010010, '已脱贫', 5200]])
    const bytes = new Uint8Array(
      write(utils.book_new(sheet, '名单'), { type: 'array', bookType: 'xlsx' }) as ArrayBuffer,
    )
    const { households, problems } = importFiles(['a.xlsx', bytes])
    expect(households[0]?.members[0]?.idNumber).toBeNull()
    expect(problems).toMatchObject([{ code: 'id_digits_lost', place: { cell: 'C2' } }])
  })

  it('keep ID numbers whole in a CSV file, wrapped or not', () => {
    const csv = `户编号,姓名,证件号码,脱贫属性\n51,李建国,"=""${li}""",已脱贫\n52,王芳,990101197203040022,已脱贫\n`
    const { households } = importFiles(['a.csv', new TextEncoder().encode(csv)])
    expect(households.flatMap(({ members }) => members.map(({ idNumber }) => idNumber))).toEqual([
      li,
      '990101197203040022',
    ])
  })

  it('are read beside sheets of notes, and from several sheets of lists', () => {
    const workbook = utils.book_new()
    utils.book_append_sheet(workbook, utils.aoa_to_sheet([['填表说明'], ['一、请如实填写']]), '说明')
    utils.book_append_sheet(
      workbook,
      utils.aoa_to_sheet([header, ['51', '李建国', li, '已脱贫', 5200]]),
      '甲村',
    )
    utils.book_append_sheet(
      workbook,
      utils.aoa_to_sheet([header, ['52', '赵六', SAMPLE_ROWS[5]?.[5], '未脱贫', 3100]]),
      '乙村',
    )
    const bytes = new Uint8Array(write(workbook, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer)
    const { households, rows, problems } = importFiles(['a.xlsx', bytes])
    expect(households.map(({ id }) => id)).toEqual(['51', '52'])
    expect(problems).toMatchObject([
      { code: 'village_missing', severity: 'note', place: { sheet: '甲村' } },
      { code: 'village_missing', severity: 'note', place: { sheet: '乙村' } },
      { code: 'sheet_skipped', severity: 'note', place: { sheet: '说明' } },
    ])
    expect(rows).toEqual({ read: 6, imported: 2, merged: 0, skipped: 4, rejected: 0 })
  })
})
