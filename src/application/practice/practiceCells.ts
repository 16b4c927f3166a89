import type { RosterHousehold, RosterMember } from '../../domain/roster/Roster'
import type { SeededRandom } from '../../domain/shared/seededRandom'

export type PracticeCell = string | number | null

/** Shares of the quirks, by name: `resources/practice/quirks.json`. */
export type QuirkShares = Readonly<Record<string, number>>

/** The register's word for a code. */
export type LabelOf = (list: string, code: string) => string

/** Header list H1 with 脱贫年度, and 首次识别时间 at its end. */
export const HEADER = [
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

/** Draws which quirks a household has; the answers stay the same however often one asks. */
export function drawQuirks(random: SeededRandom, shares: QuirkShares): (name: string) => boolean {
  const drawn = new Set(
    Object.entries(shares).flatMap(([name, share]) => (random.next() < share ? [name] : [])),
  )
  return (name) => drawn.has(name)
}

export function householdCells(
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

export function memberCells(
  member: RosterMember,
  household: RosterHousehold,
  random: SeededRandom,
  shares: QuirkShares,
  labelOf: LabelOf,
): Record<number, PracticeCell> {
  const isRegistered = household.status !== 'unregistered'
  const has = drawQuirks(random, shares)
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
