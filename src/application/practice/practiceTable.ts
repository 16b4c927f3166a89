import type { PracticeHousehold } from '../../domain/practice/PracticeHousehold'
import type { RosterHousehold, RosterMember } from '../../domain/roster/Roster'
import { seededRandom, type SeededRandom } from '../../domain/shared/seededRandom'

/** A list as a county sends it: cells, and the blocks of cells that are merged (0-based, both ends included). */
export interface PracticeTable {
  readonly rows: readonly (readonly PracticeCell[])[]
  readonly merges: readonly Block[]
}

export type PracticeCell = string | number | null

export interface Block {
  readonly column: number
  readonly firstRow: number
  readonly lastRow: number
}

/** Shares of the quirks, by name: `resources/practice/quirks.json`. */
export type QuirkShares = Readonly<Record<string, number>>

/** The register's word for a code. */
export type LabelOf = (list: string, code: string) => string

/** Header list H1 with 脱贫年度, and 首次识别时间 at its end. */
const HEADER = [
  '序号',
  '县(市、区、旗)',
  '乡(镇)',
  '行政村',
  '自然村',
  '户编号',
  '人编号',
  '姓名',
  '证件号码',
  '人数',
  '与户主关系',
  '民族',
  '文化程度',
  '在校生状况',
  '健康状况',
  '劳动技能',
  '务工状况',
  '务工时间（月）',
  '参加大病医疗',
  '脱贫属性',
  '脱贫年度',
  '贫困户属性',
  '主要致贫原因',
  '危房户',
  '饮水安全',
  '饮水困难',
  '人均纯收入',
  '联系电话',
  '首次识别时间',
]

/** Columns that speak of the household. */
const HOUSEHOLD_COLUMNS = [1, 2, 3, 4, 5, 9, 19, 20, 21, 22, 23, 24, 26, 28]
const NAME = HEADER.indexOf('姓名')
const ID = HEADER.indexOf('证件号码')
const RELATION = HEADER.indexOf('与户主关系')

/** With its ID number a person's age is lost: only where the verdict is open all the same. */
const OPEN_SCENARIOS = ['hearsay', 'contradiction', 'unanswered', 'disputed', 'refused', 'not_home']

/** The county's list with the disorder of real ones, each quirk at its share: the same for the same seed. */
export function practiceTable(
  county: Iterable<PracticeHousehold>,
  seed: number,
  shares: QuirkShares,
  labelOf: LabelOf,
): PracticeTable {
  const random = seededRandom(seed)
  const rows: PracticeCell[][] = [
    ['云岭县（练习）建档立卡户和抽样户名单'],
    ['制表：练习单位  数据截至2020年12月31日'],
    [...HEADER],
  ]
  const merges: Block[] = []
  rows.push(strayRow())
  let number = 0
  let village: string | null = null
  let firstPerson: RosterMember | undefined
  const once = new Set<string>()
  const isFirst = (name: string): boolean => !once.has(name) && once.add(name) !== undefined

  for (const { household, scenario } of county) {
    if (village !== null && household.village !== village) rows.push([])
    village = household.village
    const has = draw(random, shares)
    const firstRow = rows.length
    const own = householdCells(household, scenario, has, labelOf)
    const sharesOfMembers = OPEN_SCENARIOS.includes(scenario) ? shares : { ...shares, id_as_number: 0 }
    household.members.forEach((member, index) => {
      const person = memberCells(member, household, random, sharesOfMembers, labelOf)
      if (scenario === 'not_home' && index === 1 && isFirst('two_heads')) person[RELATION] = '户主'
      const isBare = index > 0 && (has('household_on_head_row') || has('household_merged'))
      rows.push(
        HEADER.map((_, column) =>
          column === 0 ? ++number : (person[column] ?? (isBare ? null : (own[column] ?? null))),
        ),
      )
    })
    firstPerson ??= household.members[0]
    if (
      scenario === 'refused' &&
      firstPerson !== undefined &&
      firstPerson.idNumber !== household.members[0]?.idNumber &&
      isFirst('member_twice')
    ) {
      const again = memberCells(
        { ...firstPerson, id: `${household.id}99`, relation: 'other' },
        household,
        random,
        {},
        labelOf,
      )
      rows.push(HEADER.map((_, column) => (column === 0 ? ++number : (again[column] ?? own[column] ?? null))))
    }
    if (has('household_merged') && rows.length - firstRow > 1) {
      for (const column of HOUSEHOLD_COLUMNS) merges.push({ column, firstRow, lastRow: rows.length - 1 })
    }
  }
  rows.push(
    ['合计', null, null, null, null, null, null, null, null, number],
    [],
    ['制表人：', null, null, '审核人：', null, null, '日期：'],
  )
  return { rows, merges }
}

/** Draws which quirks a household has; the answers stay the same however often one asks. */
function draw(random: SeededRandom, shares: QuirkShares): (name: string) => boolean {
  const drawn = new Set(
    Object.entries(shares).flatMap(([name, share]) => (random.next() < share ? [name] : [])),
  )
  return (name) => drawn.has(name)
}

function householdCells(
  household: RosterHousehold,
  scenario: string,
  has: (quirk: string) => boolean,
  labelOf: LabelOf,
): Readonly<Record<number, PracticeCell>> {
  const isRegistered = household.status !== 'unregistered'
  const status = labelOf('register_status', household.status ?? '')
  const cells: Readonly<Record<string, PracticeCell>> = {
    '县(市、区、旗)': household.county,
    '乡(镇)': household.township,
    行政村: household.village,
    自然村: household.hamlet,
    户编号: isRegistered ? household.id : null,
    人数: household.members.length + (has('size_differs') ? 1 : 0),
    脱贫属性: has('status_full_width') ? status.replace('(', '（').replace(')', '）') : status,
    脱贫年度: household.exitYear,
    贫困户属性: household.category === null ? null : labelOf('household_category', household.category),
    主要致贫原因: household.povertyCauses.map((cause) => labelOf('poverty_cause', cause)).join('、') || null,
    危房户: isRegistered ? '否' : null,
    饮水安全: isRegistered ? '是' : null,
    人均纯收入: incomeCell(household.registryIncome, scenario === 'well' && has('income_missing'), has),
    首次识别时间: yearCell(household.identifiedYear, has),
  }
  return Object.fromEntries(Object.entries(cells).map(([header, cell]) => [HEADER.indexOf(header), cell]))
}

function memberCells(
  member: RosterMember,
  household: RosterHousehold,
  random: SeededRandom,
  shares: QuirkShares,
  labelOf: LabelOf,
): Record<number, PracticeCell> {
  const isRegistered = household.status !== 'unregistered'
  const has = draw(random, shares)
  const label = (list: string, code: string | null): PracticeCell =>
    code === null ? null : labelOf(list, code)
  const name = member.name ?? ''
  const cells: Readonly<Record<string, PracticeCell>> = {
    人编号: isRegistered ? member.id : null,
    姓名: has('name_with_spaces') ? `${name.slice(0, 1)}\u00A0${name.slice(1)} ` : name,
    // Keys of the unregistered come from their numbers: those are left sound.
    证件号码: idCell(member.idNumber, isRegistered ? has : () => false),
    与户主关系: label('relation', member.relation),
    民族: member.ethnicity,
    文化程度: label('education_level', member.educationLevel),
    在校生状况: label('student_status', member.studentStatus),
    健康状况: member.health?.map((state) => labelOf('health', state)).join('，') ?? null,
    劳动技能: label('labor_ability', member.laborAbility),
    参加大病医疗: '是',
  }
  return Object.fromEntries(Object.entries(cells).map(([header, cell]) => [HEADER.indexOf(header), cell]))
}

function incomeCell(yuan: number | null, isMissing: boolean, has: (quirk: string) => boolean): PracticeCell {
  if (yuan === null || isMissing) return '—'
  if (has('income_grouped_text'))
    return `${Math.floor(yuan / 1000)},${String(yuan % 1000).padStart(3, '0')}.00`
  return has('income_with_unit') ? `${yuan}元` : yuan
}

function yearCell(year: number | null, has: (quirk: string) => boolean): PracticeCell {
  if (year === null) return null
  if (has('year_as_month')) return `${year}12`
  if (has('year_with_character')) return `${year}年`
  return has('year_as_date') ? `${year}-12-31` : year
}

function idCell(idNumber: string | null, has: (quirk: string) => boolean): PracticeCell {
  if (idNumber === null) return null
  if (has('id_with_spaces')) return `${idNumber.slice(0, 6)} ${idNumber.slice(6, 14)} ${idNumber.slice(14)}`
  if (has('id_with_apostrophe')) return `'${idNumber}`
  if (has('id_as_formula_text')) return `="${idNumber}"`
  if (has('id_full_width'))
    return idNumber.replace(/[\dX]/g, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0))
  if (has('id_checksum_wrong')) return idNumber.slice(0, 17) + (idNumber.endsWith('1') ? '2' : '1')
  if (has('id_as_number') && !idNumber.endsWith('X')) return Number(idNumber)
  return idNumber
}

/** Somebody listed before any head. */
function strayRow(): PracticeCell[] {
  const row: PracticeCell[] = HEADER.map(() => null)
  row[NAME] = '游离人'
  row[RELATION] = '之子'
  row[ID] = null
  return row
}
