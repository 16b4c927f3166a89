import { inventedId } from '../../fixtures/roster/inventedPeople'
import type { ListCell, ListRow, ListSheet } from './HonestList'
import { hasOwnColumns, rearrange } from './columnMutations'
import { isSheetText, type ListDraft, type ListMutations } from './ListDraft'

/** What concerns whole sheets and files. */
export const sheetMutations: ListMutations = {
  rowsHidden(draft, random) {
    const rows = draft.list.sheets.flatMap(({ rows }) => rows.filter(({ person }) => person !== null))
    if (isSheetText(draft)) return false
    for (let count = random.between(1, 4); count > 0; count--) random.pick(rows).isHidden = true
    return true
  },
  // An old list behind the list: whoever opens the file does not see it.
  sheetHidden(draft, random) {
    if (isSheetText(draft)) return false
    const [sheet] = draft.list.sheets
    if (sheet === undefined) return false
    draft.list.sheets.splice(
      random.pick([0, draft.list.sheets.length]),
      0,
      oldList(sheet, random.pick(['hidden', 'veryHidden'])),
    )
    return true
  },
  sheetOfNotes(draft, random) {
    if (isSheetText(draft)) return false
    const [sheet] = draft.list.sheets
    if (sheet === undefined) return false
    const header: ListRow = { cells: ['填表说明'], person: null }
    const rows = [
      header,
      { cells: ['1. 姓名按身份证填写'], person: null },
      { cells: ['2. 收入为人均纯收入'], person: null },
    ]
    const notes: ListSheet = {
      ...sheet,
      name: '说明',
      columns: [{ label: '填表说明', key: 'other' }],
      rows,
      header,
      isMerged: false,
    }
    draft.list.sheets.splice(random.pick([0, draft.list.sheets.length]), 0, notes)
    return true
  },
  // The village stands only in the sheet's name: it is taken from there, or the list is reported to name none.
  villageInSheetName(draft) {
    const { sheets, households } = draft.list
    if (isSheetText(draft) || sheets.length < 2 || !hasOwnColumns(draft)) return false
    const isOfVillage = ({ key }: { key: unknown }) => key === 'village'
    if (!sheets.every(({ columns }) => columns.some(isOfVillage))) return false
    for (const sheet of sheets) {
      const column = sheet.columns.findIndex(isOfVillage)
      rearrange(
        sheet,
        sheet.columns.flatMap((_, index) => (index === column ? [] : [index])),
      )
      for (const row of sheet.rows) if (row.person !== null) draft.touched.add(row)
    }
    for (const household of households) household.expects['village'] = household.village
    draft.isWide = true
    return true
  },
  sideBySide(draft) {
    const [sheet] = draft.list.sheets
    if (sheet === undefined || sheet.isMerged || !hasOwnColumns(draft)) return false
    const people = sheet.rows.slice(sheet.rows.indexOf(sheet.header) + 1)
    const starts = people.flatMap((row, index) =>
      row.person?.household.people[0] === row.person ? [index] : [],
    )
    const half = starts[Math.ceil(starts.length / 2)]
    if (half === undefined || people.some(({ person }) => person === null)) return false
    return splitSideways(draft, sheet, people, half)
  },
  twoFiles(draft, random) {
    const [sheet] = draft.list.sheets
    if (sheet === undefined || draft.list.sheets.length > 1) return false
    const top = sheet.rows.indexOf(sheet.header) + 1
    const cuts = sheet.rows.flatMap(({ person }, index) =>
      index > top && person !== null && person === person.household.people[0] ? [index] : [],
    )
    if (cuts.length === 0) return false
    const moved = sheet.rows.splice(random.pick(cuts))
    const header: ListRow = { cells: [...sheet.header.cells], person: null }
    const above = sheet.rows
      .slice(0, top - 1)
      .map(({ cells }): ListRow => ({ cells: [...cells], person: null }))
    const fileName = random.pick([sheet.fileName, `b-${sheet.fileName}`])
    draft.list.sheets.push({
      ...sheet,
      fileIndex: 1,
      fileName,
      header,
      rows: [...above, header, ...moved],
      columns: sheet.columns.map((column) => ({ ...column })),
    })
    return true
  },
}

function oldList(sheet: ListSheet, visibility: 'hidden' | 'veryHidden'): ListSheet {
  const rows = sheet.rows.map((row): ListRow => ({
    cells: row.cells.map((cell, index) => {
      if (row.person === null) return cell
      if (sheet.columns[index]?.key === 'income') return 999
      return sheet.columns[index]?.key === 'status' ? '未脱贫' : cell
    }),
    person: null,
  }))
  const last = rows.at(-1)
  const [name, idNumber] = ['name', 'idNumber'].map((key) =>
    sheet.columns.findIndex((column) => column.key === key),
  )
  const stranger = last === undefined ? null : [...last.cells]
  if (stranger !== null && name !== undefined && name !== -1) stranger[name] = '旧人'
  if (stranger !== null && idNumber !== undefined && idNumber !== -1)
    stranger[idNumber] = inventedId('1940-01-01', 999)
  if (stranger !== null) rows.push({ cells: stranger, person: null })
  const header = rows[sheet.rows.indexOf(sheet.header)] ?? sheet.header
  return { ...sheet, name: '旧名单', rows, header, visibility, isMerged: false }
}

/** Half of the households stand to the right of the others: everybody is read, or the file refused. */
function splitSideways(
  draft: ListDraft,
  sheet: ListSheet,
  people: readonly ListRow[],
  half: number,
): boolean {
  const [left, right] = [people.slice(0, half), people.slice(half)]
  const blankRow: ListCell[] = sheet.columns.map(() => null)
  const rows = Array.from({ length: Math.max(left.length, right.length) }, (_, index): ListRow => {
    const row: ListRow = {
      cells: [...(left[index]?.cells ?? blankRow), null, ...(right[index]?.cells ?? blankRow)],
      person: left[index]?.person ?? null,
    }
    draft.touched.add(row)
    return row
  })
  sheet.header.cells = [...sheet.header.cells, null, ...sheet.header.cells]
  sheet.rows.splice(sheet.rows.indexOf(sheet.header) + 1, sheet.rows.length, ...rows)
  draft.touched.add(sheet.header)
  draft.isWide = true
  draft.mayRefuse = true
  return true
}
