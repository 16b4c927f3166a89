import { expect, it } from 'vitest'
import { read, utils } from 'xlsx'
import { writeWorkbook } from '../../src/adapters/excel/writeWorkbook'
import { aLongSheet } from '../builders/aLongSheet'
import { describeWithOffice, describeWithValidator } from './describeWhere'
import { schemaErrorsOf } from './schemaErrorsOf'
import { convertByOffice } from './soffice'

describeWithValidator('a long list, by the schema', () => {
  it('has no errors', async () => {
    expect(await schemaErrorsOf(await writeWorkbook([aLongSheet(1_500)]))).toEqual([])
  })
})

describeWithOffice('a long list that LibreOffice saved', () => {
  it('has the same values', async () => {
    const written = await writeWorkbook([aLongSheet(1_500)])
    expect(rowsOf(await convertByOffice(written, 'xlsx'))).toEqual(rowsOf(written))
  })
})

function rowsOf(workbook: Uint8Array): unknown {
  const { Sheets } = read(workbook)
  return utils.sheet_to_json(Sheets['清单'] ?? {}, { header: 1, raw: true, blankrows: false })
}
