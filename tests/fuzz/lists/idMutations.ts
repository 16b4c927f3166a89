import { TO_BE_TOLD, type ListCell, type ListedPerson } from './HonestList'
import { checksumHolds } from '../../../src/domain/roster/values/idNumber'
import type { SeededRandom } from '../../../src/domain/shared/seededRandom'
import { changeCells, isSheetText, type ListMutation, type ListMutations } from './ListDraft'

/** ID numbers as lists spoil them. A number that is put right is right; one that is not has to be reported. */
export const idMutations: ListMutations = {
  idMasked: ids((id, random) => {
    const mask = random.pick(['*', '＊', 'x', 'X', '●', '×', '_', '#', '.'])
    const [from, to] = random.pick([
      [6, 14],
      [10, 14],
      [14, 18],
      [6, 17],
      [3, 15],
    ] as const)
    return id.slice(0, from) + mask.repeat(random.pick([to - from, to - from, 4])) + id.slice(to)
  }, true),
  idConfused: ids((id, random) => {
    const [digit, letters] = random.pick([
      ['0', ['O', 'o', 'Ｏ', '〇', 'О']],
      ['1', ['l', 'I', 'i', '|', '丨']],
    ] as const)
    return id.includes(digit) ? id.replaceAll(digit, random.pick(letters)) : undefined
  }),
  idOtherX: ids((id, random) =>
    id.endsWith('X')
      ? id.slice(0, 17) + random.pick(['x', '×', '✕', 'Х', 'Χ', 'х', 'ⅹ', 'Ｘ', '*', '✖', '╳'])
      : undefined,
  ),
  idGrouped: ids((id, random) => {
    const by = random.pick([' ', '-', '\u00a0', '\u3000', '－', '—', '‐', '.', '_', '·'])
    return [id.slice(0, 6), id.slice(6, 14), id.slice(14)].join(by)
  }),
  idNote: ids((id, random) =>
    random.pick([
      `${id}（一代证）`, `${id}补办`, `身份证：${id}`, `${id}.`, `${id}、`, `${id}(户主)`, `${id}/已核`, `${id} 长期`, `${id}号`, `“${id}”`,
      `【${id}】`, `${id}；`, `[${id}]`, `${id}\n已迁出`,
    ]),
  ), // prettier-ignore
  idOf15: (draft, random) =>
    changeCells(
      draft,
      random,
      ['idNumber'],
      ({ cell }) => (isSoundId(cell) && cell.slice(6, 8) === '19' ? of15(cell) : undefined),
      ({ row: { person } }) => {
        if (person === null) return
        const { idNumber } = person
        person.expects['idNumber'] = (value) => value === idNumber || value === of15(idNumber)
      },
    ),
  idOtherDigit: ids((id) => id.slice(0, 16) + String((Number(id[16]) + 2) % 10) + id.slice(17), true),
  idShort: ids(
    (id, random) => random.pick([id.slice(0, 17), id + id.slice(-1), id.slice(1), id.slice(0, 14)]),
    true,
  ),
  idDigitsLost: ids(
    (id, random) => random.pick([`${id.slice(0, 15)}000`, `${id[0]}.${id.slice(1, 6)}E+17`]),
    true,
  ),
  idAsNumber(draft, random) {
    if (isSheetText(draft)) return false
    return ids((id) => (id.endsWith('X') ? undefined : Number(id)), true)(draft, random)
  },
  idMissing: ids(
    (_, random) => random.pick(['无', '—', '/', '无证', '未办理', '新生儿未上户', '待办']),
    'missing',
  ),
}

function ids(
  change: (id: string, random: SeededRandom) => string | number | undefined,
  isLost: boolean | 'missing' = false,
): ListMutation {
  return (draft, random) =>
    changeCells(
      draft,
      random,
      ['idNumber', 'idNumber', 'headIdNumber'],
      ({ cell }) => {
        // A number that another mutation has changed already would be put right as often as spoilt.
        const spoilt = isSoundId(cell) ? change(cell, random) : undefined
        // One rounded number in eleven is valid again: nobody could see it.
        return spoilt === undefined || isSoundId(spoilt) ? undefined : spoilt
      },
      ({ row: { person }, column, sheet }) => {
        const isOwn = sheet.columns[column]?.key === 'idNumber' || draft.list.form === 'H4'
        if (isLost !== false && isOwn && person !== null) lose(person, isLost)
      },
    )
}

function isSoundId(cell: ListCell): cell is string {
  return typeof cell === 'string' && /^\d{17}[\dX]$/.test(cell) && checksumHolds(cell)
}

/** The number as it was before 1999. */
function of15(id: string): string {
  return id.slice(0, 6) + id.slice(8, 17)
}

/** What only the number said is no longer on the list, unless another column says it. */
function lose(person: ListedPerson, isLost: true | 'missing'): void {
  const { expects, idNumber, birthDate } = person
  expects['idNumber'] = isLost === true ? TO_BE_TOLD : (value) => value === null || value === idNumber
  if (isLost === true) return
  expects['birthDate'] = (value) => value === null || value === birthDate || isYearOf(value, birthDate)
  const sex = person.sex === '男' ? 'male' : 'female'
  expects['sex'] = (value) => value === null || value === sex
}

function isYearOf(value: unknown, birthDate: string): boolean {
  return typeof value === 'string' && value.slice(0, 4) === birthDate.slice(0, 4)
}
