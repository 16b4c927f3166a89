import type { PracticeHousehold } from '../../domain/practice/PracticeHousehold'
import type { RosterMember } from '../../domain/roster/Roster'
import { seededRandom } from '../../domain/shared/seededRandom'
import {
  drawQuirks,
  PERSONS,
  practiceColumns,
  STRAY,
  type LabelOf,
  type PracticeCell,
  type PracticeColumn,
  type PracticeRow,
  type QuirkShares,
} from './practiceColumns'

/** A list as a county sends it: cells, and the blocks of cells that are merged (0-based, both ends included). */
export interface PracticeTable {
  readonly rows: readonly (readonly PracticeCell[])[]
  readonly merges: readonly Block[]
}

export interface Block {
  readonly column: number
  readonly firstRow: number
  readonly lastRow: number
}

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
  const columns = practiceColumns(labelOf)
  const rows: PracticeCell[][] = [
    ['云岭县（练习）建档立卡户和抽样户名单'],
    ['制表：练习单位  数据截至2020年12月31日'],
    columns.map(({ header }) => header),
    columns.map(({ header }) => STRAY[header] ?? null),
  ]
  const merges: Block[] = []
  let number = 0
  let village: string | null = null
  let firstPerson: RosterMember | undefined
  const once = new Set<string>()
  const isFirst = (name: string): boolean => !once.has(name) && once.add(name) !== undefined
  const push = (row: Omit<PracticeRow, 'number'>): void => {
    number++
    rows.push(columns.map(({ value }) => value({ ...row, number })))
  }

  for (const { household, scenario } of county) {
    if (village !== null && household.village !== village) rows.push([])
    village = household.village
    const has = drawQuirks(random, shares)
    const firstRow = rows.length
    const own = { household, scenario, hasOfHousehold: has, isBare: false, isSecondHead: false }
    const sharesOfMembers = OPEN_SCENARIOS.includes(scenario) ? shares : { ...shares, id_as_number: 0 }
    household.members.forEach((member, index) => {
      push({
        ...own,
        member,
        hasOfMember: drawQuirks(random, sharesOfMembers),
        isSecondHead: scenario === 'not_home' && index === 1 && isFirst('two_heads'),
        isBare: index > 0 && (has('household_on_head_row') || has('household_merged')),
      })
    })
    firstPerson ??= household.members[0]
    if (
      scenario === 'refused' &&
      firstPerson !== undefined &&
      firstPerson.idNumber !== household.members[0]?.idNumber &&
      isFirst('member_twice')
    ) {
      const again = { ...firstPerson, id: `${household.id}99`, relation: 'other' }
      push({ ...own, member: again, hasOfMember: () => false })
    }
    if (has('household_merged') && rows.length - firstRow > 1) {
      const lastRow = rows.length - 1
      for (const [column, { isOfHousehold }] of columns.entries())
        if (isOfHousehold) merges.push({ column, firstRow, lastRow })
    }
  }
  rows.push(totalRow(columns, number), [], ['制表人：', null, null, '审核人：', null, null, '日期：'])
  return { rows, merges }
}

/** The last of the list: how many people it has, under its column of persons. */
function totalRow(columns: readonly PracticeColumn[], persons: number): PracticeCell[] {
  const at = columns.findIndex(({ header }) => header === PERSONS)
  return columns.slice(0, at + 1).map((_, column) => (column === 0 ? '合计' : column === at ? persons : null))
}
