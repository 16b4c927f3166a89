import { describe, expect, it } from 'vitest'
import { readSheets } from '../../../src/adapters/excel/readSheets'
import type { RawCell, SheetTable } from '../../../src/domain/roster/SheetTable'
import { importFiles } from '../../fixtures/roster/importFiles'
import { SAMPLE_COUNTS, SAMPLE_HOUSEHOLDS, SAMPLE_IDS, SAMPLE_ROWS } from '../../fixtures/roster/sampleList'
import type { SketchedCell, SketchedSheet, SketchedWorkbook } from '../../fixtures/workbooks/SketchedWorkbook'
import { writeBySheetJS } from '../../fixtures/workbooks/writeBySheetJS'
import { WORKBOOK_FORMATS, writeFormat } from '../../fixtures/workbooks/writeFormat'
import { writeOpenDocument } from '../../fixtures/workbooks/writeOpenDocument'
import { writeXlsb } from '../../fixtures/workbooks/writeXlsb'

const HEADER = ['户编号', '姓名', '证件号码', '脱贫属性', '人均纯收入']
const LI: readonly SketchedCell[] = ['51', '李建国', SAMPLE_IDS.李建国, '已脱贫', 5200.5]
const SAMPLE: readonly (readonly SketchedCell[])[] = SAMPLE_ROWS.map((row) =>
  row.map((cell) => (cell instanceof Date ? { kind: 'day', iso: cell.toISOString().slice(0, 10) } : cell)),
)

const sheet = (rows: SketchedSheet['rows'], more: Partial<SketchedSheet> = {}): SketchedSheet => ({
  name: '名单',
  rows,
  ...more,
})

function tablesOf(bytes: Uint8Array): readonly SheetTable[] {
  const { tables, problems } = readSheets({ name: 'list', bytes })
  expect(problems).toEqual([])
  return tables
}

function cellsOf(table: SheetTable | undefined): readonly (readonly RawCell[])[] {
  if (table === undefined) return []
  return Array.from({ length: table.rowCount }, (_, row) =>
    Array.from({ length: table.columnCount }, (_, column) => table.cell(row, column)),
  )
}

function told(bytes: Uint8Array) {
  const { households, problems, rows } = importFiles(['list', bytes])
  return {
    households,
    rows,
    problems: problems.map(({ code, place }) => `${code} ${place.cell ?? ''}`.trim()),
  }
}

describe.each(WORKBOOK_FORMATS)('an .%s workbook', (format) => {
  const written = (...sheets: readonly SketchedSheet[]) => writeFormat({ sheets }, format)

  it('gives the people of the sample list', () => {
    const roster = importFiles(['list', written(sheet(SAMPLE))])
    expect(roster.households).toMatchObject(SAMPLE_HOUSEHOLDS)
    expect(roster.problems).toEqual([])
    expect(roster.rows).toEqual(SAMPLE_COUNTS)
  })

  it('gives the people of the sample list when it counts days from 1904', () => {
    const bytes = writeFormat({ sheets: [sheet(SAMPLE)], is1904: true }, format)
    expect(importFiles(['list', bytes]).households).toMatchObject(SAMPLE_HOUSEHOLDS)
    expect(tablesOf(bytes)[0]?.epochShift).toBe(1462)
  })

  it('gives every cell as it stands there, blank rows and columns too', () => {
    const rows: readonly (readonly SketchedCell[])[] = [
      ['a', null, 'a', 'a', 'a'],
      [],
      [null, null, '00120', 120, 0.1, -7, 1e-7, 123456789012345],
      ['𠮷\u{20bb7}', '两行\n字', '& < > " \'', true, false, 'TRUE'],
      [{ kind: 'day', iso: '1970-01-01' }, { kind: 'day', iso: '2020-02-29' }, 43830],
      ['同', '同', '同'],
      ['同', '同', '同'],
      ['同', '同', '同'],
      [],
      ['a  b', '末'],
    ]
    const [table] = tablesOf(written(sheet(rows)))
    const width = 8
    expect(table).toMatchObject({
      sheet: '名单',
      rowCount: rows.length,
      columnCount: width,
      visibility: 'visible',
    })
    expect(cellsOf(table)).toEqual(
      rows.map((row) =>
        Array.from({ length: width }, (_, column) => {
          const cell = row[column] ?? null
          if (cell === null || typeof cell !== 'object') return cell
          return cell.kind === 'day' ? { kind: 'date', date: cell.iso } : cell
        }),
      ),
    )
  })

  it('gives merged areas', () => {
    const merges = [
      [0, 0, 0, 4],
      [2, 3, 0, 0],
    ] as const
    const rows = [['名单'], HEADER, LI, [null, ...LI.slice(1)]]
    expect(tablesOf(written(sheet(rows, { merges })))[0]?.merges).toEqual([
      { top: 0, bottom: 0, left: 0, right: 4 },
      { top: 2, bottom: 3, left: 0, right: 0 },
    ])
  })

  // SheetJS writes no hidden rows into an .xls.
  it.skipIf(format === 'xls')('reports hidden rows and columns, and reads them', () => {
    const { households, problems } = told(
      written(sheet(SAMPLE, { hiddenRows: [5, 900], hiddenColumns: [5, 40] })),
    )
    expect(households).toMatchObject(SAMPLE_HOUSEHOLDS)
    expect(problems).toEqual(['rows_hidden A6', 'columns_hidden F3'])
  })

  it('has no list on its hidden sheets', () => {
    const old = [HEADER, ['51', '李建国', SAMPLE_IDS.李建国, '未脱贫', 1]]
    const { households, problems } = told(
      written(
        sheet(old, { name: '旧一', visibility: 'hidden' }),
        sheet([HEADER, LI]),
        sheet(old, { name: '旧二', visibility: 'veryHidden' }),
        sheet([['填表说明']], { name: '说明' }),
      ),
    )
    expect(households).toMatchObject([{ id: '51', status: 'exited', registryIncome: 5200.5 }])
    // OpenDocument has one kind of hidden sheets.
    const second = format === 'ods' || format === 'fods' ? 'sheet_hidden' : 'sheet_very_hidden'
    expect(problems.filter((problem) => problem.includes('hidden'))).toEqual(['sheet_hidden', second])
  })

  it('has the lists of all other sheets, and counts their rows', () => {
    const other = ['52', '赵六', SAMPLE_IDS.赵六, '未脱贫', 3100]
    const { households, rows } = told(
      written(sheet([HEADER, LI], { name: '甲村' }), sheet([HEADER, other], { name: '乙村 <2>' })),
    )
    expect(households.map(({ id, source }) => [id, source.sheet, source.row])).toEqual([
      ['51', '甲村', 2],
      ['52', '乙村 <2>', 2],
    ])
    expect(rows).toEqual({ read: 4, imported: 2, merged: 0, skipped: 2, rejected: 0 })
  })

  it('reports lost digits when an ID number is a number', () => {
    const rows = [HEADER, ['51', '李建国', 990101197001010010, '已脱贫', 5200]]
    expect(told(written(sheet(rows))).problems).toEqual(['id_digits_lost C2'])
  })

  it('reports an error at its cell, in the row that people see', () => {
    const rows = [
      ...Array.from({ length: 20 }, () => []),
      HEADER,
      LI,
      [...LI.slice(0, 4), { kind: 'error' }],
    ] as const
    const { problems, households } = importFiles(['list', written(sheet(rows))])
    expect(problems.find(({ code }) => code === 'cell_error')).toMatchObject({
      place: { cell: 'E23', sheet: '名单' },
      value: '#REF!',
    })
    expect(households[0]?.registryIncome).toBe(5200.5)
  })

  // The last sectors of an .xls hold nothing: it has tests of its own.
  it.skipIf(format === 'xls')('is refused when it is cut off', () => {
    const bytes = written(sheet(SAMPLE))
    for (const share of [0.1, 0.4, 0.7, 0.9, 0.99]) {
      const { refused, problems } = importFiles(['list', bytes.subarray(0, Math.floor(bytes.length * share))])
      expect([refused, problems[0]?.code]).toEqual([
        true,
        expect.stringMatching(/^file_(truncated|unreadable|is_xml)$/),
      ])
    }
  })
})

/** SheetJS writes no formulas into an .xls; those of an .xlsx have a test of their own. */
describe.each(['xlsb', 'ods', 'fods', 'xml'] as const)('a formula of an .%s workbook', (format) => {
  const withIncomes = (
    first: string | number | null,
    second: string | number | null,
    isUncalculated = false,
  ) => {
    const rows = [
      HEADER,
      [...LI.slice(0, 4), { kind: 'formula', cached: first }],
      ['52', '赵六', SAMPLE_IDS.赵六, '已脱贫', { kind: 'formula', cached: second }],
    ] as const
    const workbook: SketchedWorkbook = { sheets: [sheet(rows)], isUncalculated }
    const { households, problems } = told(writeFormat(workbook, format))
    return [households.map(({ registryIncome }) => registryIncome), problems]
  }

  it('gives its result', () => expect(withIncomes(5200, '3,100元')).toEqual([[5200, 3100], []]))

  it.runIf(format !== 'xlsb')('is reported at its cell when it has no result', () =>
    expect(withIncomes(null, 5200)).toEqual([[null, 5200], ['formula_without_value E2']]),
  )

  it('is reported at its cell when it is 0 and nothing was calculated', () => {
    expect(withIncomes(0, 5200, true)).toEqual([[null, 5200], ['formula_without_value E2']])
    expect(withIncomes('', 5200, true)).toEqual([[null, 5200], ['formula_without_value E2']])
  })

  it('gives 0, or an empty text, when it was calculated', () => {
    expect(withIncomes(0, 5200)).toEqual([[0, 5200], ['income_out_of_range E2']])
    expect(withIncomes('', 5200)).toEqual([[null, 5200], []])
  })

  it('is reported when it is the text 0 and so is every other text of a formula', () => {
    expect(withIncomes('0', 5200)).toEqual([[null, 5200], ['formula_without_value E2']])
    expect(withIncomes('0', '5200')).toEqual([[0, 5200], ['income_out_of_range E2']])
  })
})

describe('other spellings give the people of the sample list too', () => {
  const workbook = { sheets: [sheet(SAMPLE)] }
  it.each([
    ['an .xlsb whose cells have their own texts', writeXlsb(workbook, { sharesTexts: false })],
    ['an .xlsb whose cells have no columns', writeXlsb(workbook, { isShort: true })],
    ['an .xlsb without shared texts and columns', writeXlsb(workbook, { sharesTexts: false, isShort: true })],
    ['an .xlsb by SheetJS', writeBySheetJS(workbook, 'xlsb')],
    ['an .ods that repeats nothing', writeOpenDocument(workbook, { repeats: false })],
    ['an .ods by SheetJS', writeBySheetJS(workbook, 'ods')],
    ['an .fods by SheetJS', writeBySheetJS(workbook, 'fods')],
    ['an .xml by SheetJS', writeBySheetJS(workbook, 'xlml')],
  ])('%s', (_, bytes) => {
    const roster = importFiles(['list', bytes])
    expect(roster.households).toMatchObject(SAMPLE_HOUSEHOLDS)
    expect(roster.rows).toEqual(SAMPLE_COUNTS)
  })
})
