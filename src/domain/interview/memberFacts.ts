import type { RosterMember } from '../roster/Roster'
import { birthDateOf, isIdNumber } from '../roster/values/idNumber'
import { fullYearsBetween } from '../shared/calendar'
import type { InstanceAnswers } from './Answers'

/**
 * What the rules need to know of a person: the answer, else the roster. These say whom a rule applies to and are not
 * facts themselves (standards, evidence rule 1).
 */
export interface MemberFacts {
  readonly id: string
  readonly name: string | null
  /** Neither left nor died. */
  readonly isPresent: boolean
  readonly birthDate: string | null
  /** Full years at the reference date; null when neither birth date nor ID number tells. */
  readonly age: number | null
  readonly health: readonly string[]
  readonly isIllOrDisabled: boolean
  readonly laborAbility: string | null
  /** Whether the person shares in the household's income: the divisor. */
  readonly countsInEconomy: boolean
}

const ILL_OR_DISABLED: readonly string[] = ['chronic', 'serious', 'disabled']

/** Facts of one member at `asOf` (ISO date). `roster` is null for a member found in the field. */
export function memberFacts(
  id: string,
  roster: RosterMember | null,
  answers: InstanceAnswers | undefined,
  asOf: string,
): MemberFacts {
  const status = answerText(answers, 'member_status')
  const isPresent = status !== 'left' && status !== 'died'
  const idNumber = answerText(answers, 'id_number')?.toUpperCase() ?? roster?.idNumber ?? null
  const birthDate =
    answerText(answers, 'birth_date') ??
    roster?.birthDate ??
    (idNumber === null || !isIdNumber(idNumber) ? null : birthDateOf(idNumber))
  const answeredHealth = answers?.get('health')?.value
  const health = Array.isArray(answeredHealth)
    ? (answeredHealth as readonly string[])
    : (roster?.health ?? [])
  return {
    id,
    name: answerText(answers, 'name') ?? roster?.name ?? null,
    isPresent,
    birthDate,
    age: birthDate === null ? null : fullYearsBetween(birthDate, asOf),
    health,
    isIllOrDisabled: health.some((state) => ILL_OR_DISABLED.includes(state)),
    laborAbility: answerText(answers, 'labor_ability') ?? roster?.laborAbility ?? null,
    countsInEconomy: isPresent && answerText(answers, 'counts_in_economy') !== 'no',
  }
}

function answerText(answers: InstanceAnswers | undefined, question: string): string | null {
  const value = answers?.get(question)?.value
  return typeof value === 'string' ? value : null
}
