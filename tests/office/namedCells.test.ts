import betaQuantile from '@stdlib/stats-base-dists-beta-quantile'
import { describe, expect, it } from 'vitest'
import { editSheet } from './editSheet'
import { cellsNamed, namedCells } from './namedCells'
import { smallWorkbook } from './smallWorkbook'
import { changePart, sheetPath } from './workbookParts'

describe('the cells of a name', () => {
  it('are one with its value and formula when the name is of one cell', async () => {
    const names = namedCells(await smallWorkbook())
    const sheet = '指标'
    expect(names.get('M_persons')).toEqual([{ sheet, address: 'B1', value: 9, formula: 'SUM(H_persons)' }])
    const high = { value: betaQuantile(0.975, 3, 98), formula: '_xlfn.BETA.INV(0.975,1+B2,100-B2)' }
    expect(names.get('M_high')).toEqual([{ sheet, address: 'B3', ...high }])
  })

  it('are the rows of a column, on a sheet whose name needs quotes', async () => {
    const cells = cellsNamed(await smallWorkbook(), 'H_key')
    expect(cells.map(({ sheet, address, value }) => [sheet, address, value])).toEqual([
      ["户's", 'A2', 'H1'],
      ["户's", 'A3', 'H2'],
      ["户's", 'A4', 'H3'],
    ])
  })

  it('are as many as the sheet has rows when the name is of a whole column; null where nothing is written', async () => {
    const workbook = editSheet(await smallWorkbook(), "户's", { A6: 'H4' })
    expect(cellsNamed(workbook, 'H_decision').map(({ value }) => value)).toEqual([
      '认定',
      null,
      '是',
      null,
      null,
      null,
    ])
  })

  it('are all there when the sheet says that it is smaller', async () => {
    const workbook = changePart(
      await smallWorkbook(),
      (parts) => sheetPath(parts, "户's"),
      (xml) => xml.replace('<dimension ref="A1:C4"/>', '<dimension ref="A1:A2"/>'),
    )
    expect(cellsNamed(workbook, 'H_decision').map(({ value }) => value)).toEqual(['认定', null, '是', null])
  })

  it('cannot be asked for by a name that is not there', async () => {
    const workbook = await smallWorkbook()
    expect(() => cellsNamed(workbook, 'M_none')).toThrow('there is no name M_none, but Codes H_key')
  })
})
