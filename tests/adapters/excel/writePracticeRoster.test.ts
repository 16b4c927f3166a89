import { expect, it } from 'vitest'
import { utils, write } from 'xlsx'
import { practiceWorkbook } from '../../../src/adapters/excel/writePracticeRoster'

const COLUMNS = 29
const table = (rows: number) => ({
  rows: Array.from({ length: rows }, (_, row) => Array.from({ length: COLUMNS }, (_, at) => `${row} ${at}`)),
  merges: [],
})
/** Bytes that a cell of .xls may take while it is written; SheetJS by itself takes 16 KiB. */
const MOST_A_CELL = 4096

it('writes a long .xls without a block of memory for each cell', () => {
  const rows = 3000
  const before = process.resourceUsage().maxRSS * 1024
  practiceWorkbook(table(rows), 'biff8')
  const taken = process.resourceUsage().maxRSS * 1024 - before
  expect(taken / (rows * COLUMNS)).toBeLessThan(MOST_A_CELL)
})

it('leaves buffers as they are', () => {
  const { slice } = Buffer.prototype
  practiceWorkbook(table(3), 'biff8')
  expect(Buffer.prototype.slice).toBe(slice)
})

it('writes the cells that SheetJS writes', () => {
  const { rows } = table(40)
  const workbook = utils.book_new(utils.aoa_to_sheet(rows, { dense: true }), '名单')
  utils.book_append_sheet(
    workbook,
    utils.aoa_to_sheet([['填表说明'], ['本表为生成的练习名单，没有真人。']]),
    '说明',
  )
  const usual = new Uint8Array(write(workbook, { type: 'array', bookType: 'biff8' }) as ArrayBuffer)
  expect(Buffer.compare(practiceWorkbook({ rows, merges: [] }, 'biff8'), usual)).toBe(0)
})
