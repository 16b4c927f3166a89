import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RawCell } from '../../../src/domain/roster/SheetTable'
import { arrayTable } from '../../fixtures/roster/arrayTable'
import { HEADERS } from '../../fixtures/roster/headerLists'
import { inventedId } from '../../fixtures/roster/inventedPeople'
import { readTables } from '../../fixtures/roster/readList'

const PEOPLE = Array.from({ length: 6 }, (_, index) => ({
  name: `人${'甲乙丙丁戊己'.charAt(index)}`,
  id: inventedId('1970-01-01', index + 1),
}))

const oddCell: fc.Arbitrary<RawCell> = fc.oneof(
  fc.constantFrom<RawCell>(
    null,
    '',
    ' ',
    '—',
    '无',
    0,
    1,
    2018,
    42735,
    9.9e17,
    true,
    '合计',
    '户主',
    '配偶',
    '填表人：某',
    '\u00a0',
    'x',
    '52',
  ),
  fc.string({ maxLength: 6 }),
  fc.constantFrom<RawCell>(
    { kind: 'date', date: '2016-12-31' },
    { kind: 'error', text: '#N/A' },
    { kind: 'formula_without_value', formula: 'A1' },
  ),
)

/** A column's cell as a list would have it, or anything else. */
function cellFor(column: string): fc.Arbitrary<RawCell> {
  const sensible: Readonly<Record<string, fc.Arbitrary<RawCell>>> = {
    户编号: fc.constantFrom<RawCell>('51', '52', '53', null),
    人编号: fc.constantFrom<RawCell>('1', '2', '3', null),
    姓名: fc.constantFrom<RawCell>(...PEOPLE.map(({ name }) => name), null),
    证件号码: fc.constantFrom<RawCell>(...PEOPLE.map(({ id }) => id), null),
    户主姓名: fc.constantFrom<RawCell>(...PEOPLE.map(({ name }) => name), null),
    户主证件号码: fc.constantFrom<RawCell>(...PEOPLE.map(({ id }) => id), null),
    与户主关系: fc.constantFrom<RawCell>('户主', '配偶', '之子', null),
    人数: fc.constantFrom<RawCell>(1, 2, 3, null),
  }
  return fc.oneof(
    { weight: 6, arbitrary: sensible[column] ?? fc.constant(null) },
    { weight: 1, arbitrary: oddCell },
  )
}

const messySheet = fc
  .constantFrom(...Object.values(HEADERS))
  .chain((header) =>
    fc
      .tuple(
        fc.array(fc.constantFrom<RawCell[]>(['某县名单'], [null], ['2019年']), { maxLength: 4 }),
        fc.shuffledSubarray([...header], { minLength: 3 }),
        fc.nat(3),
      )
      .chain(([titles, columns, repeated]) =>
        fc
          .array(
            fc.oneof(
              fc.tuple(...columns.map(cellFor)),
              fc.constant(columns.slice(repeated)),
              fc.constant<RawCell[]>([]),
            ),
            { maxLength: 14 },
          )
          .map((rows) => [...titles, columns, ...rows]),
      ),
  )

const messyMerges = fc.array(
  fc
    .record({ top: fc.nat(12), left: fc.nat(8), height: fc.nat(4), width: fc.nat(3) })
    .map(({ top, left, height, width }) => ({ top, left, bottom: top + height, right: left + width })),
  { maxLength: 3 },
)

describe('an import', () => {
  it('puts every row in exactly one place, whatever the sheets hold', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(messySheet, messyMerges), { minLength: 1, maxLength: 3 }), (sheets) => {
        const tables = sheets.map(([rows, merges], index) =>
          arrayTable(rows, { file: `${index % 2}.xlsx`, sheet: `表${index}`, merges }),
        )
        const { rows, households, problems } = readTables(tables)
        const members = households.flatMap((household) => household.members)
        expect(rows.imported + rows.merged + rows.skipped + rows.rejected).toBe(rows.read)
        expect(rows.read).toBe(tables.reduce((sum, table) => sum + table.rowCount, 0))
        // A rejected row is reported, each by itself unless its whole sheet was.
        if (rows.rejected > 0) expect(problems.some(({ severity }) => severity === 'error')).toBe(true)
        // No household out of nothing: each has a row of its own that was imported.
        expect(households.length).toBeLessThanOrEqual(rows.imported)
        // No person out of nothing: one row makes at most the person it lists and the head it names.
        expect(members.length).toBeLessThanOrEqual(rows.imported + households.length)
        expect(new Set(households.map(({ id }) => id)).size).toBe(households.length)
        for (const household of households)
          expect(new Set(household.members.map(({ id }) => id)).size).toBe(household.members.length)
        for (const { source } of [...households, ...members])
          expect(
            tables.some(
              ({ file, sheet, rowCount }) =>
                file === source.file && sheet === source.sheet && source.row <= rowCount,
            ),
          ).toBe(true)
      }),
      { numRuns: 500 },
    )
  }, 60_000)

  it('loses nobody: every name below a header is a member, or its row is reported', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ head: fc.boolean(), number: fc.constantFrom('51', '52', null), person: fc.nat(5) }),
          { maxLength: 12 },
        ),
        (entries) => {
          const header = ['户编号', '姓名', '证件号码', '与户主关系']
          const rows = entries.map(({ head, number, person }) => [
            number,
            PEOPLE[person]?.name ?? null,
            PEOPLE[person]?.id ?? null,
            head ? '户主' : '之子',
          ])
          const roster = readTables([arrayTable([header, ...rows])])
          const rejectedRows = new Set(
            roster.problems
              .filter(({ severity }) => severity === 'error')
              .map(({ place }) => Number(/\d+$/.exec(place.cell ?? '')?.[0])),
          )
          const names = new Set(roster.households.flatMap(({ members }) => members.map(({ name }) => name)))
          rows.forEach(([, name], index) =>
            expect(names.has(name ?? '') || rejectedRows.has(index + 2)).toBe(true),
          )
          expect(rejectedRows.size).toBe(roster.rows.rejected)
        },
      ),
      { numRuns: 500 },
    )
  }, 60_000)
})
