import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readSheets } from '../../../src/adapters/excel/readSheets'
import type { SheetTable } from '../../../src/domain/roster/SheetTable'
import { importFiles } from '../../fixtures/roster/importFiles'
import {
  documentXml,
  openDocumentArchive,
  spreadsheetXml,
  STYLES,
} from '../../fixtures/workbooks/writeOpenDocument'

/** A flat file of this body, or of a table of these rows. */
const flat = (body: string) => strToU8(documentXml('document', STYLES + body))
const table = (rows: string, columns = '', attributes = '') =>
  `<table:table table:name="名单"${attributes}>${columns}${rows}</table:table>`
const row = (cells: string, attributes = '') => `<table:table-row${attributes}>${cells}</table:table-row>`
const text = (inside: string) => `<table:table-cell office:value-type="string">${inside}</table:table-cell>`
const p = (inside: string) => text(`<text:p>${inside}</text:p>`)

function read(bytes: Uint8Array): readonly SheetTable[] {
  const { tables, problems } = readSheets({ name: 'a.fods', bytes })
  expect(problems).toEqual([])
  return tables
}

const only = (rows: string, columns = ''): SheetTable => {
  const [first] = read(flat(spreadsheetXml(table(rows, columns))))
  if (first === undefined) throw new Error('no table')
  return first
}
const cell = (xml: string, columns = '') => only(row(xml), columns).cell(0, 0)
const refusal = (bytes: Uint8Array) => {
  const { refused, problems } = importFiles(['a.ods', bytes])
  expect(refused).toBe(true)
  return [problems[0]?.code, problems[0]?.value]
}

describe('the text of a cell', () => {
  it.each([
    ['is that of its paragraphs', '<text:p>一</text:p><text:p/><text:p>二</text:p>', '一\n\n二'],
    ['has no formats', '<text:p>张<text:span text:style-name="T1">三</text:span></text:p>', '张三'],
    ['has no link', '<text:p><text:a xlink:href="http://a">张三</text:a></text:p>', '张三'],
    ['has line breaks and tabs', '<text:p>一<text:line-break/>二<text:tab/>三</text:p>', '一\n二\t三'],
    ['has spaces that are elements', '<text:p><text:s text:c="2"/>一<text:s/> 二</text:p>', '  一  二'],
    ['has no white space of the XML', '<text:p>\n  一\n  二 </text:p>', '一 二'],
    [
      'has no pronunciation',
      '<text:p><text:ruby><text:ruby-base>张</text:ruby-base><text:ruby-text>zhang</text:ruby-text></text:ruby>三</text:p>',
      '张三',
    ],
    [
      'has no note',
      '<office:annotation><dc:creator>王</dc:creator><text:p>已核实</text:p></office:annotation><text:p>张三</text:p>',
      '张三',
    ],
    [
      'has no note behind it',
      '<text:p>张三</text:p><office:annotation><text:p>已核实</text:p></office:annotation>',
      '张三',
    ],
    [
      'has no picture',
      '<draw:frame><draw:text-box><text:p>章</text:p></draw:text-box></draw:frame><text:p>张三</text:p>',
      '张三',
    ],
    ['has characters of all planes', '<text:p>&#x20BB7;𠮷&#134071;</text:p>', '\u{20bb7}𠮷\u{20bb7}'],
    ['has what CDATA has', '<text:p><![CDATA[<张>&amp;]]></text:p>', '<张>&amp;'],
    ['has no comment of the XML', '<text:p>张<!-- <text:p> -->三</text:p>', '张三'],
  ])('%s', (_, xml, expected) => expect(cell(text(xml))).toBe(expected))

  it('is nothing when there is only a note', () =>
    expect(cell(text('<office:annotation><text:p>注</text:p></office:annotation>') + p('乙'))).toBeNull())
})

describe('a cell', () => {
  const typed = (attributes: string, inside = '') =>
    cell(`<table:table-cell ${attributes}>${inside}</table:table-cell>`)

  it.each([
    ['office:value-type="float" office:value="1.5"', 1.5],
    ['office:value-type="percentage" office:value="0.5"', 0.5],
    ['office:value-type="currency" office:value="12" office:currency="CNY"', 12],
    ['office:value-type="float" office:value="1E400"', { kind: 'error', text: '#NUM!' }],
    ['office:value-type="float" office:value="NaN"', { kind: 'error', text: '#VALUE!' }],
    ['office:value-type="boolean" office:boolean-value="true"', true],
    ['office:value-type="date" office:date-value="2019-03-01"', { kind: 'date', date: '2019-03-01' }],
    [
      'office:value-type="date" office:date-value="2019-03-01T23:59:59.99"',
      { kind: 'date', date: '2019-03-02' },
    ],
    ['office:value-type="date" office:date-value="2019-02-30"', '2019-02-30'],
    ['office:value-type="time" office:time-value="PT12H00M00S"', { kind: 'date', date: '1899-12-30' }],
    ['office:value-type="string" office:string-value="张三"', '张三'],
    [
      'office:value-type="float" office:value="43525" table:style-name="day"',
      { kind: 'date', date: '2019-03-01' },
    ],
    [
      'office:value-type="float" office:value="43525" table:style-name="bold-day"',
      { kind: 'date', date: '2019-03-01' },
    ],
  ])('with %s is %j', (attributes, expected) => expect(typed(attributes)).toEqual(expected))

  it('has the style of its column or row', () => {
    const number = '<table:table-cell office:value-type="float" office:value="43525"/>'
    const day = { kind: 'date', date: '2019-03-01' }
    expect(cell(number, '<table:table-column table:default-cell-style-name="day"/>')).toEqual(day)
    expect(only(row(number, ' table:default-cell-style-name="day"')).cell(0, 0)).toEqual(day)
  })

  it.each(['#REF!', '#N/A', 'Err:502'])('is an error when its formula comes to %s', (error) => {
    const formula = 'table:formula="of:=[.A9]" office:value-type="float" office:value="0"'
    expect(typed(formula, `<text:p>${error}</text:p>`)).toEqual({ kind: 'error', text: error })
  })

  it('is blank when its formula comes to an empty text', () => {
    const [sheet] = read(
      flat(
        spreadsheetXml(
          table(
            row('<table:table-cell table:formula="of:=&quot;&quot;"><text:p/></table:table-cell>' + p('乙')),
          ),
        ),
      ),
    )
    expect(sheet?.cell(0, 0)).toBeNull()
  })

  it('names its formula as people know it when there is no result', () =>
    expect(typed('table:formula="of:=SUM([.B2:.C2])*[$名单.D2]"')).toEqual({
      kind: 'formula_without_value',
      formula: 'SUM(B2:C2)*$名单.D2',
    }))
})

describe('rows and columns that repeat', () => {
  it('count as often as they say', () => {
    const repeated = only(
      row(p('题')) +
        row('<table:table-cell/>', ' table:number-rows-repeated="40"') +
        row(
          '<table:table-cell table:number-columns-repeated="3"/>' +
            p('甲').replace('<table:table-cell', '$& table:number-columns-repeated="2"'),
          ' table:number-rows-repeated="3"',
        ) +
        row(p('末')),
    )
    expect([repeated.rowCount, repeated.columnCount, repeated.widthOf(41)]).toEqual([45, 5, 5])
    expect(
      [41, 43, 44].map((at) => [repeated.cell(at, 0), repeated.cell(at, 3), repeated.cell(at, 4)]),
    ).toEqual([
      [null, '甲', '甲'],
      [null, '甲', '甲'],
      ['末', null, null],
    ])
  })

  it('are no part of the list when they are blank to the end of the sheet', () => {
    const end = row(
      '<table:table-cell table:number-columns-repeated="16384"/>',
      ' table:number-rows-repeated="1048575"',
    )
    expect(only(row(p('甲')) + end).rowCount).toBe(1)
  })

  it('are read to the last row and column that a sheet has', () => {
    const stray = only(
      row('<table:table-cell/>', ' table:number-rows-repeated="1048575"') +
        row(`<table:table-cell table:number-columns-repeated="16383"/>${p('末')}`),
    )
    expect([stray.rowCount, stray.columnCount]).toEqual([1_048_576, 16_384])
    expect(stray.cell(1_048_575, 16_383)).toBe('末')
  })

  it.each([
    [
      'behind the last row',
      row('<table:table-cell/>', ' table:number-rows-repeated="1048576"') + row(p('末')),
    ],
    ['behind the last column', row(`<table:table-cell table:number-columns-repeated="16384"/>${p('末')}`)],
    ['behind the last row by repetition', row(p('末'), ' table:number-rows-repeated="1048577"')],
  ])('are a reason to refuse the sheet when a cell stands %s', (_, rows) =>
    expect(refusal(flat(spreadsheetXml(table(rows))))).toEqual(['sheet_unreadable', '名单']),
  )

  it.each([
    ['rows', row(p('甲') + p('乙'), ' table:number-rows-repeated="100002"')],
    [
      'cells',
      row(p('甲').replace('<table:table-cell', '$& table:number-columns-repeated="16384"')).repeat(306),
    ],
  ])('are a reason to refuse the sheet when filled %s repeat without bound', (_, rows) =>
    expect(refusal(flat(spreadsheetXml(table(rows))))).toEqual(['sheet_too_large', '名单']),
  )
})

describe('tables', () => {
  const chart = `<draw:object><office:document><office:body><office:chart><table:table table:name="local-table">${row(p('图'))}</table:table></office:chart></office:body></office:document></draw:object>`

  it.each([
    ['of charts', table(row(p('甲')) + `<table:shapes><draw:frame>${chart}</draw:frame></table:shapes>`)],
    ['of charts in cells', table(row(text(`<draw:frame>${chart}</draw:frame><text:p>甲</text:p>`)))],
    [
      'of other files',
      `${table(row(p('甲')))}<table:table table:name="'file:///b.ods'#$Sheet1">${row(p('外'))}</table:table>`,
    ],
    [
      'of changes',
      `<table:tracked-changes><table:cell-content-change><table:previous><table:change-track-table-cell><text:p>旧</text:p></table:change-track-table-cell></table:previous></table:cell-content-change></table:tracked-changes>${table(row(p('甲')))}`,
    ],
    [
      'of links',
      `${table(row(p('甲')))}<table:dde-links><table:dde-link><table:table>${row(p('外'))}</table:table></table:dde-link></table:dde-links>`,
    ],
  ])('%s are no sheets', (_, body) => {
    const tables = read(flat(spreadsheetXml(body)))
    expect(tables.map(({ sheet, rowCount }) => [sheet, rowCount])).toEqual([['名单', 1]])
    expect(tables[0]?.cell(0, 0)).toBe('甲')
  })

  it('are hidden when their style says so', () => {
    const [shown, hidden] = read(
      flat(
        spreadsheetXml(
          table(row(p('甲')), '', ' table:style-name="shown"') +
            table(row(p('甲')), '', ' table:style-name="hidden"'),
        ),
      ),
    )
    expect([shown?.visibility, hidden?.visibility]).toEqual(['visible', 'hidden'])
  })

  it('tell which rows and columns are hidden, filtered or in a closed group', () => {
    const group = (rows: string, display: boolean) =>
      `<table:table-row-group table:display="${display}">${rows}</table:table-row-group>`
    const { hidden } = only(
      row(p('甲')) +
        row(p('甲'), ' table:visibility="filter"') +
        group(row(p('甲')) + group(row(p('甲')), true), false) +
        group(row(p('甲')), true) +
        row(p('甲') + p('乙'), ' table:visibility="collapse" table:number-rows-repeated="2"'),
      '<table:table-column/><table:table-column table:visibility="collapse" table:number-columns-repeated="16383"/>',
    )
    expect(hidden).toEqual({ rows: [1, 2, 3, 5, 6], columns: [1] })
  })

  it('of header rows and row groups are read like others', () =>
    expect(
      only(
        `<table:table-header-rows>${row(p('甲'))}</table:table-header-rows><table:table-rows>${row(p('乙'))}</table:table-rows>`,
      ).rowCount,
    ).toBe(2))
})

describe('an OpenDocument file', () => {
  const content = documentXml('document-content', STYLES + spreadsheetXml(table(row(p('甲')))))

  it('has its names by namespace, whatever prefixes it uses', () => {
    const renamed = content
      .replace(/(<\/?|\s)table:/g, '$1t:')
      .replace('xmlns:table=', 'xmlns:t=')
      .replace(/<(\/?)office:/g, '<$1')
      .replace('xmlns:office=', 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns=')
    expect(read(openDocumentArchive({ 'content.xml': renamed }))[0]?.cell(0, 0)).toBe('甲')
  })

  it('may be in UTF-16', () => {
    const xml = documentXml('document', spreadsheetXml(table(row(p('甲'))))).replace('UTF-8', 'UTF-16')
    const bytes = new Uint8Array(Buffer.from(`\ufeff${xml}`, 'utf16le'))
    expect(read(bytes)[0]?.cell(0, 0)).toBe('甲')
  })

  it.each([
    [
      'encrypted',
      openDocumentArchive({ 'META-INF/manifest.xml': '<m><encryption-data/></m>', 'content.xml': '\u0001' }),
      ['file_protected', null],
    ],
    [
      'encrypted as a whole',
      openDocumentArchive({ 'encrypted-package': '\u0001' }),
      ['file_protected', null],
    ],
    [
      'a text',
      openDocumentArchive({
        'content.xml': documentXml('document-content', '<office:body><office:text/></office:body>'),
      }),
      ['file_not_spreadsheet', null],
    ],
    [
      'of OpenOffice.org 1',
      openDocumentArchive({ mimetype: 'application/vnd.sun.xml.calc', 'content.xml': '<x/>' }),
      ['file_format_unsupported', 'OpenOffice.org 1'],
    ],
    [
      'no XML',
      openDocumentArchive({ 'content.xml': content.replace('</table:table>', '') }),
      ['file_unreadable', 'content.xml: bad nesting'],
    ],
    [
      'made of entities',
      openDocumentArchive({ 'content.xml': content.replace('?>', '?><!DOCTYPE x [<!ENTITY a "b">]>') }),
      ['file_unreadable', 'content.xml: DOCTYPE'],
    ],
    [
      'of an unknown entity',
      openDocumentArchive({ 'content.xml': content.replace('甲', '&nbsp;') }),
      ['file_unreadable', 'content.xml: entity &nbsp;'],
    ],
    [
      'a flat one that ends too early',
      flat(spreadsheetXml(table(row(p('甲'))))).subarray(0, -30),
      ['file_truncated', null],
    ],
    [
      'a table within a cell',
      flat(spreadsheetXml(table(row(text(table(row(p('甲')))))))),
      ['sheet_unreadable', '名单'],
    ],
    ['without a cell', flat(spreadsheetXml(table(row('<table:table-cell/>')))), ['file_empty', null]],
  ])('is refused when it is %s', (_, bytes, expected) => expect(refusal(bytes)).toEqual(expected))
})
