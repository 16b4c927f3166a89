import { daysInMonth } from '../shared/calendar'
import type { Problem } from '../shared/Problem'
import type { MemberDraft } from './collectMembers'
import type { RosterMember } from './Roster'
import { rowProblem } from './rowProblem'
import { personNumber } from './samePerson'
import { isoDate } from './values/calendarDate'
import { birthDateOf, sexOf } from './values/idNumber'

/** One-way, keyed: shows nothing about the number without the project's salt. */
export type KeyedHash = (text: string) => string

interface BirthDate {
  readonly birthDate: string | null
  readonly approximate: boolean
}

/** The member as the rest of the app knows it, with what the ID number contradicts in the list. */
export function buildMember(
  draft: MemberDraft,
  householdId: string,
  takenIds: Set<string>,
  listDate: string | null,
  hash: KeyedHash,
): { readonly member: RosterMember; readonly problems: readonly Problem[] } {
  const { values, sheet, row } = draft
  const problems: Problem[] = []
  const person = personNumber(values.idNumber)
  const born = birthDate(draft, listDate, problems)
  const sexOfNumber = person === null ? null : sexOf(person)
  if (sexOfNumber !== null && values.sex !== null && sexOfNumber !== values.sex) {
    problems.push(rowProblem('sex_differs', 'warning', sheet, row, ['sex'], { idSex: sexOfNumber }))
  }
  const strong = strongId(values.memberNumber, person, takenIds, hash)
  if (values.memberNumber !== null && strong !== values.memberNumber) {
    problems.push(rowProblem('member_number_shared', 'warning', sheet, row, ['memberNumber']))
  }
  const id =
    strong ?? unusedId(`w-${hash(['member', householdId, values.name, born.birthDate].join('|'))}`, takenIds)
  takenIds.add(id)
  return {
    member: {
      id,
      ...(strong === null ? { weakKey: true } : {}),
      name: values.name,
      idNumber: values.idNumber,
      relation: values.relation,
      birthDate: born.birthDate,
      ...(born.approximate ? { birthDateApproximate: true } : {}),
      sex: values.sex ?? sexOfNumber,
      ethnicity: values.ethnicity,
      educationLevel: values.educationLevel,
      studentStatus: values.studentStatus,
      health: values.health,
      laborAbility: values.laborAbility,
      workPlace: values.workPlace,
      workMonths: values.workMonths,
      ...(values.receivesAllowance === null ? {} : { receivesAllowance: values.receivesAllowance }),
      ...(values.dropoutReason === null ? {} : { dropoutReason: values.dropoutReason }),
      phone: values.memberPhone,
      source: { file: sheet.table.file, sheet: sheet.table.sheet, row: row + 1 },
      kept: draft.kept,
    },
    problems,
  }
}

/** From the list; else from the ID number; else as much as the list gives, or computed from an age, marked so. */
function birthDate(
  { values, sheet, row }: MemberDraft,
  listDate: string | null,
  problems: Problem[],
): BirthDate {
  const person = personNumber(values.idNumber)
  const ofNumber = person === null ? null : birthDateOf(person)
  if (person !== null && ofNumber === null)
    problems.push(rowProblem('id_birth_date', 'warning', sheet, row, ['idNumber', 'headIdNumber']))
  const listed = values.birthDate
  if (listed !== null && ofNumber !== null && !ofNumber.startsWith(listedPart(listed))) {
    problems.push(
      rowProblem('birth_date_differs', 'warning', sheet, row, ['birthDate'], { idBirthDate: ofNumber }),
    )
  }
  if (listed !== null && listed.day !== null) return { birthDate: isoDate(listed), approximate: false }
  if (ofNumber !== null) return { birthDate: ofNumber, approximate: false }
  if (listed !== null) {
    problems.push(rowProblem('birth_date_incomplete', 'warning', sheet, row, ['birthDate']))
    return { birthDate: isoDate(listed), approximate: true }
  }
  if (values.age === null) return { birthDate: null, approximate: false }
  if (listDate === null) {
    problems.push(rowProblem('age_without_date', 'warning', sheet, row, ['age']))
    return { birthDate: null, approximate: false }
  }
  return { birthDate: monthsBefore(listDate, values.age), approximate: true }
}

/** The ISO date so many months earlier; the last of the month where the day is not in it. */
function monthsBefore(date: string, months: number): string {
  const count = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 - months
  const [year, month] = [Math.floor(count / 12), (count % 12) + 1]
  return isoDate({ year, month, day: Math.min(Number(date.slice(8, 10)), daysInMonth(year, month)) })
}

function listedPart(date: {
  readonly year: number
  readonly month: number | null
  readonly day: number | null
}): string {
  const iso = isoDate({ ...date })
  if (date.month === null) return iso.slice(0, 4)
  return date.day === null ? iso.slice(0, 7) : iso
}

/** 人编号; else a keyed hash of the ID number; `null` when there is neither, or another member has it already. */
function strongId(
  memberNumber: string | null,
  person: string | null,
  taken: ReadonlySet<string>,
  hash: KeyedHash,
): string | null {
  if (memberNumber !== null && !taken.has(memberNumber)) return memberNumber
  const hashed = person === null ? null : `m-${hash(person)}`
  return hashed === null || taken.has(hashed) ? null : hashed
}

/** Two entries of a household that nothing distinguishes still need two ids; the order of the list numbers them. */
function unusedId(id: string, taken: ReadonlySet<string>): string {
  let candidate = id
  for (let count = 2; taken.has(candidate); count++) candidate = `${id}-${count}`
  return candidate
}
