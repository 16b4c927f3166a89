import { checksumHolds, isIdNumber, personOf } from './values/idNumber'

/** The citizen number that stands for a person; `null` when the list's number cannot stand for anybody. */
export function personNumber(idNumber: string | null): string | null {
  return idNumber !== null && isIdNumber(idNumber) ? personOf(idNumber) : null
}

/** The citizen number, unless a mistyped digit shows in its checksum. */
export function soundNumber(idNumber: string | null): string | null {
  const person = personNumber(idNumber)
  return person !== null && checksumHolds(person) ? person : null
}

export interface Named {
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

/**
 * Finds entries that may mean a given person without asking each one: a list whose 户编号 column holds the same for
 * everybody makes one household of a hundred thousand.
 */
export class PersonIndex<Entry> {
  private readonly entries = new Map<string, Entry[]>()

  add(person: Named, entry: Entry): void {
    for (const key of keysOf(person)) {
      const known = this.entries.get(key)
      if (known === undefined) this.entries.set(key, [entry])
      else known.push(entry)
    }
  }

  /** The first entry added that shares a number or the name with the person and satisfies `means`. */
  find(person: Named, means: (entry: Entry) => boolean): Entry | undefined {
    for (const key of keysOf(person)) {
      const found = this.entries.get(key)?.find(means)
      if (found !== undefined) return found
    }
    return undefined
  }
}

function keysOf({ idNumber, memberNumber, name }: Named): readonly string[] {
  const person = personNumber(idNumber)
  const keys = [
    person === null ? null : `p:${person}`,
    memberNumber === null ? null : `m:${memberNumber}`,
    name === null ? null : `n:${name}`,
  ]
  return keys.filter((key) => key !== null)
}
