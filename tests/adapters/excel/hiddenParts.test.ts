import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { utils, write, type BookType } from 'xlsx'
import { importFiles } from '../../fixtures/roster/importFiles'
import { SAMPLE_COUNTS, SAMPLE_HOUSEHOLDS, SAMPLE_ROWS } from '../../fixtures/roster/sampleList'

/** The sample list with the row of 赵六 (6) and the column of ID numbers (F) hidden, and columns beside the list. */
function hiding(bookType: BookType): Uint8Array {
  const sheet = utils.aoa_to_sheet(
    SAMPLE_ROWS.map((row) => [...row]),
    { UTC: true },
  )
  sheet['!rows'] = []
  sheet['!rows'][5] = { hidden: true }
  sheet['!cols'] = []
  for (const column of [5, 40, 41]) sheet['!cols'][column] = { hidden: true }
  return new Uint8Array(write(utils.book_new(sheet, '名单'), { type: 'array', bookType }) as ArrayBuffer)
}

/** LibreOffice's .xls in which the Row record (0x0208) of row 6 carries the mark of a hidden row. */
function xlsWithHiddenRow(): Uint8Array {
  const path = new URL('../../fixtures/roster/foreign/libreoffice.xls', import.meta.url)
  const bytes = new Uint8Array(readFileSync(path))
  const at = Buffer.from(bytes).indexOf(Buffer.of(0x08, 0x02, 0x10, 0x00, 5, 0))
  bytes[at + 16] = (bytes[at + 16] ?? 0) | 0x20
  return bytes
}

describe('hidden rows and columns', () => {
  it.each([
    ['.xlsx', () => hiding('xlsx'), ['rows_hidden A6', 'columns_hidden F3']],
    ['.xlsb', () => hiding('xlsb'), ['rows_hidden A6', 'columns_hidden F3']],
    ['.xml', () => hiding('xlml'), ['rows_hidden A6', 'columns_hidden F3']],
    ['.xls', () => hiding('biff8'), ['columns_hidden F3']],
    ['.xls of LibreOffice', xlsWithHiddenRow, ['rows_hidden A6']],
  ])('are read and reported, those beside the list not, in an %s', (_, bytes, told) => {
    const roster = importFiles(['list', bytes()])
    expect(roster.households).toMatchObject(SAMPLE_HOUSEHOLDS)
    expect(roster.rows).toEqual(SAMPLE_COUNTS)
    expect(roster.problems.map(({ code, place }) => `${code} ${place.cell}`)).toEqual(told)
  })

  it('end in no time when a hidden column claims to reach to the billionth', () => {
    const parts = unzipSync(hiding('xlsx'))
    const xml = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    const claims = strToU8(xml.replace(/max="42"/, 'max="1000000000"'))
    expect(claims).not.toEqual(strToU8(xml))
    const roster = importFiles(['list', zipSync({ ...parts, 'xl/worksheets/sheet1.xml': claims })])
    expect(roster.rows).toEqual(SAMPLE_COUNTS)
  })
})
