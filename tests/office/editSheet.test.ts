import { describe, expect, it } from 'vitest'
import { read, type CellObject } from 'xlsx'
import { editSheet, type Typed } from './editSheet'
import { smallWorkbook } from './smallWorkbook'
import { changePart, readPart, unpackParts } from './workbookParts'

const SHEET = "户's"

async function edited(typed: Readonly<Record<string, Typed>>): Promise<Uint8Array> {
  return editSheet(await smallWorkbook(), SHEET, typed)
}

function cellOf(workbook: Uint8Array, address: string): CellObject | undefined {
  return read(workbook).Sheets[SHEET]?.[address] as CellObject | undefined
}

describe('a sheet typed over outside of any library', () => {
  it.each([
    ['B2', 7.5, 'n'],
    ['B2', '是 & <否>', 's'],
    ['B2', ' 两边空格 ', 's'],
    ['B2', true, 'b'],
    ['C4', '否', 's'],
    ['D2', '新', 's'],
    ['AA3', 1, 'n'],
    ['A9', '新行', 's'],
  ])('has in %s what was typed: %s', async (address, value, t) => {
    expect(cellOf(await edited({ [address]: value }), address)).toMatchObject({ t, v: value })
  })

  it('has nothing in a cell that was emptied, and everything else as it was', async () => {
    const workbook = await edited({ B2: null })
    expect(cellOf(workbook, 'B2')?.v).toBeUndefined()
    expect(cellOf(workbook, 'B3')?.v).toBe(2)
    const [before, after] = [unpackParts(await smallWorkbook()), unpackParts(workbook)]
    expect(Object.keys(after)).toEqual(Object.keys(before))
    expect(readPart(after, 'xl/workbook.xml')).toBe(readPart(before, 'xl/workbook.xml'))
  })

  it('keeps the style of a cell, and gives a new one that of its column', async () => {
    const path = 'xl/worksheets/sheet1.xml'
    const workbook = changePart(
      await smallWorkbook(),
      () => path,
      (xml) => xml.replace('<col min="3"', '<col style="1" min="3"'),
    )
    const after = editSheet(workbook, SHEET, { C2: '否', C9: '否', B9: 1 })
    const xml = readPart(unpackParts(after), path)
    expect(xml).toContain('<c r="C2" s="1" t="inlineStr">')
    expect(xml).toContain('<c r="B9"><v>1</v></c><c r="C9" s="1" t="inlineStr">')
  })

  it('cannot be a sheet that is not there, nor a cell without an address', async () => {
    const workbook = await smallWorkbook()
    expect(() => editSheet(workbook, '无', {})).toThrow("there is no sheet 无, but 户's, 指标")
    expect(() => editSheet(workbook, SHEET, { B: 1 })).toThrow('no address of a cell: B')
  })
})
