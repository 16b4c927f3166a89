import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cellText } from '../../src/adapters/datasets/cellText'
import { MISSING_NUMBERS, savNumber } from '../../src/adapters/datasets/spss/savValues'
import { writeSav } from '../../src/adapters/datasets/spss/writeSav'
import { writeDta } from '../../src/adapters/datasets/stata/writeDta'
import { MISSING, type DataCell, type DataRow } from '../../src/application/datasets/Dataset'
import { aDataTable, FILE_TERMS, joined, VARIABLES } from '../builders/aDataTable'
import { describeWithReadstat } from './describeWhere'
import { dtaNumbers } from './dtaNumbers'
import { converted, statRows, statVariables, type StatKind } from './readstat'

const WRITERS = { dta: writeDta, sav: writeSav }
const DAY = 86_400

function written(kind: StatKind, rows: readonly DataRow[], variables = VARIABLES): Uint8Array {
  return joined(WRITERS[kind](aDataTable(rows, variables), FILE_TERMS))
}

function row(given: Partial<Record<string, DataCell>>): DataRow {
  return VARIABLES.map(({ type }) => given[type] ?? null)
}

const FULL = row({
  text: '李小梅说“够吃”，\n第二行',
  code: 'yes',
  integer: 12,
  decimal: -0.125,
  yuan: 18_000.5,
  date: '2012-02-29',
  instant: '2020-07-15T09:30:05+08:00',
})

/** Seconds from 1970 to that day, and to that instant on a clock in China. */
const LEAP_DAY = Date.UTC(2012, 1, 29) / 1000
const INSTANT = Date.UTC(2020, 6, 15, 9, 30, 5) / 1000

describeWithReadstat('a file of Stata, as ReadStat reads it', () => {
  it('has texts, codes as numbers, amounts, days since 1960 and milliseconds since 1960', async () => {
    const [read = []] = await statRows(written('dta', [FULL]), 'dta')
    expect(read[0]).toBe(FULL[0])
    const since1960 = (seconds: number): number => seconds + 3653 * DAY
    expect(read.slice(1).map(Number)).toEqual([
      1,
      12,
      -0.125,
      18_000.5,
      since1960(LEAP_DAY) / DAY,
      since1960(INSTANT) * 1000,
    ])
  })
  it('says by a letter why a number is missing, and by a dot that there is nothing to say', async () => {
    const rows = [...Object.values(MISSING), null].map((cell) => VARIABLES.map(() => cell))
    const file = written('dta', rows)
    // What ReadStat has read, written by it again: it knows them from each other.
    const numbers = dtaNumbers(await converted(file, 'dta', 'dta'))
    expect(numbers).toEqual(
      ['.a', '.b', '.c', '.d', '.'].map((letter) => VARIABLES.slice(1).map(() => letter)),
    )
    expect((await statRows(file, 'dta')).map(([text]) => text)).toEqual(['.a', '.b', '.c', '.d', ''])
  })
  it('has labels in the language asked for, and words for each code and reason', async () => {
    const variables = await statVariables(written('dta', [FULL]), 'dta')
    expect(variables.map(({ name, label }) => [name, label])).toEqual(
      VARIABLES.map(({ name, label }) => [name, label['zh-CN']]),
    )
    const reasons = [
      { code: '.a', label: '不涉及' },
      { code: '.b', label: '未问' },
      { code: '.c', label: '有冲突' },
      { code: '.d', label: '暂不可见' },
    ]
    const codes = [
      { code: 0, label: '否' },
      { code: 1, label: '是' },
    ]
    expect(variables[1]?.categories).toEqual([...codes, ...reasons])
    expect(variables[2]?.categories).toEqual(reasons)
  })
  it('keeps a text of any length', async () => {
    const texts = ['短', '长'.repeat(700), '', '更长'.repeat(20_000)]
    const rows = texts.map((text) => row({ text }))
    expect((await statRows(written('dta', rows), 'dta')).map(([text]) => text)).toEqual(texts)
  })
})

describeWithReadstat('a file of SPSS, as ReadStat reads it', () => {
  it('has texts, codes as numbers, amounts, and seconds since 1582', async () => {
    const [read = []] = await statRows(written('sav', [FULL]), 'sav')
    expect(read[0]).toBe(FULL[0])
    const since1582 = (seconds: number): number => seconds + 141_428 * DAY
    expect(read.slice(1).map(Number)).toEqual([
      1,
      12,
      -0.125,
      18_000.5,
      since1582(LEAP_DAY),
      since1582(INSTANT),
    ])
  })
  it('says by a user missing value why a number is missing', async () => {
    const file = written(
      'sav',
      [...Object.values(MISSING), null].map((cell) => VARIABLES.map(() => cell)),
    )
    const numbers = [...Object.values(MISSING_NUMBERS).map(String), '']
    const read = await statRows(file, 'sav')
    expect(read.map(([, ...cells]) => cells.map((cell) => cell.replace(/\.0+$/, '')))).toEqual(
      numbers.map((number) => VARIABLES.slice(1).map(() => number)),
    )
    const variables = await statVariables(file, 'sav')
    for (const { missing } of variables.slice(1))
      expect(missing).toMatchObject({ type: 'RANGE', low: -999_999_904, high: -999_999_901 })
  })
  it('has labels in the language asked for, and words for each code and reason', async () => {
    const variables = await statVariables(written('sav', [FULL]), 'sav')
    expect(variables.map(({ name, label }) => [name, label])).toEqual(
      VARIABLES.map(({ name, label }) => [name, label['zh-CN']]),
    )
    expect(variables.map(({ format }) => format)).toMatchObject([
      undefined,
      'NUMBER',
      'NUMBER',
      'NUMBER',
      'NUMBER',
      'DATE',
      'DATE_TIME',
    ])
    expect(variables[1]?.categories?.map(({ label }) => label)).toEqual([
      '是',
      '否',
      '不涉及',
      '未问',
      '有冲突',
      '暂不可见',
    ])
  })
  it.each([255, 256, 257, 504, 505, 2100, 10_400, 13_253, 32_640, 32_759])(
    'keeps a text of %i bytes',
    async (bytes) => {
      const texts = ['短', 'x'.repeat(bytes)]
      const rows = texts.map((text) => row({ text, integer: 7 }))
      const read = await statRows(written('sav', rows), 'sav')
      expect(read.map(([text]) => text === texts[0] || text === texts[1])).toEqual([true, true])
      expect(read.map((cells) => Number(cells[2]))).toEqual([7, 7])
    },
  )
  it('goes on in another variable with a text that is longer than one can be', async () => {
    const texts = ['短', '更长'.repeat(15_000)]
    const file = written(
      'sav',
      texts.map((text) => row({ text })),
    )
    const names = (await statVariables(file, 'sav')).map(({ name }) => name)
    expect(names.slice(0, 4)).toEqual(['a_text', 'a_text_2', 'a_text_3', 'a_code'])
    expect((await statRows(file, 'sav')).map((cells) => cells.slice(0, 3).join(''))).toEqual(texts)
  })
})

const texts = fc.string({
  unit: fc.constantFrom('a', ' ', '"', ',', "'", '=', '中', '𠮷', '\n', '\t', ';', '.'),
  maxLength: 400,
})
const cells: Readonly<Record<string, fc.Arbitrary<DataCell>>> = {
  text: texts,
  code: fc.constantFrom('yes', 'no'),
  integer: fc.integer(),
  decimal: fc.integer({ min: -1e9, max: 1e9 }).map((each) => each / 1024),
  yuan: fc.integer({ min: -1e10, max: 1e10 }).map((each) => each / 100),
  date: fc
    .date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
  instant: fc
    .date({ min: new Date('2000-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString()),
}
const rows = fc.array(
  fc.tuple(
    ...VARIABLES.map(({ type }) =>
      fc.oneof(
        { weight: 6, arbitrary: cells[type] ?? texts },
        fc.constantFrom(null, ...Object.values(MISSING)),
      ),
    ),
  ),
  { minLength: 1, maxLength: 40 },
)

describeWithReadstat('any table', () => {
  it('is read from .dta as it was', () =>
    fc.assert(
      fc.asyncProperty(rows, async (all) => {
        const file = written('dta', all)
        const letters = { not_applicable: '.a', unanswered: '.b', conflict: '.c', hidden: '.d' }
        const numbers = dtaNumbers(await converted(file, 'dta', 'dta'))
        all.forEach((cellsOfRow, index) =>
          cellsOfRow.slice(1).forEach((cell, place) => {
            const read = numbers[index]?.[place]
            if (cell === null) expect(read).toBe('.')
            else if (typeof cell === 'object') expect(read).toBe(letters[cell.missing])
            else if (typeof cell === 'number') expect(read).toBe(cell)
            else expect(read).toBe(stataNumber(cell))
          }),
        )
        const read = await statRows(file, 'dta')
        // ReadStat takes blanks at the end for filling, in this format too.
        expect(read.map(([text]) => text)).toEqual(all.map(([cell]) => trimmed(cell ?? null)))
      }),
      { numRuns: 12 },
    ))
  it('is read from .sav as it was, but for blanks at the end of a text', () =>
    fc.assert(
      fc.asyncProperty(rows, async (all) => {
        const read = await statRows(written('sav', all), 'sav')
        expect(read.map(([text]) => text)).toEqual(all.map(([cell]) => trimmed(cell ?? null)))
        all.forEach((cellsOfRow, index) =>
          VARIABLES.slice(1).forEach((variable, place) => {
            const cell = cellsOfRow[place + 1] ?? null
            const text = read[index]?.[place + 1] ?? ''
            if (cell === null) expect(text).toBe('')
            else expect(Number(text)).toBeCloseTo(savNumber(cell, variable), 5)
          }),
        )
      }),
      { numRuns: 12 },
    ))
})

function trimmed(cell: DataCell): string {
  return cellText(cell, { type: 'text' }).replace(/ +$/, '')
}

function stataNumber(cell: string): number {
  if (cell === 'yes' || cell === 'no') return Number(cell === 'yes')
  const days1960 = 3653
  if (cell.length === 10) return Date.parse(cell) / 1000 / DAY + days1960
  return Date.parse(cell) + 8 * 3600_000 + days1960 * DAY * 1000
}
