import columnsFile from '../../../resources/roster/columns.json'
import type { ListCell, ListRow, ListSheet } from './HonestList'
import type { ListDraft, ListMutations } from './ListDraft'

/** What concerns columns and what is written above them. */
export const columnMutations: ListMutations = {
  columnsShuffled(draft, random) {
    if (!hasOwnColumns(draft)) return false
    for (const sheet of draft.list.sheets)
      rearrange(sheet, random.shuffle(sheet.columns.map((_, index) => index)))
    return true
  },
  columnsBlankBetween(draft, random) {
    if (!hasOwnColumns(draft)) return false
    for (const sheet of draft.list.sheets)
      for (let count = random.between(1, 3); count > 0; count--)
        insertColumn(sheet, random.between(1, sheet.columns.length), '', () => null)
    return true
  },
  columnsUnknown(draft, random) {
    if (!hasOwnColumns(draft)) return false
    const label = random.pick([
      '网格员',
      '帮扶责任人',
      '备注2',
      '片区',
      '是否回访',
      '二维码',
      '采集员姓名',
      '户籍状态',
      '监测人编号备注',
    ])
    const value = random.pick(['张三', '是', '12', '—', '2019-05-06'])
    for (const sheet of draft.list.sheets)
      insertColumn(sheet, random.between(0, sheet.columns.length), label, () => value)
    return true
  },
  headerSynonyms(draft, random) {
    if (!hasOwnColumns(draft)) return false
    for (const sheet of draft.list.sheets)
      sheet.columns.forEach((column, index) => {
        if (column.key === 'other') return
        const labels = columnsFile.columns.find(
          ({ field, labels }) =>
            field !== 'keep' && labels.includes(column.label.replaceAll('（', '(').replaceAll('）', ')')),
        )?.labels
        if (labels !== undefined) relabel(sheet, index, random.pick(labels))
      })
    return true
  },
  headerSpelled(draft, random) {
    if (!hasOwnColumns(draft)) return false
    const spell = random.pick([
      (label: string) => [...label].join(' '), (label: string) => label.replace(/^(..)/, '$1\n'), (label: string) => `*${label}`,
      (label: string) => `${label}：`, (label: string) => `【${label}】`, (label: string) => `${label}\u200b`, (label: string) => `${label}*`,
      (label: string) => ` ${label}　`, (label: string) => `${label}（必填）`,
    ]) // prettier-ignore
    for (const sheet of draft.list.sheets)
      sheet.columns.forEach(({ label, key }, index) => {
        if (key !== 'other') relabel(sheet, index, spell(label))
      })
    draft.isWide = true
    draft.mayRefuse = true
    return true
  },
}

/** False once two tables stand side by side: their columns are no longer those of the sheet. */
export function hasOwnColumns({ list }: ListDraft): boolean {
  return list.sheets.every(({ header, columns }) => header.cells.length === columns.length)
}

export function rearrange(sheet: ListSheet, order: readonly number[]): void {
  const columns = sheet.columns
  sheet.columns = order.flatMap((index) => columns[index] ?? [])
  for (const row of sheet.rows) {
    // A title stays at the left.
    if (row.person === null && row.cells.filter((cell) => cell !== null).length <= 1) continue
    row.cells = order.map((index) => row.cells[index] ?? null)
  }
}

function insertColumn(sheet: ListSheet, at: number, label: string, value: (row: ListRow) => ListCell): void {
  sheet.columns.splice(at, 0, { label, key: 'other' })
  for (const row of sheet.rows) {
    if (row === sheet.header) row.cells.splice(at, 0, label === '' ? null : label)
    else if (row.person !== null) row.cells.splice(at, 0, value(row))
    else if (row.cells.filter((cell) => cell !== null).length > 1) row.cells.splice(at, 0, null)
    else row.cells.push(null)
  }
}

function relabel(sheet: ListSheet, index: number, label: string): void {
  const column = sheet.columns[index]
  if (column === undefined) return
  column.label = label
  sheet.header.cells[index] = label
}
