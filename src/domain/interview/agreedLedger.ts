import { canonicalText } from '../changes/canonicalText'
import type { LedgerRole, Roles } from '../instrument/Roles'
import type { RosterHousehold } from '../roster/Roster'
import { digest } from '../shared/digest'
import type { AnswerValue, InstanceAnswers, InterviewAnswers } from './Answers'

/** Answers that a household gives to the ledger it heard: they hold for that ledger and no other. */
export function boundToLedger({ ledger }: Roles): readonly string[] {
  return ledger?.heard ?? []
}

/** Names the ledger as it is read aloud: another one has another hash. */
export function ledgerHash(answers: InterviewAnswers, roster: RosterHousehold, roles: Roles): string {
  return digest(ledgerText(answers, roster, roles))
}

/**
 * The ledger as one text: the values of every line, in any order, and who shares the income. Ids of lines are no part of it; what is
 * only prefilled was not stated.
 */
function ledgerText(
  { lines, members, addedMembers, labels }: InterviewAnswers,
  roster: RosterHousehold,
  roles: Roles,
): string {
  const fields = fieldsOf(roles.ledger)
  const said = [...lines.values()].map((line) =>
    canonicalText(fields.map((field) => statedValue(line, field))),
  )
  const sharing = [...roster.members.map(({ id }) => id), ...addedMembers].filter((id) =>
    sharesIncome(members.get(id), roles),
  )
  const names = sharing.map((id) => labels.get(id) ?? id)
  return canonicalText([said.toSorted(), names.toSorted()])
}

/** Means every line, where a file records that a ledger was read but not when each line was. */
export const EVERY_LINE = '*'

/** The lines that were not read to the household since the ledger is what it is. */
export function unreadLines(
  answers: InterviewAnswers,
  roster: RosterHousehold,
  roles: Roles,
): readonly string[] {
  const hash = ledgerHash(answers, roster, roles)
  const isRead = (line: string): boolean => answers.readings.get(line)?.has(hash) === true
  return isRead(EVERY_LINE) ? [] : [...answers.lines.keys()].filter((line) => !isRead(line))
}

/** Whether a question may be answered now: that about the ledger once every line of it was read. */
export function mayAgree(
  question: string,
  answers: InterviewAnswers,
  roster: RosterHousehold,
  roles: Roles,
): boolean {
  return question !== roles.ledger?.agreement || unreadLines(answers, roster, roles).length === 0
}

/**
 * Why an answer that is bound to a ledger does not count: `changed`, the ledger is another than the one it names; `unread`, not
 * every line had been read. One that names none, as from a file or an app before, is bound by the order of changes.
 */
export function faultOfAgreement(
  question: string,
  answers: InterviewAnswers,
  roster: RosterHousehold,
  roles: Roles,
): 'changed' | 'unread' | null {
  const answer = answers.household.get(question)
  if (answer?.givenFor !== undefined) {
    if (!answer.givenFor.includes(ledgerHash(answers, roster, roles))) return 'changed'
    return mayAgree(question, answers, roster, roles) ? null : 'unread'
  }
  if (answer?.heard === undefined) return null
  return ledgerText(answer.heard, roster, roles) === ledgerText(answers, roster, roles) ? null : 'changed'
}

/** The ledger, or the conclusion, that an answer was given for, by its hash; null of an answer that is bound to none. */
export function hashOfAnswer(
  question: string,
  answers: InterviewAnswers,
  roster: RosterHousehold,
  roles: Roles,
): string | null {
  const answer = answers.household.get(question)
  if (answer === undefined) return null
  if (!boundToLedger(roles).includes(question)) return answer.givenFor?.at(-1) ?? null
  const now = ledgerHash(answers, roster, roles)
  if (answer.givenFor !== undefined)
    return answer.givenFor.includes(now) ? now : (answer.givenFor.at(-1) ?? null)
  return answer.heard === undefined ? now : ledgerHash(answer.heard, roster, roles)
}

/** What a line of the ledger consists of, in the order in which it is hashed: never change it. */
function fieldsOf(ledger: LedgerRole | undefined): readonly string[] {
  if (ledger === undefined) return []
  const { kind, item, amount, quantity, unitPrice, state, oneOff } = ledger
  return [kind, item, amount, quantity, unitPrice, state, oneOff]
}

function sharesIncome(member: InstanceAnswers | undefined, { memberStatus, sharesIncome: asked }: Roles) {
  const status = member?.get(memberStatus)?.value
  return status !== 'left' && status !== 'died' && member?.get(asked ?? '')?.value !== 'no'
}

function statedValue(line: InstanceAnswers, question: string): AnswerValue | null {
  const answer = line.get(question)
  return answer === undefined || answer.evidence === 'registry' ? null : answer.value
}
