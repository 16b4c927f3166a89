import type { PracticeHousehold } from '../../domain/practice/PracticeHousehold'
import type { RosterMember } from '../../domain/roster/Roster'
import { seededRandom } from '../../domain/shared/seededRandom'
import {
  drawQuirks,
  HEADER,
  householdCells,
  memberCells,
  type LabelOf,
  type PracticeCell,
  type QuirkShares,
} from './practiceCells'

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
    const has = drawQuirks(random, shares)
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

/** Somebody listed before any head. */
function strayRow(): PracticeCell[] {
  const row: PracticeCell[] = HEADER.map(() => null)
  row[NAME] = '游离人'
  row[RELATION] = '之子'
  row[ID] = null
  return row
}
