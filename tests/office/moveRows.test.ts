import { describe, expect, it } from 'vitest'
import { describeWithOffice } from './describeWhere'
import { deleteRow, duplicateRow, reorderRows } from './moveRows'
import { cellsNamed } from './namedCells'
import { smallWorkbook } from './smallWorkbook'
import { recalculate } from './soffice'
import { readPart, unpackParts } from './workbookParts'

const SHEET = "户's"

function valuesOf(workbook: Uint8Array, name: string): readonly unknown[] {
  return cellsNamed(workbook, name).map(({ value }) => value)
}

describe('the rows of a sheet', () => {
  it('stand in another order when they were sorted, each with all its cells', async () => {
    const sorted = reorderRows(await smallWorkbook(), SHEET, [3, 4, 2])
    expect(valuesOf(sorted, 'H_key')).toEqual(['H2', 'H3', 'H1'])
    expect(valuesOf(sorted, 'H_persons')).toEqual([2, 3, 4])
    expect(valuesOf(sorted, 'H_decision')).toEqual(['认定', '是', null, null])
  })

  it('are one less when one was deleted, and names and rules follow', async () => {
    const shorter = deleteRow(await smallWorkbook(), SHEET, 3)
    expect(valuesOf(shorter, 'H_key')).toEqual(['H1', 'H3'])
    expect(cellsNamed(shorter, 'M_decided')[0]?.formula).toContain("'户''s'!$B$2:$B$3,")
    const xml = readPart(unpackParts(shorter), 'xl/worksheets/sheet1.xml')
    expect(xml).toContain('sqref="C2:C3"')
  })

  it('are one more when one was copied, with its formulas for the new place', async () => {
    expect(valuesOf(duplicateRow(await smallWorkbook(), SHEET, 3), 'H_key')).toEqual(['H1', 'H2', 'H2', 'H3'])
    const measures = duplicateRow(await smallWorkbook(), '指标', 3)
    const xml = readPart(unpackParts(measures), 'xl/worksheets/sheet2.xml')
    expect(xml).toMatch(/<c r="B4"[^>]*><f>_xlfn.BETA.INV\(0.975,1\+B3,100-B3\)<\/f>/)
  })

  it('cannot be moved from where there is none', async () => {
    const workbook = await smallWorkbook()
    expect(() => reorderRows(workbook, SHEET, [2, 9])).toThrow('there is no row 9 to be moved to 9')
  })
})

describeWithOffice('a workbook whose rows were moved', () => {
  it('has the results of its new rows', async () => {
    const copied = duplicateRow(deleteRow(await smallWorkbook(), SHEET, 2), SHEET, 2)
    const moved = await recalculate(reorderRows(copied, SHEET, [4, 3, 2]))
    expect(valuesOf(moved, 'H_key')).toEqual(['H3', 'H2', 'H2'])
    expect(valuesOf(moved, 'M_persons')).toEqual([7])
    expect(valuesOf(moved, 'M_decided')).toEqual([4])
  })
})
