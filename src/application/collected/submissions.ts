import type { Instrument } from '../../domain/instrument/loadInstrument'
import type { SheetTable } from '../../domain/roster/SheetTable'
import type { Problem } from '../../domain/shared/Problem'
import type { ProblemCode } from '../../domain/shared/ProblemCode'
import { groupBy } from '../../domain/shared/groupBy'
import { CHOICE_SEPARATOR, FORM_NAMES } from '../xlsform/formNames'
import { linkOf, placeOf, rowsOf, textIn, type CollectedRow, type CollectedTable } from './collectedTables'

/** What was collected in one household: its row, and those of its members and ledger lines. */
export interface Submission {
  readonly household: string
  readonly main: CollectedRow
  readonly members: readonly { readonly key: string; readonly row: CollectedRow }[]
  readonly lines: readonly CollectedRow[]
  /** Key of the member that a choice of the form means; the text itself where it means none. */
  memberOf(choice: string): string
}

/** The households of the sheets of one export, with the rows that belong to them. */
export function submissionsOf(
  found: readonly CollectedTable[],
  tables: readonly SheetTable[],
  { repeats }: Instrument,
): { readonly submissions: readonly Submission[]; readonly problems: readonly Problem[] } {
  const [main, second] = found.filter(({ scope }) => scope === 'household')
  const place = { file: tables[0]?.file ?? '' }
  if (main === undefined)
    return {
      submissions: [],
      problems: [{ code: 'collected_no_form', severity: 'error', place, value: null }],
    }
  if (second !== undefined) {
    const twice = { file: second.table.file, sheet: second.table.sheet }
    return {
      submissions: [],
      problems: [{ code: 'collected_forms_mixed', severity: 'error', place: twice, value: null }],
    }
  }
  const problems: Problem[] = []
  const rows = rowsOf(main)
  const children = found
    .filter(({ scope }) => scope !== 'household')
    .map((table) => ({ scope: table.scope, byParent: childrenOf(table, main, rows, problems) }))
  const of = (scope: string | undefined, row: CollectedRow): readonly CollectedRow[] =>
    children.filter((each) => each.scope === scope).flatMap(({ byParent }) => byParent.get(row.row) ?? [])
  const submissions = rows.flatMap((row) => {
    const household = textIn(row, FORM_NAMES.household)
    if (household === null) {
      problems.push(problem('collected_household_missing', row, FORM_NAMES.household))
      return []
    }
    const members = membersIn(of(repeats.roster, row), problems)
    return [submission(household, row, members, of(repeats.hand, row))]
  })
  return { submissions, problems }
}

function submission(
  household: string,
  main: CollectedRow,
  members: Submission['members'],
  lines: readonly CollectedRow[],
): Submission {
  return {
    household,
    main,
    members,
    lines,
    memberOf(choice) {
      const named = members.find(({ row }) => textIn(row, FORM_NAMES.memberChoice) === choice)
      const begun = members.find(({ key }) => choice === key || choice.startsWith(key + CHOICE_SEPARATOR))
      return (named ?? begun)?.key ?? choice
    },
  }
}

function membersIn(rows: readonly CollectedRow[], problems: Problem[]): Submission['members'] {
  const seen = new Set<string>()
  return rows.flatMap((row) => {
    const key = textIn(row, FORM_NAMES.member)
    if (key === null || seen.has(key)) {
      const code = key === null ? 'collected_member_missing' : 'collected_member_twice'
      problems.push(problem(code, row, FORM_NAMES.member))
      return []
    }
    seen.add(key)
    return [{ key, row }]
  })
}

/** A repeat's rows by the row of their household. */
function childrenOf(
  table: CollectedTable,
  main: CollectedTable,
  parents: readonly CollectedRow[],
  problems: Problem[],
): ReadonlyMap<number, readonly CollectedRow[]> {
  const link = linkOf(table, main)
  const byKey = new Map(parents.map((parent) => [link && textIn(parent, link.parent), parent.row]))
  const rows = rowsOf(table).flatMap((row) => {
    const key = link && textIn(row, link.own)
    const parent = key === null ? undefined : byKey.get(key)
    if (parent !== undefined) return [{ row, parent }]
    problems.push(problem('collected_parent_missing', row, link?.own ?? ''))
    return []
  })
  return new Map(
    [...groupBy(rows, ({ parent }) => parent)].map(([parent, own]) => [parent, own.map(({ row }) => row)]),
  )
}

function problem(code: ProblemCode, row: CollectedRow, field: string): Problem {
  return { code, severity: 'error', place: placeOf(row, field), value: textIn(row, field) }
}
