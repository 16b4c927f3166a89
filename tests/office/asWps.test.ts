import { describe, expect, it } from 'vitest'
import { read, writeXLSX } from 'xlsx'
import { asWps } from './asWps'
import { describeWithOffice, describeWithValidator } from './describeWhere'
import { namedCells } from './namedCells'
import { schemaErrorsOf } from './schemaErrorsOf'
import { smallWorkbook } from './smallWorkbook'
import { recalculate } from './soffice'
import { readPart, unpackParts } from './workbookParts'

describe('a workbook as WPS saves it', () => {
  it('says which build saved it, beside the properties that it had', async () => {
    expect(read(asWps(await smallWorkbook())).Custprops).toEqual({
      YihuProject: 'p 1',
      KSOProductBuildVer: '2052-12.1.0.16929',
    })
  })

  it('says so when it had no properties', () => {
    const workbook = { SheetNames: ['a'], Sheets: { a: { '!ref': 'A1', A1: { t: 's' as const, v: '户' } } } }
    const bytes = new Uint8Array(writeXLSX(workbook, { type: 'array', bookSST: true }) as ArrayBuffer)
    const marked = asWps(bytes)
    expect(read(marked).Custprops).toEqual({ KSOProductBuildVer: '2052-12.1.0.16929' })
    expect(read(marked).Sheets['a']?.['A1']).toMatchObject({ v: '户' })
  })

  it('has a wrong dimension, no shared strings, and the same cells', async () => {
    const [written, marked] = [await smallWorkbook(), asWps(await smallWorkbook())]
    expect(namedCells(marked)).toEqual(namedCells(written))
    const parts = unpackParts(marked)
    expect(Object.keys(parts)).not.toContain('xl/sharedStrings.xml')
    const xml = readPart(parts, 'xl/worksheets/sheet1.xml')
    expect(xml).toContain('<dimension ref="A1"/>')
    expect(xml).not.toContain('t="s"')
  })
})

describeWithValidator('a workbook as WPS saves it, by the schema', () => {
  it('has no errors', async () => {
    expect(await schemaErrorsOf(asWps(await smallWorkbook()))).toEqual([])
  })
})

describeWithOffice('a workbook as WPS saves it, in LibreOffice', () => {
  it('keeps its properties and its values', async () => {
    const saved = await recalculate(asWps(await smallWorkbook()))
    expect(read(saved).Custprops).toMatchObject({ YihuProject: 'p 1' })
    expect(namedCells(saved).get('H_key')).toEqual(namedCells(await smallWorkbook()).get('H_key'))
  })
})
