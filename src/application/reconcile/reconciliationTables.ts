import type { ChangedCell } from '../../domain/roster/compare/RosterComparison'
import type { Listed, MatchedPerson, Reconciliation } from '../../domain/reconcile/Reconciliation'
import type { RosterHousehold } from '../../domain/roster/Roster'
import type { RosterCodes } from '../../domain/roster/RosterVocabulary'
import type { PlainCell, TableColumn, TableSpec } from '../tables/TableSpec'
import { describeCell } from '../texts/describeCell'
import { describeHousehold } from '../texts/describeHousehold'
import type { TermOf, Texts } from '../texts/Texts'
import { shownId, shownText } from '../workbook/WorkbookInput'

/** The groups of a reconciliation, each a table on the screen and in the workbook. */
export const RECONCILIATION_GROUPS = ['cells', 'unclear', 'onlyOther', 'onlyRegister', 'both'] as const

export type ReconciliationGroup = (typeof RECONCILIATION_GROUPS)[number]

/** How people are told. */
export interface ReconciliationTerms {
  readonly texts: Texts
  readonly codes: RosterCodes
  /** ID numbers in full; otherwise the first 6 and last 4 characters. */
  readonly isIdInFull: boolean
}

/** One row of a group. */
export interface ReconciledRow {
  /** The register's household, which can be asked; null of who is on the other list alone. */
  readonly household: RosterHousehold | null
  /** The person as the register has them, else as the other list does. */
  readonly person: Listed
  readonly other: Listed | null
  readonly matched: MatchedPerson | null
  readonly cell: ChangedCell | null
  /** Of unclear ones: which belong together, from 1; why; and on which list this one is. */
  readonly unclear: {
    readonly group: number
    readonly why: TermOf<'reconcile'>
    readonly list: TermOf<'reconcile'>
  } | null
}

const NOTHING = { household: null, other: null, matched: null, cell: null, unclear: null } as const

/** The rows of a group. */
export function rowsOfGroup(group: ReconciliationGroup, found: Reconciliation): readonly ReconciledRow[] {
  const registered = (person: Listed) => ({ ...NOTHING, household: person.household, person })
  switch (group) {
    case 'both':
      return found.both.map((matched) => ({ ...registered(matched.register), other: matched.other, matched }))
    case 'cells':
      return found.both.flatMap((matched) =>
        matched.cells.map((cell) => ({
          ...registered(matched.register),
          other: matched.other,
          matched,
          cell,
        })),
      )
    case 'unclear':
      return found.unclear.flatMap(({ why, register, other }, index) => [
        ...register.map((person) => ({
          ...registered(person),
          unclear: { group: index + 1, why, list: 'register' as const },
        })),
        ...other.map((person) => ({
          ...NOTHING,
          person,
          other: person,
          unclear: { group: index + 1, why, list: 'other' as const },
        })),
      ])
    case 'onlyOther':
      return found.onlyOther.map((person) => ({ ...NOTHING, person, other: person }))
    case 'onlyRegister':
      return found.onlyRegister.map(registered)
  }
}

type Column = TableColumn<ReconciledRow>

/** What is said of each row of a group. */
export function reconciliationTable(
  group: ReconciliationGroup,
  terms: ReconciliationTerms,
): TableSpec<ReconciledRow> {
  return { key: group, columns: columnsOf(group, allColumns(terms)) }
}

function columnsOf(group: ReconciliationGroup, all: ReturnType<typeof allColumns>) {
  const who = [all.household, all.head, all.village, all.name, all.idNumber]
  switch (group) {
    case 'both':
      return [...who, all.matchedBy, all.differences, all.source]
    case 'cells':
      return [...who, all.column, all.registerValue, all.otherValue, all.source]
    case 'unclear':
      return [all.group, all.why, all.list, all.household, all.village, all.name, all.idNumber, all.source]
    case 'onlyOther':
      return [all.name, all.idNumber, all.township, all.village, all.more, all.source]
    case 'onlyRegister':
      return [...who, all.relation, all.allowance]
  }
}

/** An ID number is masked whatever is wrong with it. */
function maskedCell(
  { field }: ChangedCell,
  text: string,
  part: 'column' | 'before' | 'after',
  isInFull: boolean,
): string | null {
  return field === 'idNumber' && part !== 'column' ? shownId(text, isInFull) : shownText(text, isInFull)
}

function allColumns({ texts, codes, isIdInFull }: ReconciliationTerms) {
  const column = (
    key: TermOf<'reconcileColumns'>,
    width: number,
    value: (row: ReconciledRow) => PlainCell,
  ): Column => ({
    key,
    label: texts.term('reconcileColumns', key),
    width,
    type: key === 'group' || key === 'differences' ? 'integer' : 'text',
    value,
  })
  const described = (row: ReconciledRow, part: 'column' | 'before' | 'after'): string | null =>
    row.cell === null
      ? null
      : maskedCell(row.cell, describeCell(row.cell, codes, texts)[part], part, isIdInFull)
  return {
    household: column('household', 22, ({ household }) => household && describeHousehold(household, texts)),
    head: column('head', 12, ({ household }) => household?.headName ?? null),
    township: column('township', 14, ({ person }) => person.household.township),
    village: column('village', 14, ({ person }) => person.household.village),
    name: column('name', 12, ({ person }) => person.member.name),
    idNumber: column('idNumber', 24, ({ person }) => shownId(person.member.idNumber, isIdInFull)),
    relation: column('relation', 12, ({ person: { member } }) => {
      const code = codes.relation.find((each) => each.code === member.relation)
      return (texts.language === 'en' ? code?.en : code?.labels[0]) ?? member.relation
    }),
    allowance: column('allowance', 12, ({ person: { member } }) =>
      member.receivesAllowance === undefined
        ? null
        : texts.term('marks', member.receivesAllowance ? 'yes' : 'no'),
    ),
    matchedBy: column(
      'matchedBy',
      14,
      ({ matched }) => matched && texts.term('reconcile', `by_${matched.by}`),
    ),
    differences: column('differences', 12, ({ matched }) => matched?.cells.length ?? null),
    source: column('source', 28, ({ other }) => {
      if (other === null) return null
      const { file, sheet, row } = other.member.source
      return `${file} › ${sheet} › ${row}`
    }),
    column: column('column', 16, (row) => described(row, 'column')),
    registerValue: column('registerValue', 24, (row) => described(row, 'before')),
    otherValue: column('otherValue', 24, (row) => described(row, 'after')),
    group: column('group', 8, ({ unclear }) => unclear?.group ?? null),
    why: column('why', 24, ({ unclear }) => unclear && texts.term('reconcile', unclear.why)),
    list: column('list', 12, ({ unclear }) => unclear && texts.term('reconcile', unclear.list)),
    more: column('more', 40, ({ person: { household, member } }) =>
      shownText(
        Object.entries({ ...household.kept, ...member.kept })
          .map(([header, text]) => `${header}：${text}`)
          .join('；') || null,
        isIdInFull,
      ),
    ),
  } satisfies Partial<Record<TermOf<'reconcileColumns'>, Column>>
}
