import { expect, it } from 'vitest'
import { digest } from '../../../../src/domain/shared/digest'
import { reviewMark } from '../../../../src/application/workbook/review/reviewMark'
import type { FigureRow } from '../../../../src/application/workbook/review/FigureRow'

const STANDARDS = {
  asOf: '2020-12-31',
  edition: '2020',
  incomeWindow: 'year',
  region: 'west',
  parameters: new Map(),
}
const REPORT = { totals: { persons: 3 }, verdict: { reading: null } }

function markOf(rows: readonly object[]): string {
  const frame = { report: REPORT, standards: STANDARDS } as unknown as Parameters<typeof reviewMark>[2]
  return reviewMark(rows as readonly FigureRow[], 'p', frame).state
}

const ROWS = [
  { fingerprint: 'a', measured: { id: '一', flags: [] } },
  { fingerprint: 'b', measured: { id: '二', flags: ['omission'] } },
]

it('is the hash of one text, however many pieces it is made of', () => {
  const households = ROWS.map((row) => [row.fingerprint, row.measured])
  const { asOf, edition, incomeWindow, region } = STANDARDS
  const all = [asOf, edition, incomeWindow, region, [], REPORT.totals, REPORT.verdict.reading, households]
  expect(markOf(ROWS)).toBe(digest(JSON.stringify(all)))
  expect(markOf([])).toBe(digest(JSON.stringify([...all.slice(0, -1), []])))
})

it('differs where anything of a household does', () => {
  expect(markOf([{ fingerprint: 'c', measured: ROWS[0]?.measured }, ...ROWS.slice(1)])).not.toBe(markOf(ROWS))
  expect(markOf([...ROWS].reverse())).not.toBe(markOf(ROWS))
})
