import type { SeededRandom } from '../../../src/domain/shared/seededRandom'
import type { ListCell, ListRow, ListSheet } from './HonestList'
import type { ListDraft, ListMutation, ListMutations } from './ListDraft'

const CONTINUED = [
  '以下空白', '（以下空白）', '以下无正文', '转下页', '（转下页）', '接上页', '承上页', '续上页', '见下页', '过次页', '承前页', '——以下空白——', '此页空白',
  '以 下 空 白', '（接上页）', '下接第2页', '本页完', '完', '续表', '以下无',
] // prettier-ignore
const PAGES = [
  '第 1 页 共 3 页',
  '第1页/共3页',
  '第1页，共3页',
  '- 1 -',
  '1/3',
  'Page 1 of 3',
  '— 2 —',
  '第一页',
  '第2页',
  '1 / 3',
  '页码：2',
]
const TOTALS = [
  '合计', '小计', '本页小计', '总计', '合 计', '合计：', '小计（户）', '全村合计', '总 计', '本村小计', '户数合计', '人口合计', '【合计】', '累计', '平均', '共计',
] // prettier-ignore
const SUMS = ['共12户36人', '合计：12户36人', '12户36人', '总计12户，36人', '共 12 户 36 人']
const SIGNED = [
  ['填表人：张三', '审核人：李四', '2020年7月15日'], ['填表人：', '张三', '审核人：', '李四'], ['单位负责人（签字）：', '', '填表日期：2020年7月15日'],
  ['制表：张三'], ['（盖章）', '2020年7月15日'], ['村支书签字：', '', '驻村工作队长签字：'], ['填报单位（盖章）：某镇人民政府'], ['联系电话：13900000000'],
  ['经办人', '张三', '电话', '13900000000'],
] // prettier-ignore
const NOTES = [
  '注：本表一式三份', '说明：收入为2019年人均纯收入', '备注：以上数据来自系统', '注：1.本表由村填写；2.镇审核', '填表说明：见附件', '*以上为初步数据', '数据来源：扶贫系统',
  '附：上寨村另报', '①指享受政策', '以上情况属实', '特此说明',
] // prettier-ignore
const SECTIONS = (village: string) => [
  `一、${village}`,
  village,
  `${village}：`,
  `【${village}】`,
  `（一）${village}`,
  `${village}名单`,
  `${village}（12户）`,
]

/** Rows that are nobody: whatever column they stand in, they add nobody and change nobody. */
export const rowMutations: ListMutations = {
  rowBlank: rows((sheet, random) => blank(sheet, random.pick([null, null, ' ', '\u3000']))),
  rowContinued: rows((sheet, random) => alone(sheet, random.pick(CONTINUED), random)),
  rowContinuedTwice: rows((sheet, random) => {
    const row = alone(sheet, random.pick(CONTINUED), random)
    const column = row.cells.findIndex((cell) => cell === null)
    if (column !== -1) row.cells[column] = random.pick(CONTINUED)
    return row
  }),
  rowPage: rows((sheet, random) => alone(sheet, random.pick(PAGES), random)),
  rowTotal: rows((sheet, random) => totals(sheet, random.pick(TOTALS), random)),
  rowSum: rows((sheet, random) => alone(sheet, random.pick(SUMS), random)),
  rowSigned: rows((sheet, random) => spread(sheet, random.pick(SIGNED), random)),
  rowNote: rows((sheet, random) => alone(sheet, random.pick(NOTES), random)),
  rowSection: rows((sheet, random, { list }) => {
    const { village } = random.pick(list.households)
    return alone(sheet, random.pick(SECTIONS(village)), random)
  }),
  rowHeaderAgain: rows(({ header }) => ({ cells: [...header.cells], person: null })),
  rowHeaderSpelled: rows(({ header }, random) => ({
    cells: header.cells.map((cell) => (typeof cell === 'string' ? respelled(cell, random) : cell)),
    person: null,
  })),
  rowOrdinalOnly: rows((sheet, random) => {
    const row = blank(sheet, null)
    const column = sheet.columns.findIndex(({ key }) => key === 'ordinal')
    if (column !== -1) row.cells[column] = random.between(20, 60)
    return row
  }),
  rowDashes: rows((sheet, random) => {
    const mark = random.pick(['—', '/', '-', '——', '\\', '无', '*'])
    return { cells: sheet.columns.map(() => mark), person: null }
  }),
  rowZeros: rows((sheet) => ({
    cells: sheet.columns.map(({ key }) => (['size', 'income', 'age', 'exitYear'].includes(key) ? 0 : null)),
    person: null,
  })),
}

/** Puts a row between, below or right above the people of a sheet. */
function rows(make: (sheet: ListSheet, random: SeededRandom, draft: ListDraft) => ListRow): ListMutation {
  return (draft, random) => {
    const sheet = random.pick(draft.list.sheets)
    const first = sheet.rows.indexOf(sheet.header) + 1
    const at = random.pick([first, sheet.rows.length, random.between(first, sheet.rows.length)])
    const row = make(sheet, random, draft)
    sheet.rows.splice(at, 0, row)
    draft.touched.add(row)
    return true
  }
}

function blank({ columns }: ListSheet, cell: ListCell): ListRow {
  return { cells: columns.map(() => cell), person: null }
}

/** One text: in the first column, in the column of names or numbers, or anywhere. */
function alone(sheet: ListSheet, text: string, random: SeededRandom): ListRow {
  return spread(sheet, [text], random)
}

function spread(sheet: ListSheet, texts: readonly string[], random: SeededRandom): ListRow {
  const row = blank(sheet, null)
  const key = random.pick([
    'first',
    'name',
    'headName',
    'idNumber',
    'householdNumber',
    'village',
    'any',
  ] as const)
  const found = sheet.columns.findIndex((column) => column.key === key)
  const at = found !== -1 ? found : key === 'any' ? random.between(0, sheet.columns.length - 1) : 0
  const step = random.pick([1, 1, 2])
  texts.forEach((text, index) => {
    const column = at + index * step
    if (text !== '' && column < row.cells.length) row.cells[column] = text
  })
  return row
}

function totals(sheet: ListSheet, word: string, random: SeededRandom): ListRow {
  const row = alone(sheet, word, random)
  sheet.columns.forEach(({ key }, column) => {
    if (row.cells[column] !== null) return
    if (key === 'size' && random.between(0, 1) === 1) row.cells[column] = random.pick([36, '36人'])
    if (key === 'income' && random.between(0, 1) === 1) row.cells[column] = 51234.5
    if (key === 'householdNumber' && random.between(0, 3) === 0) row.cells[column] = random.pick(['12户', 12])
  })
  return row
}

function respelled(label: string, random: SeededRandom): string {
  switch (random.between(0, 4)) {
    case 0:
      return [...label].join(' ')
    case 1:
      return label.replaceAll('（', '(').replaceAll('）', ')')
    case 2:
      return `${label}：`
    case 3:
      return `${label.slice(0, 1)}\n${label.slice(1)}`
    default:
      return label
  }
}
