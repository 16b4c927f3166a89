import type { SeededRandom } from '../../../src/domain/shared/seededRandom'
import { expectHousehold, expectPerson } from './expectList'
import {
  HOUSEHOLD_KEYS,
  LIST_DATE,
  type ColumnKey,
  type HonestList,
  type ListCell,
  type ListColumn,
  type ListedHousehold,
  type ListedPerson,
  type ListRow,
  type ListSheet,
} from './HonestList'
import { inventHouseholds } from './inventHouseholds'
import { keyOf, LIST_FORMS, type ListForm } from './listForms'

/** How household columns are filled: the same on every row, on the head's row, or merged over the household's rows. */
type HouseholdCells = 'each' | 'head' | 'merged'

/** A correct list in one of the forms counties use, and its values for everybody. */
export function layList(random: SeededRandom, format: 'delimited' | 'workbook'): HonestList {
  const form = random.pick(Object.keys(LIST_FORMS) as ListForm[])
  const households = inventHouseholds(random)
  // H7 has nothing but the head's columns to distinguish households, and H3 nothing but 户编号 on the rows of members.
  const fill = random.pick<HouseholdCells>(
    format === 'workbook' ? ['each', 'head', 'merged'] : ['each', 'head'],
  )
  const household: HouseholdCells = form === 'H7' ? 'each' : fill
  const numbers = random.pick([false, format === 'workbook'])
  const titles = random.between(form === 'ages' ? 2 : 0, 3)
  const columns = LIST_FORMS[form].map((label): ListColumn => ({ label, key: keyOf(label) }))
  const keys = new Set(columns.map(({ key }) => key))
  for (const each of households) {
    expectHousehold(each, keys, form)
    for (const person of each.people) expectPerson(person, keys, form)
  }
  const villages = [...new Set(households.map(({ village }) => village))]
  const parts = format === 'workbook' && random.between(1, 4) === 1 ? villages : ['']
  const sheets = parts.map((part): ListSheet => {
    const header: ListRow = { cells: columns.map(({ label }) => label), person: null }
    const listed = households.filter(({ village }) => part === '' || village === part)
    let ordinal = 0
    const rows = listed.flatMap(({ people }) =>
      (form === 'H4' ? people.slice(0, 1) : people).map((person): ListRow => {
        const isFirst = person === person.household.people[0]
        ordinal++
        const cells = columns.map(({ key }) =>
          HOUSEHOLD_KEYS.has(key) && !isFirst && household !== 'each'
            ? null
            : cellOf(key, person, ordinal, numbers),
        )
        return { cells, person }
      }),
    )
    return {
      fileIndex: 0,
      fileName: format === 'delimited' ? 'list.csv' : 'list.xlsx',
      name: part === '' ? '名单' : part,
      columns: columns.map((column) => ({ ...column })),
      rows: [...titleRows(titles, columns.length), header, ...rows],
      header,
      isMerged: household === 'merged',
      visibility: 'visible',
    }
  })
  if (form === 'H4') for (const each of households) each.people.splice(1)
  return { form, households, sheets }
}

const TITLES = ['某县建档立卡户名单', '数据截至2019年12月31日', '填报单位：某县扶贫办']

function titleRows(count: number, width: number): ListRow[] {
  return TITLES.slice(0, count).map((title) => ({
    cells: [title, ...Array.from({ length: width - 1 }, () => null)],
    person: null,
  }))
}

/** What a column says of a person; `areNumbers`: short numbers of the register are number cells. */
function cellOf(key: ColumnKey, person: ListedPerson, ordinal: number, areNumbers: boolean): ListCell {
  const { household } = person
  switch (key) {
    case 'ordinal':
      return ordinal
    case 'county':
      return '某县'
    case 'township':
      return '某镇'
    case 'village':
      return household.village
    case 'householdNumber':
      return registerNumber(household.number, areNumbers)
    case 'headNumber':
      return headOf(household).memberNumber
    case 'memberNumber':
      return person.memberNumber
    case 'name':
      return person.name
    case 'headName':
      return headOf(household).name
    case 'idNumber':
      return person.idNumber
    case 'headIdNumber':
      return headOf(household).idNumber
    case 'size':
      return household.size
    case 'relation':
      return person.relation[1]
    case 'status':
      return household.status[1]
    case 'exitYear':
      return household.exitYear
    case 'income':
      return household.income
    case 'phone':
      return registerNumber(household.phone, areNumbers)
    case 'memberPhone':
      return registerNumber(person.phone, areNumbers)
    case 'sex':
      return person.sex
    case 'birthDate':
      return { kind: 'day', iso: person.birthDate }
    case 'age':
      return Number(LIST_DATE.slice(0, 4)) - Number(person.birthDate.slice(0, 4))
    case 'ethnicity':
      return '汉族'
    case 'dataDate':
      return { kind: 'day', iso: LIST_DATE }
    case 'other':
      return null
  }
}

function registerNumber(digits: string, areNumbers: boolean): ListCell {
  return areNumbers && digits.length <= 12 ? Number(digits) : digits
}

function headOf({ people }: ListedHousehold): ListedPerson {
  const [head] = people
  if (head === undefined) throw new Error('a household of nobody')
  return head
}
