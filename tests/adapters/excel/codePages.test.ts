import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { CFB, utils, write } from 'xlsx'
import { readSheets } from '../../../src/adapters/excel/readSheets'
import { importFiles } from '../../fixtures/roster/importFiles'

const ROWS = [
  ['戶編號', '姓名', '行政村', '屬性'],
  ['51', '李建國', '上一村', '已脫貧'],
]

/** A workbook of Excel 95 with texts as bytes of an encoding, whose CodePage record names `page`. */
function excel95(encoding: string, page: number): Uint8Array {
  const texts = ROWS.flat().map((text) => iconv.encode(text, encoding))
  // SheetJS writes ASCII alone: letters as many as the bytes stand in for each text.
  const letters = texts.map((bytes, index) => String.fromCharCode(65 + index).repeat(bytes.length))
  const sheet = utils.aoa_to_sheet(
    ROWS.map((row, index) => row.map((_, column) => letters[index * 4 + column])),
  )
  const book = utils.book_new(sheet, 'x')
  const bytes = new Uint8Array(write(book, { type: 'array', bookType: 'biff5' }) as ArrayBuffer)
  const container = CFB.read(bytes, { type: 'array' })
  const content = Buffer.from(CFB.find(container, '/Book')?.content as Uint8Array)
  letters.forEach((each, index) => content.set(texts[index] ?? [], content.lastIndexOf(each)))
  for (let at = 0; at + 6 <= content.length; at += 4 + content.readUInt16LE(at + 2))
    if (content.readUInt16LE(at) === 0x0042) content.writeUInt16LE(page, at + 4)
  const changed = CFB.utils.cfb_new()
  CFB.utils.cfb_add(changed, '/Book', new Uint8Array(content))
  return Uint8Array.from(CFB.write(changed) as number[])
}

describe('an .xls of Excel 95', () => {
  it.each([
    ['gbk', 936],
    ['gbk', 10008],
    ['big5', 950],
  ])('is read in %s when it names code page %i', (encoding, page) => {
    const { tables } = readSheets({ name: 'a.xls', bytes: excel95(encoding, page) })
    const cells = ROWS.map((row, index) => row.map((_, column) => tables[0]?.cell(index, column)))
    expect(cells).toEqual(ROWS)
  })

  it.each([
    ['names one that nobody reads', 'gbk', 437],
    ['names another than its texts are in', 'big5', 65001],
  ])('is refused when it %s', (_, encoding, page) => {
    const { refused, problems } = importFiles(['a.xls', excel95(encoding, page)])
    expect(refused).toBe(true)
    expect(problems).toMatchObject([{ code: 'code_page_unreadable', value: String(page) }])
  })
})
