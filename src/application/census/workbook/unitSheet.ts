import { stateOf, type CoverageRow } from '../../../domain/programmes/census/coverage/Coverage'
import { ANSWERED, OUT, type CompiledTable } from '../../../domain/programmes/census/tables/CompiledTable'
import { columnsOf } from '../../../domain/programmes/census/tables/columnsOf'
import type { CodeColumn } from '../../../domain/programmes/census/tables/UnitColumns'
import { columnsIn, type TableColumn } from '../../tables/TableSpec'
import type { Texts } from '../../texts/Texts'
import { listSheet, type WorkbookSheet } from '../../workbook/WorkbookSheet'
import type { CensusCount } from '../CensusTally'
import { BASE, codeColumn, codeName, UNIT_SHEETS, type UnitSheet } from './codeNames'

/** A case by its number in the book. */
type Unit = number

/**
 * One row a household, person or village of a census, of codes and numbers: what every formula of its tables counts. Empty: not of
 * the table. Of a table of several rows there is a column a row, 1 and 0.
 */
export function unitSheet(key: UnitSheet, count: CensusCount, texts: Texts): WorkbookSheet {
  const { book } = count
  const { prefix, populations } = UNIT_SHEETS[key]
  const own = book.tables.filter(({ population }) => populations.some((each) => each === population))
  const units = columnsOf(book, populations[0])
  const named = own.flatMap((table) => {
    const codes = units.of(table.id)
    return codes === undefined ? [] : tableColumns(table, codes, texts)
  })
  const heads = headColumns(key, count, texts)
  const known = [
    ...heads.map(([name, column]) => ({ name: `${prefix}_${name}`, column })),
    ...named.map(({ name, column }) => ({ name, column })),
  ]
  const columns = known.map(({ column }) => column)
  const rows = Array.from({ length: units.size }, (_, unit) => unit)
  return {
    ...listSheet({ key, columns }, rows, texts),
    inputs: [],
    names: known.map(({ name, column }) => ({ name, column: column.key })),
  }
}

/** Who it is and where, each with what its name ends with. */
function headColumns(
  key: UnitSheet,
  { book, rows, samplings }: CensusCount,
  texts: Texts,
): readonly (readonly [string, TableColumn<Unit>])[] {
  const column = columnsIn<Unit>(texts)
  const owned = key === 'householdCodes' ? book.households : book.persons
  const household = (unit: Unit): number => (key === 'householdCodes' ? unit : (owned.owners[unit] ?? 0))
  const weight =
    samplings === null
      ? []
      : [
          [
            'weight',
            column('weight', 10, 'number', (unit) => samplings[household(unit)]?.weight ?? null),
          ] as const,
        ]
  const place = (villages: Uint32Array) =>
    ['village_number', column('villageNumber', 8, 'integer', (unit) => (villages[unit] ?? 0) + 1)] as const
  switch (key) {
    case 'householdCodes':
      return [
        ['key', column('key', 16, 'text', (unit) => book.households.ids[unit] ?? null)],
        place(book.households.villages),
        ['state', column('coverageState', 14, 'text', (unit) => stateIn(rows, unit))],
        ['found', column('isFound', 8, 'integer', (unit) => (rows[unit]?.isFound === true ? 1 : null))],
        ...weight,
      ]
    case 'personCodes':
      return [
        ['key', column('personKey', 16, 'text', (unit) => book.persons.ids[unit] ?? null)],
        ['household', column('key', 16, 'text', (unit) => book.households.ids[household(unit)] ?? null)],
        place(book.persons.villages),
        ...weight,
      ]
    case 'villageCodes':
      return [
        ['key', column('villageKey', 30, 'text', (unit) => book.villageForms.ids[unit] ?? null)],
        place(book.villageForms.villages),
      ]
  }
}

function stateIn(rows: readonly CoverageRow[], unit: Unit): string | null {
  const row = rows[unit]
  return row === undefined ? null : stateOf(row)
}

interface NamedColumn {
  readonly name: string
  readonly column: TableColumn<Unit>
}

function tableColumns(
  { id, label, rows, coding }: CompiledTable,
  { codes, known }: CodeColumn,
  { language }: Texts,
): readonly NamedColumn[] {
  const codeOf = (unit: Unit): number => codes[unit] ?? OUT
  const named = (words: string, value: (unit: Unit) => number | null, row?: string): NamedColumn => ({
    name: codeName(id, row),
    column: { key: codeColumn(id, row), label: words, width: 8, type: 'integer', value },
  })
  const own = label[language]
  if (coding.kind !== 'several') return [named(own, (unit) => codeOf(unit) || null)]
  const isIn = (unit: Unit): boolean => codeOf(unit) !== OUT
  return [
    named(own, (unit) => (isIn(unit) ? ((codeOf(unit) & ANSWERED) === 0 ? 0 : 1) : null), BASE),
    ...rows.map((row, index) =>
      named(
        `${own}·${row.label[language]}`,
        (unit) => {
          const isAnswered = known === null || ((known[unit] ?? 0) & (1 << index)) !== 0
          if (!isIn(unit) || !isAnswered) return null
          return (codeOf(unit) & (1 << index)) === 0 ? 0 : 1
        },
        row.code,
      ),
    ),
  ]
}
