import type { ListCell, ListRow, ListSheet } from './HonestList'
import type { ListMutations } from './ListDraft'

const CYCLE = [...'甲乙丙丁戊己庚辛壬癸']

/** What stands above and below the people: titles, column numbers, headers on every page, other tables. */
export const tableMutations: ListMutations = {
  columnNumbers(draft, random) {
    const kind = random.between(0, 5)
    for (const sheet of draft.list.sheets) {
      const cells = sheet.columns.map((_, index) => columnNumber(index, kind, sheet.columns.length))
      const row: ListRow = { cells, person: null }
      sheet.rows.splice(sheet.rows.indexOf(sheet.header) + 1, 0, row)
      draft.touched.add(row)
    }
    return true
  },
  titles(draft, random) {
    const count = random.pick([4, 8, 9, 10, 11, 15, 20])
    for (const sheet of draft.list.sheets)
      for (let title = 0; title < count; title++) sheet.rows.unshift(titled(sheet, random.pick(TITLES)))
    return true
  },
  headerOnEveryPage(draft, random) {
    const every = random.between(5, 10)
    for (const sheet of draft.list.sheets) {
      const above = sheet.rows.slice(0, sheet.rows.indexOf(sheet.header))
      const pages = random.pick([[sheet.header], [...above, sheet.header]])
      const first = sheet.rows.indexOf(sheet.header) + 1
      for (let at = first + every; at < sheet.rows.length; at += every + pages.length) {
        const added = pages.map(({ cells }): ListRow => ({ cells: [...cells], person: null }))
        for (const row of added) draft.touched.add(row)
        sheet.rows.splice(at, 0, ...added)
      }
    }
    return true
  },
  headerOfTwoRows(draft, random) {
    const isRepeated = random.pick([true, false])
    for (const sheet of draft.list.sheets) {
      const groups = sheet.columns.map((_, index): ListCell => {
        if (index === 0) return '基本信息'
        return index === Math.floor(sheet.columns.length / 2) ? '其他情况' : null
      })
      const group = (): ListRow => ({ cells: [...groups], person: null })
      const top = sheet.rows.indexOf(sheet.header)
      sheet.rows.splice(top, 0, group())
      if (!isRepeated) continue
      const added = [group(), { cells: [...sheet.header.cells], person: null }]
      for (const row of added) draft.touched.add(row)
      sheet.rows.splice(random.between(top + 3, sheet.rows.length), 0, ...added)
    }
    return true
  },
  // People of another table are not on the list: they may be reported, and the file refused, but nobody is added.
  tableBelow(draft, random) {
    const sheet = random.pick(draft.list.sheets)
    const table = random.pick(OTHER_TABLES)
    const room = sheet.columns.length - Math.max(...table.map(({ length }) => length))
    const from = random.pick([0, 0, 1, random.between(0, Math.max(0, room))])
    const wide = (cells: readonly ListCell[]): ListRow => ({
      cells: sheet.columns.map((_, index) => cells[index - from] ?? null),
      person: null,
    })
    const added = [...(random.pick([true, false]) ? [wide([])] : []), ...table.map(wide)]
    for (const row of added) draft.touched.add(row)
    sheet.rows.push(...added)
    draft.mayRefuse = true
    return true
  },
}

const TITLES = [
  '某县建档立卡户名单',
  '2020年第三方评估用',
  '',
  '密级：内部',
  '制表单位：某县扶贫办',
  '注：本表由系统导出',
  '联系人：张三',
  '导出条件：全部',
]

const OTHER_TABLES: readonly (readonly (readonly ListCell[])[])[] = [
  [
    ['帮扶物资', '数量', '金额'],
    ['化肥', 20, 3000],
    ['鸡苗', 200, 1500],
  ],
  [
    ['工作人员名单'],
    ['姓名', '职务', '联系电话'],
    ['张干部', '村支书', '13700000001'],
    ['李干部', '第一书记', '13700000002'],
  ],
  [
    ['序号', '姓名', '单位', '电话'],
    [1, '王帮扶', '县教育局', '13700000003'],
    [2, '赵帮扶', '县医院', '13700000004'],
  ],
  [
    ['村名', '户数', '人数'],
    ['石门村', 4, 15],
    ['上寨村', 3, 9],
    ['合计', 7, 24],
  ],
  [
    ['年度', '脱贫户数', '脱贫人数'],
    [2018, 12, 40],
    [2019, 8, 22],
  ],
  [
    ['帮扶项目', '金额（元）'],
    ['危房改造', 20000],
    ['产业扶持', 3500],
  ],
  [
    ['类别', '户', '人'],
    ['低保', 3, 9],
    ['特困', 1, 1],
  ],
  [
    ['帮扶责任人', '职务', '结对户数', '备注'],
    ['马帮扶', '副镇长', 3, null],
    ['牛帮扶', '干事', 2, '新'],
  ],
]

function titled({ columns }: ListSheet, title: string): ListRow {
  return { cells: columns.map((_, index) => (index === 0 && title !== '' ? title : null)), person: null }
}

function columnNumber(index: number, kind: number, width: number): ListCell {
  switch (kind) {
    case 0:
      return index + 1
    case 1:
      return String(index + 1)
    case 2:
      return index < 4 ? (CYCLE[index] ?? null) : index - 3
    case 3:
      return `(${index + 1})`
    case 4:
      return index === 0 ? '栏次' : index
    default:
      return width > 26 || index > 25 ? index + 1 : String.fromCharCode(65 + index)
  }
}
