import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { CFB, utils, write } from 'xlsx'
import { importFiles } from '../../fixtures/roster/importFiles'
import { bySheetJS } from '../../fixtures/roster/sampleFiles'
import { SAMPLE_COUNTS, SAMPLE_ROWS } from '../../fixtures/roster/sampleList'

const foreign = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../fixtures/roster/foreign/${name}`, import.meta.url)))
const text = (words: string) => new TextEncoder().encode(words)

function workbook(bookType: 'xlsx' | 'biff8'): Uint8Array {
  const sheet = utils.aoa_to_sheet(SAMPLE_ROWS.map((row) => [...row]))
  return new Uint8Array(
    write(utils.book_new(sheet, '名单'), { type: 'array', bookType, compression: true }) as ArrayBuffer,
  )
}

/** The code for which a file is refused; anything taken in spite of it fails the test. */
function refusal(bytes: Uint8Array): string | undefined {
  const { refused, households, rows, problems } = importFiles(['list.xlsx', bytes])
  expect({ refused, households, imported: rows.imported }).toEqual({
    refused: true,
    households: [],
    imported: 0,
  })
  expect(problems[0]).toMatchObject({ severity: 'error', place: { file: 'list.xlsx' } })
  return problems[0]?.code
}

describe('a file is refused', () => {
  it('when it is empty', () => expect(refusal(new Uint8Array())).toBe('file_empty'))
  it('when it holds only blank lines', () => expect(refusal(text('\r\n,,,\r\n'))).toBe('file_empty'))
  it('when its workbook holds no cell', () => {
    const bytes = new Uint8Array(
      write(utils.book_new(utils.aoa_to_sheet([]), '名单'), {
        type: 'array',
        bookType: 'xlsx',
      }) as ArrayBuffer,
    )
    expect(refusal(bytes)).toBe('file_empty')
  })
  it('when an .xlsx has a password', () =>
    expect(refusal(foreign('libreoffice-protected.xlsx'))).toBe('file_protected'))
  it('when an .ods has a password', () =>
    expect(refusal(foreign('libreoffice-protected.ods'))).toBe('file_protected'))
  it('when an .xls has a password', () =>
    expect(refusal(foreign('libreoffice-protected.xls'))).toBe('xls_encrypted'))
  it.each([0.2, 0.5, 0.9, 0.999])('when an .xlsx is cut off at %f', (share) => {
    const bytes = workbook('xlsx')
    expect(refusal(bytes.subarray(0, Math.floor(bytes.length * share)))).toBe('file_truncated')
  })
  it.each([0.02, 0.2, 0.5, 0.8])('when an .xls is cut off at %f', (share) => {
    const bytes = workbook('biff8')
    expect(refusal(bytes.subarray(0, Math.floor(bytes.length * share)))).toMatch(
      /^file_(truncated|unreadable)$/,
    )
  })
  it('when a byte inside an .xlsx has changed', () => {
    const bytes = Uint8Array.from(workbook('xlsx'))
    const at = Math.floor(bytes.length / 2)
    bytes[at] = (bytes[at] ?? 0) ^ 0x55
    expect(['file_unreadable', 'file_truncated']).toContain(refusal(bytes))
  })
  it('when one figure inside an .xlsx is no longer what its checksum says', () => {
    const bytes = zipSync(unzipSync(workbook('xlsx')), { level: 0 })
    const at = new TextDecoder('latin1').decode(bytes).indexOf('5200.5')
    bytes[at] = 0x39
    expect(refusal(bytes)).toBe('file_unreadable')
  })
  it('when it is a web page named .xls', () =>
    expect(refusal(text('<html><table><tr><td>姓名</td></tr></table></html>'))).toBe('file_is_html'))
  it('when it is XML of no kind we know', () =>
    expect(refusal(text('<?xml version="1.0"?><list/>'))).toBe('file_is_xml'))
  it('when it is a web page that names the spreadsheets of Excel', () =>
    expect(
      refusal(text('<!doctype html><html xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"></html>')),
    ).toBe('file_is_html'))
  it('when it is a formatted text', () => expect(refusal(text('{\\rtf1 }'))).toBe('file_not_spreadsheet'))
  it('when it is a PDF', () => expect(refusal(text('%PDF-1.7'))).toBe('file_not_spreadsheet'))
  it('when it is a Word document', () =>
    expect(refusal(zipSync({ 'word/document.xml': strToU8('<w:document/>') }))).toBe('file_not_spreadsheet'))
  it('when it is an old Word document', () => {
    const document: unknown = CFB.utils.cfb_new()
    CFB.utils.cfb_add(document, '/WordDocument', new Uint8Array(64))
    expect(refusal(Uint8Array.from(CFB.write(document) as number[]))).toBe('file_not_spreadsheet')
  })
  it('when it is XML in an archive and no OpenDocument spreadsheet', () =>
    expect(refusal(zipSync({ 'content.xml': strToU8('<x/>') }))).toBe('file_not_spreadsheet'))
  it('when its text is damaged', () =>
    expect(refusal(Uint8Array.of(0x41, 0xff, 0xff, 0x0a))).toBe('text_damaged'))
  it('when no row of it is a header', () =>
    expect(refusal(text('今天天气很好\n明天也是\n'))).toBe('no_header'))
  it('when its header is followed by nobody', () =>
    expect(refusal(text('户编号,姓名,证件号码\n'))).toBe('no_household'))
})

describe('a spreadsheet of another kind is refused by its name', () => {
  const dbase = Uint8Array.of(0x03, 120, 7, 1, 1, 0, 0, 0, 65, 0, 9, 0, ...new Uint8Array(60))
  it.each([
    ['SYLK', bySheetJS('sylk')],
    ['DIF', bySheetJS('dif')],
    ['Lotus 1-2-3', Uint8Array.of(0, 0, 0x1a, 0, 0, 16, 4, 0)],
    ['Lotus 1-2-3', Uint8Array.of(0, 0, 2, 0, 6, 4, 6, 0, 8, 0)],
    ['dBASE', dbase],
    ['UOF', text('<?xml version="1.0"?><uof:UOF xmlns:uof="x"><uof:表/></uof:UOF>')],
    ['UOF', zipSync({ 'uof.xml': strToU8('<x/>') })],
    ['Numbers', zipSync({ 'Index/Document.iwa': strToU8('x') })],
    ['Numbers', zipSync({ 'Index.zip': strToU8('x') })],
    ['MHTML', text('From: <Saved by WPS>\r\nMIME-Version: 1.0\r\n\r\n<html><table>')],
  ])('%s', (kind, bytes) => {
    expect(importFiles(['list.xls', bytes]).problems).toMatchObject([
      { code: 'file_format_unsupported', value: kind },
    ])
  })

  it('unless it is a list of two columns that begins like one', () => {
    expect(importFiles(['a.csv', text('ID;姓名;脱贫属性;户编号\n1;李建国;已脱贫;51\n')]).refused).toBe(false)
  })
})

describe('a zip bomb is refused', () => {
  it('in no time when it states its size', () => {
    const entry = zipSync({
      'xl/workbook.xml': strToU8('<workbook/>'),
      'xl/worksheets/sheet1.xml': new Uint8Array(30e6),
    })
    expect(refusal(withStatedSize(entry, 'xl/worksheets/sheet1.xml', 900e6))).toBe('file_too_large')
  })
  it('at the first byte too many when it understates its size', () => {
    const entry = zipSync({
      'xl/workbook.xml': strToU8('<workbook/>'),
      'xl/worksheets/sheet1.xml': new Uint8Array(30e6),
    })
    expect(refusal(withStatedSize(entry, 'xl/worksheets/sheet1.xml', 1000))).toBe('file_unreadable')
  })
})

describe('a million formatted blank rows', () => {
  const blankRows = Array.from(
    { length: 1_000_000 },
    (_, index) => `<row r="${index + 100}" s="1" customFormat="1"/>`,
  ).join('')

  function withBlankRows(rows: readonly (readonly unknown[])[]): Uint8Array {
    const sheet = utils.aoa_to_sheet(rows.map((row) => [...row]))
    const plain = new Uint8Array(
      write(utils.book_new(sheet, '名单'), { type: 'array', bookType: 'xlsx' }) as ArrayBuffer,
    )
    const parts = unzipSync(plain)
    const xml = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array()).replace(
      /<\/sheetData>|<sheetData\/>/,
      (end) => (end.endsWith('/>') ? `<sheetData>${blankRows}</sheetData>` : blankRows + end),
    )
    return zipSync({ ...parts, 'xl/worksheets/sheet1.xml': strToU8(xml) }, { level: 1 })
  }

  it(
    'are an empty file when there is nothing else',
    () => expect(refusal(withBlankRows([]))).toBe('file_empty'),
    30_000,
  )
  it('are no part of the list above them', () => {
    expect(importFiles(['list.xlsx', withBlankRows(SAMPLE_ROWS)]).rows).toEqual(SAMPLE_COUNTS)
  }, 30_000)
})

/** The archive with another unpacked size in its central directory. */
function withStatedSize(archive: Uint8Array, name: string, size: number): Uint8Array {
  const bytes = Uint8Array.from(archive)
  const view = new DataView(bytes.buffer)
  for (let at = 0; at + 46 < bytes.length; at++) {
    if (view.getUint32(at, true) !== 0x02014b50) continue
    const entryName = new TextDecoder().decode(
      bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)),
    )
    if (entryName === name) view.setUint32(at + 24, size, true)
  }
  return bytes
}

describe('all or nothing', () => {
  it('takes nothing of a good file when another is bad', () => {
    const good = importFiles(['good.xlsx', workbook('xlsx')])
    const both = importFiles(['good.xlsx', workbook('xlsx')], ['bad.xlsx', text('%PDF-1.7')])
    expect(good.refused).toBe(false)
    expect(both).toMatchObject({
      refused: true,
      households: [],
      rows: { read: 7, imported: 0, merged: 0, skipped: 4, rejected: 3 },
    })
  })
})
