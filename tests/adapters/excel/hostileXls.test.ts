import { describe, expect, it } from 'vitest'
import { CFB, utils, write } from 'xlsx'
import { compoundStreams } from '../../../src/adapters/excel/compoundStreams'
import { importFiles } from '../../fixtures/roster/importFiles'
import { bySheetJS } from '../../fixtures/roster/sampleFiles'
import { SAMPLE_COUNTS } from '../../fixtures/roster/sampleList'

const SECTOR = 512

/** A compound file of these streams, by path. */
function compound(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const container: unknown = CFB.utils.cfb_new()
  for (const [path, bytes] of Object.entries(streams)) CFB.utils.cfb_add(container, path, bytes)
  return Uint8Array.from(CFB.write(container) as number[])
}

const streamOf = (xls: Uint8Array) => compoundStreams(xls)?.get('WORKBOOK')?.bytes ?? new Uint8Array()
const workbook = () => streamOf(bySheetJS('biff8'))

/** A list in .xls whose income, in D2, is a formula of these tokens with the calculated value 5200. */
function withFormula(tokens: readonly number[], statedLength = 22 + tokens.length) {
  const rows = [
    ['户编号', '姓名', '脱贫属性', '人均纯收入'],
    ['51', '李建国', '未脱贫', 5200.5],
  ]
  const xls = write(utils.book_new(utils.aoa_to_sheet(rows), '名单'), { type: 'array', bookType: 'biff8' })
  const stream = streamOf(new Uint8Array(xls as ArrayBuffer))
  const at = stream.findIndex((_, at) => NUMBER_IN_D2.every((byte, index) => stream[at + index] === byte))
  expect(at).toBeGreaterThan(0)
  // Row 1, column 3, format 0, the value, flags and a cache of 6 bytes, the tokens behind their length.
  const value = new Uint8Array(Float64Array.of(5200).buffer)
  const fixed = [6, 0, statedLength, 0, 1, 0, 3, 0, 0, 0, ...value, 0, 0, 0, 0, 0, 0]
  const formula = [...fixed, tokens.length, 0, ...tokens]
  const spoilt = [...stream.subarray(0, at), ...formula, ...stream.subarray(at + 18)]
  return importFiles(['a.xls', compound({ '/Workbook': Uint8Array.from(spoilt) })])
}

/** A Number record (0x0203) of 14 bytes, row 1, column 3. */
const NUMBER_IN_D2 = [3, 2, 14, 0, 1, 0, 3, 0]

describe('an .xls', () => {
  it('gives the calculated value of a formula', () =>
    // 2600 * 2 in tokens: two integers (0x1e) and a multiplication (0x05).
    expect(withFormula([0x1e, 0x28, 0x0a, 0x1e, 2, 0, 5]).households[0]?.registryIncome).toBe(5200))

  it('gives the calculated value when a token of the formula is longer than the formula', () =>
    // A text (0x17) of 255 characters.
    expect(withFormula([0x17, 0xff]).households[0]?.registryIncome).toBe(5200))

  it('is refused when a formula cell is too short to be one', () =>
    expect(withFormula([], 20).problems).toMatchObject([{ code: 'file_unreadable' }]))

  it('is refused when its chains of sectors lead back to their beginning', () => {
    const bytes = bySheetJS('biff8')
    const view = new DataView(bytes.buffer)
    const table = (view.getInt32(76, true) + 1) * SECTOR
    for (let at = table; at < table + SECTOR; at += 4) {
      const sector = (at - table) / 4
      if (view.getInt32(at, true) > sector) view.setInt32(at, sector, true)
    }
    expect(importFiles(['a.xls', bytes])).toMatchObject({
      refused: true,
      problems: [{ code: 'file_truncated', place: { file: 'a.xls' } }],
    })
  })

  it('is the workbook in its root when another one is embedded in it', () => {
    const bytes = compound({ '/MBD01/Workbook': new Uint8Array(9000), '/Workbook': workbook() })
    expect(importFiles(['a.xls', bytes]).rows).toEqual(SAMPLE_COUNTS)
  })

  it('is found when its stream is so small that it shares sectors with others', () => {
    const small = compoundStreams(
      compound({ '/Workbook': Uint8Array.of(1, 2, 3), '/Other': new Uint8Array(70) }),
    )
    expect(small?.get('WORKBOOK')).toEqual({ bytes: Uint8Array.of(1, 2, 3), isWhole: true })
    expect(small?.get('OTHER')?.bytes).toHaveLength(70)
  })

  it('is read when it is a bare stream of records', () =>
    expect(importFiles(['a.xls', workbook()]).rows).toEqual(SAMPLE_COUNTS))

  it.each([
    ['Excel 2', [9, 0, 4, 0, 2, 0, 16, 0, 10, 0, 0, 0]],
    ['Excel 3', [9, 2, 6, 0, 0, 0, 16, 0, 0, 0, 10, 0, 0, 0]],
    ['Excel 4', [9, 4, 6, 0, 0, 0, 16, 0, 0, 0, 10, 0, 0, 0]],
  ])('is refused by its name when the stream is of %s', (_, stream) =>
    expect(importFiles(['a.xls', Uint8Array.from(stream)]).problems).toMatchObject([
      { code: 'file_format_unsupported', value: 'Excel 2–4' },
    ]),
  )
})
