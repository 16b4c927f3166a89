import type { Instrument } from '../instrument/loadInstrument'
import type { RosterMember, Sex } from '../roster/Roster'
import { birthDateOf, idFault, sexOf, type IdFault } from '../roster/values/idNumber'
import { fullYearsBetween } from '../shared/calendar'
import type { InstanceAnswers } from './Answers'

/**
 * What the rules need to know of a person: the answer, else the roster. They decide whom a rule applies to and are not
 * facts themselves (standards, evidence rule 1).
 */
export interface MemberFacts {
  readonly id: string
  readonly name: string | null
  /** Neither left nor died. */
  readonly isPresent: boolean
  readonly sex: string | null
  readonly birthDate: string | null
  /** Full years at the reference date; null when neither birth date nor ID number gives them. */
  readonly age: number | null
  readonly health: readonly string[]
  readonly isIllOrDisabled: boolean
  readonly laborAbility: string | null
  readonly relation: string | null
  readonly studentStatus: string | null
  /** Whether the person shares in the household's income: the divisor. */
  readonly countsInEconomy: boolean
  /** What the ID number shows about itself and the person; null where there is no number of legal shape. */
  readonly ofNumber: OfNumber
}

interface OfNumber {
  readonly fault: IdFault | null
  readonly birthDate: string | null
  readonly sex: Sex | null
}

const NO_NUMBER: OfNumber = { fault: null, birthDate: null, sex: null }

const ILL_OR_DISABLED: readonly string[] = ['chronic', 'serious', 'disabled']

/** Facts of one member at `asOf` (ISO date). `roster` is null for a member found in the field. */
export function memberFacts(
  id: string,
  roster: RosterMember | null,
  answers: InstanceAnswers | undefined,
  asOf: string,
  { roles, prefilled }: Pick<Instrument, 'roles' | 'prefilled'>,
): MemberFacts {
  const textOf = (field: keyof RosterMember): string | null => answerText(answers, prefilled.get(field))
  const status = answerText(answers, roles.memberStatus)
  const isPresent = status !== 'left' && status !== 'died'
  const ofNumber = sayingsOf(textOf('idNumber') ?? roster?.idNumber ?? null)
  const listed = roster?.birthDate ?? null
  const birthDate =
    textOf('birthDate') ??
    (roster?.birthDateApproximate === true ? (ofNumber.birthDate ?? listed) : (listed ?? ofNumber.birthDate))
  const answeredHealth = answers?.get(prefilled.get('health') ?? '')?.value
  const health = Array.isArray(answeredHealth)
    ? (answeredHealth as readonly string[])
    : (roster?.health ?? [])
  return {
    id,
    name: textOf('name') ?? roster?.name ?? null,
    isPresent,
    sex: textOf('sex') ?? roster?.sex ?? (ofNumber.fault === null ? ofNumber.sex : null),
    birthDate,
    age: birthDate === null ? null : fullYearsBetween(birthDate, asOf),
    health,
    isIllOrDisabled: health.some((state) => ILL_OR_DISABLED.includes(state)),
    relation: textOf('relation') ?? roster?.relation ?? null,
    studentStatus: textOf('studentStatus') ?? roster?.studentStatus ?? null,
    laborAbility: textOf('laborAbility') ?? roster?.laborAbility ?? null,
    countsInEconomy: isPresent && answerText(answers, roles.sharesIncome) !== 'no',
    ofNumber,
  }
}

function sayingsOf(idNumber: string | null): OfNumber {
  if (idNumber === null) return NO_NUMBER
  const fault = idFault(idNumber)
  if (fault === 'id_malformed') return { ...NO_NUMBER, fault }
  return { fault, birthDate: birthDateOf(idNumber), sex: sexOf(idNumber) }
}

function answerText(answers: InstanceAnswers | undefined, question: string | undefined): string | null {
  const value = question === undefined ? undefined : answers?.get(question)?.value
  return typeof value === 'string' ? value : null
}
