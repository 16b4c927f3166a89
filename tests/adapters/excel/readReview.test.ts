import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { readReview } from '../../../src/adapters/excel/readReview'
import { textsOf } from '../../../src/adapters/resources/texts'
import { currentReview } from '../../../src/application/workbook/review/currentReview'
import type { ReturnedWorkbook } from '../../../src/application/workbook/review/ReturnedWorkbook'
import { REVIEW_NAMES, REVIEW_PROPERTIES } from '../../../src/application/workbook/review/reviewFormat'
import { takeReview } from '../../../src/application/workbook/review/takeReview'
import { seededRandom } from '../../../src/domain/shared/seededRandom'
import { aReviewFile, aRowState, SALT, type EditedReview } from '../../builders/aReviewFile'
import { bySheetJS } from '../../fixtures/roster/sampleFiles'
import { byteMutations } from '../../fuzz/byteMutations'
import { xmlMutations } from '../../fuzz/xmlMutations'
import { zipMutations } from '../../fuzz/zipMutations'

const ROWS = ['5399000001', '5399000002', '5399000003'].map((id) => aRowState(id))
const CURRENT = currentReview(ROWS, SALT, [textsOf('zh-CN')])
let bytes: Uint8Array = new Uint8Array()

beforeAll(async () => {
  bytes = (await aReviewFile(ROWS)).bytes
})

function read(given: Uint8Array): ReturnedWorkbook {
  const result = readReview({ name: 'a.xlsx', bytes: given })
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}

function codesOf(given: Uint8Array): readonly string[] {
  const result = readReview({ name: 'a.xlsx', bytes: given })
  return result.ok ? [] : result.problems.map(({ code }) => code)
}

async function codesOfEdited(edit: (sheets: EditedReview) => void): Promise<readonly string[]> {
  return codesOf((await aReviewFile(ROWS, edit)).bytes)
}

/** The workbook with the XML of one of its parts changed. */
function changed(part: string, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes)
  const xml = strFromU8(parts[part] ?? new Uint8Array())
  expect(change(xml)).not.toBe(xml)
  return zipSync({ ...parts, [part]: strToU8(change(xml)) })
}

describe('a returned review workbook', () => {
  it('is read by its names, whatever its sheets are called, with every cell as it was written', () => {
    const renamed = read(changed('xl/workbook.xml', (xml) => xml.replaceAll('复核', 'Mine')))
    expect(renamed.rows.map(({ key }) => [key.sheet, key.cell, key.value])).toEqual([
      ['Mine', 'A2', '5399000001'],
      ['Mine', 'A3', '5399000002'],
      ['Mine', 'A4', '5399000003'],
    ])
    expect(renamed.writtenKeys).toEqual(ROWS.map(({ household }) => household.id))
    expect(renamed.changed).toEqual([{ sheet: 'Mine', cell: null, was: '复核', now: 'Mine' }])
  })
  it('is read whatever its sheets say of their size', () => {
    const lying = changed('xl/worksheets/sheet3.xml', (xml) =>
      xml.replace('<sheetData', '<dimension ref="A1"/><sheetData'),
    )
    expect(read(lying).rows).toHaveLength(3)
  })
  it('says which program saved it since', () => {
    expect(read(bytes).producer).toBeNull()
    const wps = changed('docProps/custom.xml', (xml) =>
      xml.replace(
        '</Properties>',
        '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="99" name="KSOProductBuildVer">' +
          '<vt:lpwstr>2052-12.1.0.16388</vt:lpwstr></property></Properties>',
      ),
    )
    expect(read(wps).producer).toBe('WPS 2052-12.1.0.16388')
  })
  it('needs no properties where the hidden sheet is there, and says nothing of what was written where that is lost', async () => {
    const bare = await aReviewFile(ROWS, (sheets) => (sheets.properties = {}))
    expect(read(bare.bytes).marks.state).toEqual({ cell: 'state', property: null })
    const lost = await aReviewFile(ROWS, (sheets) => (sheets.lost = Object.values(REVIEW_NAMES).slice(0, 5)))
    expect(read(lost.bytes)).toMatchObject({
      writtenKeys: null,
      marks: { state: { cell: null, property: 'state' } },
    })
  })
  it('is refused for what it is', async () => {
    expect(codesOf(new Uint8Array())).toEqual(['file_empty'])
    expect(codesOf(strToU8('户编号,认定'))).toEqual(['review_file_not_xlsx'])
    expect(codesOf(bySheetJS('xlsx'))).toEqual(['review_no_review_workbook'])
    expect(codesOf(bytes.subarray(0, bytes.length / 2))).toEqual(['file_truncated'])
    expect(await codesOfEdited((sheets) => (sheets.lost = [REVIEW_NAMES.decision]))).toEqual([
      'review_names_missing',
    ])
    expect(
      await codesOfEdited((sheets) => {
        sheets.properties[REVIEW_PROPERTIES.format] = 'review 2'
      }),
    ).toEqual(['review_format_unknown'])
  })
  it('never throws, however it was spoilt', () => {
    for (const family of [byteMutations, zipMutations, xmlMutations])
      for (const [index, name] of Object.keys(family).entries())
        for (let seed = 0; seed < 4; seed++) {
          const spoilt = family[name]?.(bytes, seededRandom(index * 10 + seed)) ?? bytes
          const result = readReview({ name: 'a.xlsx', bytes: spoilt })
          if (result.ok) takeReview(result.value, CURRENT)
        }
  }, 120_000)
})
