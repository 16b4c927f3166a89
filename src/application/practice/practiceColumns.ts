import type { RosterHousehold, RosterMember } from '../../domain/roster/Roster'
import type { SeededRandom } from '../../domain/shared/seededRandom'

export type PracticeCell = string | number | null

/** Shares of the quirks, by name: `resources/practice/quirks.json`. */
export type QuirkShares = Readonly<Record<string, number>>

/** The register's term for a code. */
export type LabelOf = (list: string, code: string) => string

/** One row of the list: a member, with the values of his household beside him. */
export interface PracticeRow {
  readonly number: number
  readonly household: RosterHousehold
  readonly member: RosterMember
  readonly scenario: string
  /** What the household's cells suffer from, and the member's. */
  readonly hasOfHousehold: (quirk: string) => boolean
  readonly hasOfMember: (quirk: string) => boolean
  /** Household columns are blank here: they stand on the head's row. */
  readonly isBare: boolean
  /** Marked as a head where the household has one. */
  readonly isSecondHead: boolean
}

export interface PracticeColumn {
  readonly header: string
  /** Whether it is about the household, and so may be merged or blank. */
  readonly isOfHousehold: boolean
  readonly value: (row: PracticeRow) => PracticeCell
}

/** The list's columns, header and cell in one place: header list H1 with 脱贫年度, and 首次识别时间 at its end. */
export function practiceColumns(labelOf: LabelOf): readonly PracticeColumn[] {
  const label = (list: string, code: string | null): PracticeCell =>
    code === null ? null : labelOf(list, code)
  const ofHousehold = (header: string, value: PracticeColumn['value']): PracticeColumn => ({
    header,
    isOfHousehold: true,
    value: (row) => (row.isBare ? null : value(row)),
  })
  const ofMember = (header: string, value: PracticeColumn['value']): PracticeColumn => ({
    header,
    isOfHousehold: false,
    value,
  })
  return [
    ofMember('序号', ({ number }) => number),
    ofHousehold('县(市、区、旗)', ({ household }) => household.county),
    ofHousehold('乡(镇)', ({ household }) => household.township),
    ofHousehold('行政村', ({ household }) => household.village),
    ofHousehold('自然村', ({ household }) => household.hamlet),
    ofHousehold('户编号', ({ household }) => (isRegistered(household) ? household.id : null)),
    ofMember('人编号', ({ household, member }) => (isRegistered(household) ? member.id : null)),
    ofMember(NAME, ({ member, hasOfMember }) => nameCell(member.name ?? '', hasOfMember)),
    // Keys of the unregistered come from their numbers: those are left intact.
    ofMember('证件号码', ({ household, member, hasOfMember }) =>
      idCell(member.idNumber, isRegistered(household) ? hasOfMember : () => false),
    ),
    ofHousehold(PERSONS, ({ household, hasOfHousehold }) => {
      return household.members.length + (hasOfHousehold('size_differs') ? 1 : 0)
    }),
    ofMember(RELATION, ({ member, isSecondHead }) =>
      isSecondHead ? '户主' : label('relation', member.relation),
    ),
    ofMember('民族', ({ member }) => member.ethnicity),
    ofMember('文化程度', ({ member }) => label('education_level', member.educationLevel)),
    ofMember('在校生状况', ({ member }) => label('student_status', member.studentStatus)),
    ofMember(
      '健康状况',
      ({ member }) => member.health?.map((state) => labelOf('health', state)).join('，') ?? null,
    ),
    ofMember('劳动技能', ({ member }) => label('labor_ability', member.laborAbility)),
    ofMember('务工状况', () => null),
    ofMember('务工时间（月）', () => null),
    ofMember('参加大病医疗', () => '是'),
    ofHousehold('脱贫属性', ({ household, hasOfHousehold }) => {
      const status = labelOf('register_status', household.status ?? '')
      return hasOfHousehold('status_full_width') ? status.replace('(', '（').replace(')', '）') : status
    }),
    ofHousehold('脱贫年度', ({ household }) => household.exitYear),
    ofHousehold('贫困户属性', ({ household }) => label('household_category', household.category)),
    ofHousehold(
      '主要致贫原因',
      ({ household }) =>
        household.povertyCauses.map((cause) => labelOf('poverty_cause', cause)).join('、') || null,
    ),
    ofHousehold('危房户', ({ household }) => (isRegistered(household) ? '否' : null)),
    ofHousehold('饮水安全', ({ household }) => (isRegistered(household) ? '是' : null)),
    ofMember('饮水困难', () => null),
    ofHousehold('人均纯收入', ({ household, scenario, hasOfHousehold: has }) =>
      incomeCell(household.registryIncome, scenario === 'well' && has('income_missing'), has),
    ),
    ofMember('联系电话', () => null),
    ofHousehold('首次识别时间', ({ household, hasOfHousehold }) =>
      yearCell(household.identifiedYear, hasOfHousehold),
    ),
  ]
}

export const PERSONS = '人数'
const NAME = '姓名'
const RELATION = '与户主关系'

/** Somebody listed before any head. */
export const STRAY: Readonly<Record<string, PracticeCell>> = { [NAME]: '游离人', [RELATION]: '之子' }

function isRegistered({ status }: RosterHousehold): boolean {
  return status !== 'unregistered'
}

function nameCell(name: string, has: (quirk: string) => boolean): PracticeCell {
  return has('name_with_spaces') ? `${name.slice(0, 1)}\u00A0${name.slice(1)} ` : name
}

/** Draws which quirks a household has; the answers stay the same however often one asks. */
export function drawQuirks(random: SeededRandom, shares: QuirkShares): (name: string) => boolean {
  const drawn = new Set(
    Object.entries(shares).flatMap(([name, share]) => (random.next() < share ? [name] : [])),
  )
  return (name) => drawn.has(name)
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
