import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { importFiles } from '../../fixtures/roster/importFiles'
import { bySheetJS } from '../../fixtures/roster/sampleFiles'
import { SAMPLE_COUNTS, SAMPLE_HOUSEHOLDS } from '../../fixtures/roster/sampleList'

const SHEET = 'xl/worksheets/sheet1.xml'

/** The sample list as .xlsx, its sheet's XML changed. */
function changed(change: (xml: string) => string) {
  const parts = unzipSync(bySheetJS('xlsx'))
  const xml = strFromU8(parts[SHEET] ?? new Uint8Array())
  expect(change(xml)).not.toBe(xml)
  return importFiles(['a.xlsx', zipSync({ ...parts, [SHEET]: strToU8(change(xml)) })])
}

const withRow = (row: string) => changed((xml) => xml.replace('</sheetData>', `${row}</sheetData>`))

describe('a workbook', () => {
  it('is read in seconds when a stray cell stands in its last row and column', () => {
    const roster = withRow('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
    expect(roster.households).toMatchObject(SAMPLE_HOUSEHOLDS)
    // 3 persons are imported; 1,048,576 - 3 = 1,048,573 rows are titles, header, total, blank, and the stray one.
    expect(roster.rows).toEqual({ ...SAMPLE_COUNTS, read: 1_048_576, skipped: 1_048_573 })
  }, 30_000)

  it.each([
    ['row 0', '<row r="0"><c r="A0"><v>1</v></c></row>'],
    ['row 1,048,577', '<row r="1048577"><c r="A1048577"><v>1</v></c></row>'],
    ['row 99,999,999,999', '<row r="99999999999"><c r="A99999999999"><v>1</v></c></row>'],
    ['a row without a number', '<row r="x"><c r="Ax"><v>1</v></c></row>'],
    ['the column behind XFD', '<row r="9"><c r="XFE9"><v>1</v></c></row>'],
    ['column ZZZZZZ', '<row r="9"><c r="ZZZZZZ9"><v>1</v></c></row>'],
  ])('is refused by its sheet’s name when a cell stands in %s', (_, row) =>
    expect(withRow(row)).toMatchObject({
      refused: true,
      problems: [{ code: 'sheet_unreadable', value: '名单', place: { file: 'a.xlsx' } }],
    }),
  )

  it('keeps the value of a cell whose type no workbook has', () => {
    const roster = changed((xml) => xml.replace(/<c r="M4"[^>]*>.*?<\/c>/, '<c r="M4" t="x"><v>4100</v></c>'))
    expect(roster.households[0]?.registryIncome).toBe(4100)
    expect(roster.rows).toEqual(SAMPLE_COUNTS)
  })

  it.each(['1e300', '-5', '2958466'])('says that a date is unreadable when its number is %s', (serial) => {
    const roster = changed((xml) => xml.replace(/(<c r="I4"[^>]*>.*?<v>)[^<]*/, `$1${serial}`))
    expect(roster.problems).toMatchObject([{ code: 'date_unreadable', place: { cell: 'I4' } }])
    expect(roster.rows).toEqual(SAMPLE_COUNTS)
  })

  it.each([
    ['the type of dates and holds none', '<c r="M4" t="d"><v>yesterday</v></c>'],
    ['a number too large to be one', '<c r="M4"><v>1e400</v></c>'],
  ])('says that a cell holds an error when it is of %s', (_, cell) => {
    const roster = changed((xml) => xml.replace(/<c r="M4"[^>]*>.*?<\/c>/, cell))
    expect(roster.problems).toMatchObject([{ code: 'cell_error', place: { cell: 'M4' } }])
    expect(roster.households[0]?.registryIncome).toBeNull()
  })
})
