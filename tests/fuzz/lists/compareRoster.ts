import type { ImportedRoster } from '../../../src/application/roster/importRoster'
import type { RosterHousehold, RosterMember } from '../../../src/domain/roster/Roster'
import { personNumber } from '../../../src/domain/roster/samePerson'
import { TO_BE_TOLD, type Expected, type HonestList, type ListedPerson, type ListRow } from './HonestList'
import type { RowPlaces } from './rowPlaces'

/** Where the roster differs from the list. */
export interface Deviation {
  readonly what: string
  /** The rows that have it on the list: one of them must have been touched, and reported. */
  readonly rows: readonly ListRow[]
  /**
   * Somebody of the list is not on the roster: only an error at his own row excuses that. Given are the rows of the
   * household's head: where they are spoilt, it is unknown to which household the members below belong.
   */
  readonly lostFrom?: readonly ListRow[]
}

interface Read {
  readonly member: RosterMember
  readonly household: RosterHousehold
}

/** Holds a roster against the list it was read from: everybody, in the right household, with the values listed. */
export function compareRoster(
  { households }: ImportedRoster,
  list: HonestList,
  places: RowPlaces,
): { readonly deviations: readonly Deviation[]; readonly strangers: readonly string[] } {
  const rowsOf = new Map<ListedPerson, ListRow[]>()
  for (const row of list.sheets.flatMap(({ rows }) => rows))
    if (row.person !== null) rowsOf.set(row.person, [...(rowsOf.get(row.person) ?? []), row])
  const people = list.households.flatMap(({ people }) => people)
  const reads = households.flatMap((household) =>
    household.members.map((member): Read => ({ member, household })),
  )
  const found = pairUp(people, reads, places)
  const deviations: Deviation[] = []
  const tell = (what: string, rows: readonly ListRow[]) => deviations.push({ what, rows })
  const headRows = ({ household }: ListedPerson) =>
    household.people.slice(0, 1).flatMap((head) => rowsOf.get(head) ?? [])

  for (const person of people) {
    const [read, rows] = [found.get(person), rowsOf.get(person) ?? []]
    if (read === undefined)
      deviations.push({ what: `${person.name} is missing`, rows, lostFrom: headRows(person) })
    else compare(person.name, person.expects, read.member, (what) => tell(what, rows))
  }
  const owners = new Map<RosterHousehold, number>()
  list.households.forEach((listed, index) => {
    const rows = listed.people.flatMap((person) => rowsOf.get(person) ?? [])
    const reads = listed.people.flatMap((person) => found.get(person) ?? [])
    const [first] = reads
    if (first === undefined) return
    // Where a household falls apart, the head's part is the household: the others are out of place.
    const { household } = first
    const other = owners.get(household)
    if (other !== undefined)
      tell(`${listed.number} is one household with ${list.households[other]?.number}`, rows)
    owners.set(household, other ?? index)
    for (const person of listed.people) {
      const read = found.get(person)
      if (read !== undefined && read.household !== household)
        tell(`${person.name} is in another household`, [...(rowsOf.get(person) ?? []), ...headRows(person)])
    }
    compare(listed.number, listed.expects, household, (what) => tell(what, rows))
  })
  const known = new Set([...found.values()].map(({ member }) => member))
  const strangers = reads.filter(({ member }) => !known.has(member)).map(({ member }) => strangerText(member))
  return { deviations, strangers }
}

function strangerText({ name, idNumber, source }: RosterMember): string {
  return `nobody of the list: ${JSON.stringify(name)} ${JSON.stringify(idNumber)} from row ${source.row}`
}

/** Each person with the entry that means it: by ID number, by number on the register, by name, or by its row. */
function pairUp(
  people: readonly ListedPerson[],
  reads: readonly Read[],
  places: RowPlaces,
): Map<ListedPerson, Read> {
  const found = new Map<ListedPerson, Read>()
  const taken = new Set<Read>()
  const means: readonly ((person: ListedPerson, read: Read) => boolean)[] = [
    (person, { member }) => personNumber(member.idNumber) === person.idNumber,
    (person, { member }) => member.id === person.memberNumber,
    (person, { member }) => member.name === person.name,
    (person, { member: { source } }) =>
      places.at(source.file, source.sheet, source.row).some((row) => row.person === person),
  ]
  for (const isMeant of means)
    for (const person of people) {
      if (found.has(person)) continue
      const read = reads.find((read) => !taken.has(read) && isMeant(person, read))
      if (read === undefined) continue
      found.set(person, read)
      taken.add(read)
    }
  return found
}

function compare(
  whose: string,
  expects: Readonly<Record<string, Expected>>,
  entry: RosterMember | RosterHousehold,
  tell: (what: string) => void,
): void {
  for (const [field, expected] of Object.entries(expects)) {
    const value = (entry as unknown as Readonly<Record<string, unknown>>)[field] ?? null
    if (!isRight(value, expected)) tell(`${field} of ${whose} is ${JSON.stringify(value)}${wanted(expected)}`)
  }
}

function isRight(value: unknown, expected: Expected): boolean {
  if (expected === TO_BE_TOLD) return false
  if (typeof expected === 'function') return expected(value)
  return JSON.stringify(value) === JSON.stringify(expected)
}

function wanted(expected: Expected): string {
  return typeof expected === 'symbol' || typeof expected === 'function'
    ? ', untold'
    : `, not ${JSON.stringify(expected)}`
}
