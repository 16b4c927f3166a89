import { isIdNumber, personOf } from './values/idNumber'

/** The citizen number that stands for a person; `null` when the list's number cannot stand for anybody. */
export function personNumber(idNumber: string | null): string | null {
  return idNumber !== null && isIdNumber(idNumber) ? personOf(idNumber) : null
}

interface Named {
  readonly memberNumber: string | null
  readonly idNumber: string | null
  readonly name: string | null
}

/** Whether two entries mean one person: by ID number where both have one, else by 人编号, else by name. */
export function isSamePerson(left: Named, right: Named): boolean {
  const [leftPerson, rightPerson] = [personNumber(left.idNumber), personNumber(right.idNumber)]
  if (leftPerson !== null && rightPerson !== null) return leftPerson === rightPerson
  if (left.memberNumber !== null && right.memberNumber !== null)
    return left.memberNumber === right.memberNumber
  return left.name !== null && left.name === right.name
}
