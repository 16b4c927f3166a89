import ExcelJS from 'exceljs'
import { read } from 'xlsx'
import { describe, expect, it } from 'vitest'
import { writeWorkbook } from '../../../src/adapters/excel/writeWorkbook'
import { cellsOf, type TableColumn } from '../../../src/application/tables/TableSpec'

interface Row {
  readonly persons: number
  readonly yuan: number
}

const COLUMNS: readonly TableColumn<Row>[] = [
  { key: 'persons', label: '人数', width: 8, type: 'integer', value: ({ persons }) => persons },
  { key: 'yuan', label: '合计', width: 8, type: 'yuan', value: ({ yuan }) => yuan },
  {
    key: 'each',
    label: '人均',
    width: 8,
    type: 'yuan',
    value: ({ persons, yuan }) => yuan / persons,
    formula: () => '[yuan]/[persons]',
  },
  {
    key: 'decision',
    label: '认定',
    width: 8,
    type: 'text',
    value: () => null,
    input: { choices: ['是', '否'] },
  },
]

async function written(columns: readonly TableColumn<Row>[]) {
  const rows = [
    { persons: 4, yuan: 10_000 },
    { persons: 2, yuan: 7_000 },
  ].map((row) => cellsOf(columns, row))
  const bytes = await writeWorkbook([{ name: '户', isList: true, columns, rows }])
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(bytes.slice().buffer)
  return workbook.getWorksheet('户')
}

describe('a table as a sheet', () => {
  it('has a formula with its result, whatever column a cell that it names stands in', async () => {
    const sheet = await written(COLUMNS)
    expect(sheet?.getCell('C3').value).toEqual({ formula: 'B3/A3', result: 3_500 })
    expect(sheet?.getCell('C3').numFmt).toBe('#,##0.00')
    const turned = await written(COLUMNS.toReversed())
    expect(turned?.getCell('B2').value).toEqual({ formula: 'C2/D2', result: 2_500 })
  })
  it('has the choices of what the reader fills in', async () => {
    const sheet = await written(COLUMNS)
    expect(sheet?.getCell('D2').dataValidation).toMatchObject({ type: 'list', formulae: ['"是,否"'] })
    expect(sheet?.getCell('C2').dataValidation).toBeUndefined()
  })
  it('is not written where a formula names no column of it', async () => {
    const wrong = COLUMNS.map((column) => ({ ...column, formula: () => '[nobody]' }))
    await expect(written(wrong)).rejects.toThrow('[nobody]')
  })
})

describe('the filter of a list', () => {
  it('has the name by which LibreOffice shows it, of its own sheet and size; notes have none', async () => {
    const columns = COLUMNS.slice(0, 2)
    const rows = [[1, 2] as const, [3, 4] as const]
    const bytes = await writeWorkbook([
      { name: '说明', isList: false, columns, rows },
      { name: "户's", isList: true, columns, rows },
      { name: '空', isList: true, columns, rows: [] },
    ])
    const names = read(bytes).Workbook?.Names?.filter(({ Name }) => !Name.startsWith('_xlnm.Print'))
    expect(names?.map(({ Name, Sheet, Ref }) => [Name, Sheet, Ref])).toEqual([
      ['_xlnm._FilterDatabase', 1, "'户''s'!$A$1:$B$3"],
      ['_xlnm._FilterDatabase', 2, "'空'!$A$1:$B$1"],
    ])
  })
})
