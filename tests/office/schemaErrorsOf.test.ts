import { expect, it } from 'vitest'
import { describeWithValidator } from './describeWhere'
import { editSheet } from './editSheet'
import { deleteRow, duplicateRow } from './moveRows'
import { schemaErrorsOf } from './schemaErrorsOf'
import { smallWorkbook } from './smallWorkbook'
import { changePart, sheetPath } from './workbookParts'

const SHEET = "户's"

async function spoilt(change: (xml: string) => string): Promise<Uint8Array> {
  return changePart(await smallWorkbook(), (parts) => sheetPath(parts, SHEET), change)
}

describeWithValidator('the faults of a workbook by the schema', () => {
  it('are none when it is sound, nor when it was edited and its rows were moved', async () => {
    expect(await schemaErrorsOf(await smallWorkbook())).toEqual([])
    const edited = editSheet(await smallWorkbook(), SHEET, { B2: '<&>', C4: null, A9: 1, AA9: true })
    expect(await schemaErrorsOf(deleteRow(duplicateRow(edited, SHEET, 3), SHEET, 2))).toEqual([])
  })

  it('name part and attribute when an attribute is unknown', async () => {
    const errors = await schemaErrorsOf(await spoilt((xml) => xml.replace('<row r="2"', '<row r="2" x="1"')))
    expect(errors).toHaveLength(1)
    expect(errors[0]).toMatch(/^\/xl\/worksheets\/sheet1\.xml .*row\[2\].*'x' attribute is not declared/)
  })

  it('are found in the order of elements, and in a style that is not there', async () => {
    const views = /<sheetViews>.*<\/sheetViews>/
    const misplaced = await spoilt((xml) => {
      return xml.replace(views, '').replace('</worksheet>', `${views.exec(xml)?.[0]}</worksheet>`)
    })
    expect(await schemaErrorsOf(misplaced)).not.toEqual([])
    const unknownStyle = await spoilt((xml) => xml.replace('<c r="A2"', '<c s="99" r="A2"'))
    expect(await schemaErrorsOf(unknownStyle)).not.toEqual([])
  })

  it('are told as one when the file is no workbook', async () => {
    const errors = await schemaErrorsOf(new TextEncoder().encode('户号'))
    expect(errors).toHaveLength(1)
  })
})
