import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeCsv } from '../../../src/adapters/datasets/writeCsv'
import { MISSING, type DataRow } from '../../../src/application/datasets/Dataset'
import { MARKERS } from '../../../src/application/datasets/dataText'
import { aDataTable, VARIABLES } from '../../builders/aDataTable'

function csvOf(rows: readonly DataRow[], variables = VARIABLES): string {
  return [...writeCsv(aDataTable(rows, variables))].join('')
}

/** RFC 4180, read by its grammar alone. */
function parsed(csv: string): string[][] {
  const rows: string[][] = []
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy
  let row: string[] = []
  for (let match = field.exec(csv); match !== null; match = field.exec(csv)) {
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '')
    if (match[3] === ',') continue
    rows.push(row)
    row = []
  }
  return rows
}

describe('a table as CSV', () => {
  it('begins with a byte order mark and the names, and ends each row with CRLF', () => {
    const cells = ['户', 'yes', 12, -0.5, 18_000.5, '2012-02-29', '2020-07-15T01:30:05Z']
    expect(csvOf([cells])).toBe(
      '\ufeffa_text,a_code,a_integer,a_decimal,a_yuan,a_date,a_instant\r\n户,yes,12,-0.5,18000.5,2012-02-29,2020-07-15T09:30:05+08:00\r\n',
    )
  })
  it('has a marker for each reason of a missing value, and nothing where there is nothing to say', () => {
    const [, ...rows] = parsed(
      csvOf([...Object.values(MISSING), null].map((cell) => VARIABLES.map(() => cell))),
    )
    expect(rows).toEqual(['.a', '.b', '.c', '.d', ''].map((text) => VARIABLES.map(() => text)))
  })
  it.each(['=1+1', '+8613800000000', '-2', '@SUM(A1)', '\t=1', '\r=1', "'quoted", ...Object.values(MARKERS)])(
    'marks the text %j, which a spreadsheet or a reader would take for something else',
    (text) => {
      const [, [read] = []] = parsed(csvOf([[text]], VARIABLES.slice(0, 1)))
      expect(read).toBe(`'${text}`)
    },
  )
  it('gives any text back once its mark is taken off, and none that a spreadsheet computes', () => {
    const unit = fc.constantFrom(
      'a',
      '"',
      ',',
      "'",
      '=',
      '+',
      '-',
      '@',
      '\t',
      '\r',
      '\n',
      '中',
      '𠮷',
      '.',
      'b',
    )
    fc.assert(
      fc.property(fc.array(fc.string({ unit, minLength: 1, maxLength: 30 }), { minLength: 1 }), (texts) => {
        const rows = parsed(
          csvOf(
            texts.map((text) => [text]),
            VARIABLES.slice(0, 1),
          ),
        ).slice(1)
        expect(rows.map(([read = '']) => read.replace(/^'/, ''))).toEqual(texts)
        for (const [read = ''] of rows) {
          expect(read).not.toMatch(/^[=+\-@\t\r]/)
          expect(Object.values(MARKERS)).not.toContain(read)
        }
      }),
    )
  })
  it('has the rows of a long table in their order', () => {
    const rows = Array.from({ length: 1203 }, (_, index) => [String(index)])
    expect(parsed(csvOf(rows, VARIABLES.slice(0, 1))).slice(1)).toEqual(rows)
  })
})
