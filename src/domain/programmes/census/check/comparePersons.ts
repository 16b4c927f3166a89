import { personNumber } from '../../../roster/samePerson'

/** A person as one of the two enumerations has them. */
export interface EnumeratedPerson {
  /** Of the list, or of the finding: one that both enumerations took from the list has one id in both. */
  readonly id: string
  readonly name: string | null
  readonly idNumber: string | null
  /** ISO date. */
  readonly birthDate: string | null
  /** Neither left nor died. */
  readonly isPresent: boolean
}

export interface PersonFinding {
  readonly person: EnumeratedPerson
  /** The other enumeration has the person, as one who left or died; else it does not have them at all. */
  readonly isKnown: boolean
}

/** Persons that only one of two enumerations of a household counts. */
export interface ComparedPersons {
  /** Present in the check, not in the census. */
  readonly omitted: readonly PersonFinding[]
  /** Present in the census, not in the check. */
  readonly wronglyListed: readonly PersonFinding[]
}

/**
 * Matches persons by their id, then by ID number, then by name and birth date where they have not two different ID numbers; each
 * with one other at most.
 */
export function comparePersons(
  census: readonly EnumeratedPerson[],
  check: readonly EnumeratedPerson[],
): ComparedPersons {
  const pairs = matched(census, check)
  const inCensus = new Map([...pairs].map(([one, other]) => [other, one]))
  return {
    omitted: onlyIn(check, inCensus),
    wronglyListed: onlyIn(census, pairs),
  }
}

type Pairs = ReadonlyMap<EnumeratedPerson, EnumeratedPerson>

function onlyIn(persons: readonly EnumeratedPerson[], others: Pairs): readonly PersonFinding[] {
  return persons.flatMap((person) => {
    const other = others.get(person)
    if (!person.isPresent || other?.isPresent === true) return []
    return [{ person, isKnown: other !== undefined }]
  })
}

function matched(census: readonly EnumeratedPerson[], check: readonly EnumeratedPerson[]): Pairs {
  const pairs = new Map<EnumeratedPerson, EnumeratedPerson>()
  const left = new Set(check)
  for (const isSame of [sameId, sameNumber, sameNameAndBirth])
    for (const person of census) {
      const other = pairs.has(person) ? undefined : [...left].find((each) => isSame(person, each))
      if (other === undefined) continue
      pairs.set(person, other)
      left.delete(other)
    }
  return pairs
}

function sameId(one: EnumeratedPerson, other: EnumeratedPerson): boolean {
  return one.id === other.id
}

function sameNumber(one: EnumeratedPerson, other: EnumeratedPerson): boolean {
  const number = personNumber(one.idNumber)
  return number !== null && number === personNumber(other.idNumber)
}

function sameNameAndBirth(one: EnumeratedPerson, other: EnumeratedPerson): boolean {
  const numbers = [personNumber(one.idNumber), personNumber(other.idNumber)]
  return (
    numbers.includes(null) &&
    one.name !== null &&
    one.name === other.name &&
    one.birthDate !== null &&
    one.birthDate === other.birthDate
  )
}
