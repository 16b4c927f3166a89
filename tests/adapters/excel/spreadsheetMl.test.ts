import { strToU8 } from 'fflate'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { readSheets } from '../../../src/adapters/excel/readSheets'
import type { SheetTable } from '../../../src/domain/roster/SheetTable'
import { importFiles } from '../../fixtures/roster/importFiles'
import { spreadsheetMl } from '../../fixtures/workbooks/writeSpreadsheetMl'

const worksheet = (rows: string) => `<Worksheet ss:Name="名单"><Table>${rows}</Table></Worksheet>`
const data = (value: string, type = 'String') => `<Data ss:Type="${type}">${value}</Data>`

function read(bytes: Uint8Array): SheetTable {
  const { tables, problems } = readSheets({ name: 'a.xls', bytes })
  expect(problems).toEqual([])
  if (tables[0] === undefined) throw new Error('no table')
  return tables[0]
}

const only = (rows: string, is1904 = false) => read(strToU8(spreadsheetMl(worksheet(rows), { is1904 })))
const cell = (xml: string, is1904 = false) => only(`<Row>${xml}</Row>`, is1904).cell(0, 0)
const refusal = (bytes: Uint8Array) => {
  const { refused, problems } = importFiles(['a.xml', bytes])
  expect(refused).toBe(true)
  return [problems[0]?.code, problems[0]?.value]
}

describe('a cell of an XML Spreadsheet', () => {
  it.each([
    [
      'a text with formats',
      '<Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40">张<B>三<Font html:Color="#FF0000">丰</Font></B></ss:Data></Cell>',
      '张三丰',
    ],
    ['a text with a line break', `<Cell>${data('一&#10;二')}</Cell>`, '一\n二'],
    ['a text with a rare character', `<Cell>${data('&#134071;𠮷')}</Cell>`, '\u{20bb7}𠮷'],
    [
      'a text with a comment',
      `<Cell>${data('张三')}<Comment ss:Author="王"><ss:Data ss:Type="String">已核实</ss:Data></Comment></Cell>`,
      '张三',
    ],
    ['a comment alone', `<Cell><Comment>${data('已核实')}</Comment></Cell><Cell>${data('乙')}</Cell>`, null],
    ['a link', `<Cell ss:HRef="http://a">${data('张三')}</Cell>`, '张三'],
    ['a number', `<Cell>${data('1.5', 'Number')}</Cell>`, 1.5],
    [
      'a number of a date format',
      `<Cell ss:StyleID="s21">${data('43525', 'Number')}</Cell>`,
      { kind: 'date', date: '2019-03-01' },
    ],
    [
      'a number of a parent’s format',
      `<Cell ss:StyleID="s22">${data('43525', 'Number')}</Cell>`,
      { kind: 'date', date: '2019-03-01' },
    ],
    [
      'a number of a format by name',
      `<Cell ss:StyleID="s23">${data('43525', 'Number')}</Cell>`,
      { kind: 'date', date: '2019-03-01' },
    ],
    ['a number shown as yes or no', `<Cell ss:StyleID="s24">${data('1', 'Number')}</Cell>`, 1],
    ['no number', `<Cell>${data('约100', 'Number')}</Cell>`, '约100'],
    ['too large a number', `<Cell>${data('1e400', 'Number')}</Cell>`, { kind: 'error', text: '#NUM!' }],
    [
      'a date',
      `<Cell>${data('2019-03-01T00:00:00.000', 'DateTime')}</Cell>`,
      { kind: 'date', date: '2019-03-01' },
    ],
    ['no date', `<Cell>${data('2019年', 'DateTime')}</Cell>`, '2019年'],
    ['yes', `<Cell>${data('1', 'Boolean')}</Cell>`, true],
    ['an error', `<Cell>${data('#N/A', 'Error')}</Cell>`, { kind: 'error', text: '#N/A' }],
    [
      'a formula without a result',
      '<Cell ss:Formula="=RC[1]*2"/>',
      { kind: 'formula_without_value', formula: 'RC[1]*2' },
    ],
  ])('may hold %s', (_, xml, expected) => expect(cell(xml)).toEqual(expected))

  it('counts days from 1904 when the workbook does', () =>
    expect(cell(`<Cell ss:StyleID="s21">${data('42063', 'Number')}</Cell>`, true)).toEqual({
      kind: 'date',
      date: '2019-03-01',
    }))

  it('has the style of its row or column', () => {
    const number = `<Cell>${data('43525', 'Number')}</Cell>`
    const day = { kind: 'date', date: '2019-03-01' }
    expect(only(`<Row ss:StyleID="s21">${number}</Row>`).cell(0, 0)).toEqual(day)
    expect(
      only(`<Column ss:Index="1" ss:StyleID="s21" ss:Span="3"/><Row>${number}</Row>`).cell(0, 0),
    ).toEqual(day)
  })
})

describe('rows and cells of an XML Spreadsheet', () => {
  const name = (text: string, attributes = '') => `<Cell${attributes}>${data(text)}</Cell>`

  it('stand where their numbers say, behind rows and cells that span several', () => {
    const table = only(
      `<Row ss:Index="3">${name('甲')}${name('乙', ' ss:Index="4" ss:MergeAcross="2"')}${name('丙')}</Row>` +
        `<Row ss:Span="4"/><Row>${name('丁')}</Row>`,
    )
    expect([table.cell(2, 0), table.cell(2, 3), table.cell(2, 6), table.cell(8, 0)]).toEqual([
      '甲',
      '乙',
      '丙',
      '丁',
    ])
    expect(table.merges).toEqual([{ top: 2, left: 3, bottom: 2, right: 5 }])
  })

  it('are reported when they are hidden', () =>
    expect(
      only(
        `<Column ss:Index="2" ss:Hidden="1" ss:Span="1"/><Row>${name('甲')}${name('乙')}${name('丙')}${name('丁')}</Row><Row ss:Hidden="1">${name('甲')}</Row>`,
      ).hidden,
    ).toEqual({ rows: [1], columns: [1, 2] }))

  it.each([
    ['a row that goes back', `<Row ss:Index="3">${name('甲')}</Row><Row ss:Index="2">${name('甲')}</Row>`],
    ['a cell that goes back', `<Row>${name('甲', ' ss:Index="3"')}${name('甲', ' ss:Index="2"')}</Row>`],
    [
      'a cell in a merged one',
      `<Row>${name('甲', ' ss:MergeAcross="3"')}${name('甲', ' ss:Index="2"')}</Row>`,
    ],
    ['a row behind the last one', `<Row ss:Index="1048577">${name('甲')}</Row>`],
    ['a column behind the last one', `<Row>${name('甲', ' ss:Index="16385"')}</Row>`],
    ['a row without a number', `<Row ss:Index="x">${name('甲')}</Row>`],
  ])('are a reason to refuse the sheet when there is %s', (_, rows) =>
    expect(refusal(strToU8(spreadsheetMl(worksheet(rows))))).toEqual(['sheet_unreadable', '名单']),
  )
})

describe('an XML Spreadsheet', () => {
  const xml = spreadsheetMl(worksheet(`<Row><Cell>${data('户编号 <甲>'.replace(/[<>]/g, ''))}</Cell></Row>`))

  it.each([
    ['UTF-8 with its mark', strToU8(`\ufeff${xml}`)],
    [
      'UTF-16',
      new Uint8Array(
        iconv.encode(xml.replace('"1.0"?', '"1.0" encoding="UTF-16"?'), 'utf16le', { addBOM: true }),
      ),
    ],
    ['UTF-8 that calls itself UTF-16', strToU8(xml.replace('"1.0"?', '"1.0" encoding="utf-16"?'))],
    ['GBK', new Uint8Array(iconv.encode(xml.replace('"1.0"?', "'1.0' encoding='GB2312'?"), 'gbk'))],
  ])('may be in %s', (_, bytes) => expect(read(bytes).cell(0, 0)).toBe('户编号 甲'))

  it('has its names by namespace, whatever prefixes it uses', () => {
    const prefixed = xml
      .replace(/<(\/?)(Workbook|Worksheet|Table|Row|Cell|Data|Styles|Style|NumberFormat)\b/g, '<$1k:$2')
      .replaceAll(' ss:', ' k:')
      .replace('xmlns:ss', 'xmlns:k')
    expect(read(strToU8(prefixed)).cell(0, 0)).toBe('户编号 甲')
  })

  it.each([
    ['is cut off', strToU8(xml).subarray(0, -30), ['file_truncated', null]],
    ['closes what was not open', strToU8(xml.replace('</Row>', '')), ['file_unreadable', 'bad nesting']],
    [
      'has a damaged character',
      Uint8Array.from([...strToU8(xml).subarray(0, 1000), 0xff, 0xff]),
      ['file_unreadable', 'damaged text'],
    ],
    [
      'is in an unknown encoding',
      strToU8(xml.replace('"1.0"?', '"1.0" encoding="x-1"?')),
      ['file_unreadable', 'encoding x-1'],
    ],
    [
      'has an attribute without quotes',
      strToU8(xml.replace('ss:Type="String"', 'ss:Type=String')),
      ['file_unreadable', 'bad attribute'],
    ],
    [
      'has a prefix of no namespace',
      strToU8(xml.replace('<Row>', '<zz:Row>').replace('</Row>', '</zz:Row>')),
      ['file_unreadable', 'namespace zz'],
    ],
  ])('is refused when it %s', (_, bytes, expected) => expect(refusal(bytes)).toEqual(expected))
})
