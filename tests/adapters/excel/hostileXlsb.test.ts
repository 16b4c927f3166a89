import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { importFiles } from '../../fixtures/roster/importFiles'
import { bytesOf, f64, record, u32, wide, writeXlsb } from '../../fixtures/workbooks/writeXlsb'

const ROWS = [
  ['户编号', '姓名', '脱贫属性', '人均纯收入'],
  ['51', '李建国', '已脱贫', 5200],
]
const SHEET = 'xl/worksheets/sheet1.bin'

/** A list of one household, a part of it changed. */
function changed(name: string, change: (part: Uint8Array) => Uint8Array) {
  const parts = unzipSync(writeXlsb({ sheets: [{ name: '名单', rows: ROWS }] }))
  const { households, refused, problems } = importFiles([
    'a.xlsb',
    zipSync({ ...parts, [name]: Uint8Array.from(change(parts[name] ?? new Uint8Array())) }),
  ])
  return { households, refusal: refused ? [problems[0]?.code, problems[0]?.value] : null, problems }
}

/** The records added before the end of the sheet's rows. */
const withRecords = (...records: readonly (readonly number[])[]) =>
  changed(SHEET, (part) => {
    const end = part.length - bytesOf(record(0x92), record(0x82)).length
    return Uint8Array.from([...part.subarray(0, end), ...records.flat(), ...part.subarray(end)])
  })

const row = (number: number) => record(0, u32(number), u32(0), [44, 1, 0, 0, 0], u32(0))

describe('an .xlsb', () => {
  it('is read when records that nobody needs stand between its cells', () => {
    // A link over all cells, a column that ends before it begins, a formula that several cells share, and an unknown one.
    const link = record(0x1ee, u32(0), u32(0xfffff), u32(0), u32(0x3fff), u32(0), u32(0), u32(0), u32(0))
    const column = record(0x3c, u32(9), u32(2), u32(0), u32(0), [1, 0])
    const shared = record(0x1ab, u32(0), u32(9), u32(0), u32(9), u32(0))
    expect(withRecords(link, column, shared, record(0x3fff, [1, 2])).households).toMatchObject([
      { id: '51', registryIncome: 5200 },
    ])
  })

  it('reports a number that is none', () =>
    expect(withRecords(row(1), record(5, u32(3), u32(0), f64(Number.NaN))).problems).toMatchObject([
      { code: 'cell_error', place: { cell: 'D2' }, value: '#NUM!' },
    ]))

  it.each([
    ['a cell refers to no text', [row(2), record(7, u32(0), u32(0), u32(999))]],
    ['a text is longer than its record', [row(2), record(6, u32(0), u32(0), u32(40), [65, 0])]],
    ['a record is too short', [row(2), record(5, u32(0), [0])]],
    ['a cell stands behind the last column', [row(2), record(6, u32(16_384), u32(0), wide('x'))]],
    ['a cell stands behind the last row', [row(1_048_576), record(6, u32(0), u32(0), wide('x'))]],
  ])('is refused by its sheet’s name when %s', (_, records) =>
    expect(withRecords(...records).refusal).toEqual(['sheet_unreadable', '名单']),
  )

  it('is refused by its sheet’s name when a cell stands in no row', () =>
    expect(changed(SHEET, () => bytesOf(record(6, u32(0), u32(0), wide('x')))).refusal).toEqual([
      'sheet_unreadable',
      '名单',
    ]))

  it('is refused by its sheet’s name when the sheet ends within a record', () =>
    expect(changed(SHEET, (part) => part.subarray(0, -3)).refusal).toEqual(['sheet_unreadable', '名单']))

  it.each([
    ['xl/workbook.bin', (part: Uint8Array) => part.subarray(0, -3)],
    ['xl/styles.bin', (part: Uint8Array) => part.subarray(0, -3)],
    ['xl/sharedStrings.bin', (part: Uint8Array) => part.subarray(0, -1)],
    ['xl/_rels/workbook.bin.rels', () => strToU8('<Relationships>')],
  ])('is refused when its part %s is damaged', (name, change) =>
    expect(changed(name, change).refusal).toEqual(['file_unreadable', '.xlsb']),
  )

  it('is refused by its sheet’s name when the sheet’s part is not there', () =>
    expect(changed('xl/_rels/workbook.bin.rels', () => strToU8('<Relationships/>')).refusal).toEqual([
      'sheet_unreadable',
      '名单',
    ]))
})
