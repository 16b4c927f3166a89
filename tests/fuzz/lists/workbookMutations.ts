import {
  changeCells,
  filledCells,
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

/** Text has no formulas, .xls is written without them, and a formula of an .xlsb has a place for its result. */
const KEEPS_RESULTS: ReadonlySet<string> = new Set(['delimited', 'xls', 'xlsb'])

/** What only workbooks have: formulas with results true, missing and void, and error values. */
export const workbookMutations: ListMutations = {
  formulaCached: (draft, random) =>
    draft.writing.format !== 'delimited' &&
    changeCells(draft, random, BY_FORMULA, ({ cell }) =>
      typeof cell === 'object' ? undefined : { kind: 'formula', cached: cell },
    ),
  formulaNotCalculated: spoilt(
    ({ writing }) => !KEEPS_RESULTS.has(writing.format),
    () => ({ kind: 'formula', cached: null }),
  ),
  // Writers that calculate nothing store 0 and ask the spreadsheet to calculate on loading.
  formulaZero: spoilt(
    ({ writing }) => {
      if (!('recalculates' in writing)) return false
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

/** The cells no longer say what stood there: the value is there from another row, or its loss is reported. */
function spoilt(applies: (draft: ListDraft) => boolean, cell: () => FilledCell['cell']): ListMutation {
  return (draft, random) => {
    const key = random.pick(BY_FORMULA)
    if (filledCells(draft, key).length === 0 || !applies(draft)) return false
    // Where nobody has a name, there is no list.
    if (key === 'name') draft.mayRefuse = true
    return changeCells(draft, random, [key], cell)
  }
}
