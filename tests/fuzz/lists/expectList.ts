import { LIST_DATE, type ColumnKey, type ListedHousehold, type ListedPerson } from './HonestList'
import type { ListForm } from './listForms'

/** What the roster says of a person when a list with these columns is read right. */
export function expectPerson(person: ListedPerson, keys: ReadonlySet<ColumnKey>, form: ListForm): void {
  const isHead = person.relation[0] === 'head'
  const hasId = keys.has('idNumber') || (form === 'H4' && isHead)
  if (hasId) person.expects['idNumber'] = person.idNumber
  person.expects['name'] = person.name
  if (keys.has('memberNumber') || form === 'H4') person.expects['id'] = person.memberNumber
  if (keys.has('relation') || isHead) person.expects['relation'] = person.relation[0]
  if (keys.has('memberPhone')) person.expects['phone'] = person.phone
  if (keys.has('sex') || hasId) person.expects['sex'] = person.sex === '男' ? 'male' : 'female'
  if (hasId || keys.has('birthDate')) person.expects['birthDate'] = person.birthDate
  else person.expects['birthDate'] = `${person.birthDate.slice(0, 4)}${LIST_DATE.slice(4)}`
}

export function expectHousehold(
  household: ListedHousehold,
  keys: ReadonlySet<ColumnKey>,
  form: ListForm,
): void {
  const { expects } = household
  expects['headName'] = household.people[0]?.name ?? null
  expects['village'] = keys.has('village') ? household.village : null
  if (keys.has('householdNumber')) expects['id'] = household.number
  if (keys.has('status')) expects['status'] = household.status[0]
  if (keys.has('exitYear')) expects['exitYear'] = household.exitYear
  if (keys.has('income')) expects['registryIncome'] = household.income
  if (keys.has('size')) expects['statedSize'] = household.size
  if (keys.has('phone')) expects['phone'] = household.phone
  if (form === 'H7') expects['status'] = 'unregistered'
}
