import { TO_BE_TOLD, type ColumnKey, type Expected, type ListedPerson } from './HonestList'
import {
  changeCells,
  type FilledCell,
  type ListDraft,
  type ListMutation,
  type ListMutations,
} from './ListDraft'

const BY_FORMULA = [
  'name',
  'householdNumber',
  'income',
  'idNumber',
  'size',
  'village',
  'exitYear',
  'relation',
] as const

/** What only workbooks have: formulas with results true, missing and void, and error values. */
export const workbookMutations: ListMutations = {
  formulaCached: (draft, random) =>
    draft.writing.format !== 'delimited' &&
    changeCells(draft, random, BY_FORMULA, ({ cell }) =>
      typeof cell === 'object' ? undefined : { kind: 'formula', cached: cell },
    ),
  formulaNotCalculated: spoilt(
    (draft) => draft.writing.format === 'xlsx',
    () => ({ kind: 'formula', cached: null }),
  ),
  // Writers that calculate nothing store 0 and ask the spreadsheet to calculate on loading.
  formulaZero: spoilt(
    ({ writing }) => {
      if (writing.format !== 'xlsx') return false
      writing.recalculates = true
      return true
    },
    () => ({ kind: 'formula', cached: 0 }),
  ),
  cellError: spoilt(
    ({ writing }) => writing.format !== 'delimited',
    () => ({ kind: 'error' }),
  ),
}

/** The cells no longer say what stood there: whatever is read has to be told. */
function spoilt(applies: (draft: ListDraft) => boolean, cell: () => FilledCell['cell']): ListMutation {
  return (draft, random) => {
    const key = random.pick(BY_FORMULA)
    const before = draft.list.households.some((household) =>
      FIELDS[key].some((field) => field in household.expects),
    )
    const isOfPeople = draft.list.households.some(({ people }) =>
      people.some(({ expects }) => FIELDS[key].some((field) => field in expects)),
    )
    if ((!before && !isOfPeople) || !applies(draft)) return false
    return changeCells(draft, random, [key], ({ row, household }) => {
      if (row.person === null) return undefined
      excuse(row.person, household.expects, key)
      return cell()
    })
  }
}

/** One cell may be spoilt where others still say it: then the value may be right all the same. */
function excuse(person: ListedPerson, household: Record<string, Expected>, key: keyof typeof FIELDS): void {
  for (const expects of [person.expects, household])
    for (const field of FIELDS[key]) if (expects[field] === null) expects[field] = TO_BE_TOLD
}

const FIELDS = {
  name: ['name', 'headName'],
  householdNumber: ['id'],
  income: ['registryIncome'],
  idNumber: ['idNumber'],
  size: ['statedSize'],
  village: ['village'],
  exitYear: ['exitYear'],
  relation: ['relation'],
} as const satisfies Partial<Record<ColumnKey, readonly string[]>>
