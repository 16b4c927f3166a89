import type { SeededRandom } from '../../../src/domain/shared/seededRandom'
import { TO_BE_TOLD, type ListCell } from './HonestList'
import {
  filledCells,
  isSheetText,
  setCell,
  type ListDraft,
  type ListMutation,
  type ListMutations,
} from './ListDraft'

/** Numbers of the register that a spreadsheet took for dates or for quantities. */
export const codeMutations: ListMutations = {
  codeBecameDate: numbers((index, draft, random) => {
    const [month, day] = [1 + (index % 12), 1 + ((index * 7) % 28)]
    if (!isSheetText(draft))
      return { kind: 'day', iso: `2021-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` }
    return random.pick([`${month}月${day}日`, `2021/${month}/${day}`, `2021-${month}-${day}`])
  }),
  codeScientific: numbers((_, __, random) => random.pick(['9.90101E+17', '9.901E+11', '9.90E+17'])),
  // The digits behind the fifteenth are zeros: different households may have the same number now.
  codeDigitsLost: numbers((_, __, random, number) =>
    number.length < 18 ? undefined : `${number.slice(0, random.pick([14, 15]))}0000`.slice(0, 15) + '000',
  ),
  codeError: numbers((_, draft) => (isSheetText(draft) ? '#REF!' : { kind: 'error' })),
  codeHashes: numbers((_, __, random) => random.pick(['########', '#N/A', '#VALUE!', '#NAME?'])),
}

/** Changes the 户编号 of all households of the list in one way. */
function numbers(
  change: (index: number, draft: ListDraft, random: SeededRandom, number: string) => ListCell | undefined,
): ListMutation {
  return (draft, random) => {
    const cells = filledCells(draft, 'householdNumber')
    const changed = new Map<string, ListCell>()
    draft.list.households.forEach(({ number }, index) => {
      const cell = change(index, draft, random, number)
      if (cell !== undefined) changed.set(number, cell)
    })
    if (cells.length === 0 || changed.size === 0) return false
    for (const filled of cells) setCell(draft, filled, changed.get(filled.household.number) ?? null)
    for (const household of draft.list.households) household.expects['id'] = TO_BE_TOLD
    return true
  }
}
