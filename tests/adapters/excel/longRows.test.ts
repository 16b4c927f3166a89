import exceljs from 'exceljs'
import { describe, expect, it } from 'vitest'
import { read, utils } from 'xlsx'
import type { PlainCell, RichCell } from '../../../src/application/tables/TableSpec'
import type { WorkbookSheet } from '../../../src/application/workbook/WorkbookSheet'
import { plain } from '../../../src/adapters/excel/toSheet'
import { writeWorkbook } from '../../../src/adapters/excel/writeWorkbook'
import { aLongSheet } from '../../builders/aLongSheet'

describe('a long list of values', () => {
  it('has every value of every row, texts as they are and inert', async () => {
    const sheet = aLongSheet(1_500)
    const { Sheets } = read(await writeWorkbook([sheet]), { cellFormula: true, dense: false })
    const cells = Sheets[sheet.name] ?? {}
    expect(cells['!ref']).toBe('A1:D1501')
    expect(utils.sheet_to_json(cells, { header: 1, raw: true, defval: null }).slice(1)).toEqual(
      [...sheet.rows].map(([text = null, number = null, date, nothing = null]) => [
        text,
        plain(number),
        serial(String(date)),
        nothing,
      ]),
    )
    expect(Object.values(cells).filter((cell: { readonly f?: string }) => cell.f !== undefined)).toEqual([])
  })

  it('shows days as days and texts as texts, as a short one does', async () => {
    for (const count of [10, 1_500]) {
      const { Sheets } = read(await writeWorkbook([aLongSheet(count)]), { cellNF: true })
      const cells = Sheets['清单'] ?? {}
      const formats = ['A8', 'B8', 'C8', 'B5'].map((at) => (cells[at] as { readonly z?: string }).z)
      expect(formats).toEqual(['@', '0', 'yyyy-mm-dd', '@'])
    }
  })
})

/** Rows with what a reviewer fills in, and formulas of their own row, of another sheet, of words, and not yet computed. */
function aFormulaSheet(count: number): readonly WorkbookSheet[] {
  const rate: WorkbookSheet = {
    key: 'standards',
    name: '标准',
    isList: false,
    columns: [{ key: 'value', label: '值', width: 10, type: 'decimal' }],
    rows: [[2.5]],
  }
  const formula = (value: PlainCell, text: string): RichCell => ({ value, formula: text })
  return [
    rate,
    {
      key: 'review',
      name: '复核',
      isList: true,
      columns: [
        { key: 'number', label: '数', width: 10, type: 'integer' },
        { key: 'double', label: '两倍', width: 10, type: 'decimal' },
        { key: 'word', label: '词', width: 10, type: 'text' },
        { key: 'mixed', label: '数或词', width: 10, type: 'percent' },
        { key: 'said', label: '填写', width: 10, type: 'text' },
      ],
      rows: Array.from({ length: count }, (_, index) => [
        index,
        formula(index * 2.5, '[number]*{standards.value:0}'),
        formula(index % 2 === 0 ? '' : '<单&"双">', 'IF(MOD([number],2)=0,"","<单&""双"">")'),
        index % 3 === 0
          ? { value: '不适用', type: 'text', formula: '"不适用"' }
          : formula(index % 3 === 1 ? 0.5 : null, '1/2'),
        index % 7 === 0 ? '已填' : null,
      ]),
      inputs: [{ column: 'said' }],
    },
  ]
}

describe('a long list of formulas and of cells to fill in', () => {
  it('has the formulas, results, formats and locks of a short one', async () => {
    const cellsOf = async (count: number) => {
      const workbook = new exceljs.Workbook()
      await workbook.xlsx.load(Buffer.from(await writeWorkbook(aFormulaSheet(count))) as never)
      const sheet = workbook.getWorksheet('复核')
      return Array.from({ length: 40 }, (_, row) =>
        Array.from({ length: 5 }, (__, column) => {
          const { value, formula, result, numFmt, protection } = sheet?.getCell(row + 2, column + 1) ?? {}
          return { value, formula, result, numFmt, locked: protection?.locked }
        }),
      )
    }
    const long = await cellsOf(1_500)
    expect(long).toEqual(await cellsOf(40))
    expect(long[1]?.[1]).toMatchObject({ formula: "A3*'标准'!$A$2", result: 2.5 })
    expect(long.map((row) => row[4]?.locked)).toEqual(long.map(() => false))
  })
})

function serial(day: string): number {
  return Date.parse(day) / 86_400_000 + 25_569
}
